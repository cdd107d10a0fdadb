import documentWords from "../../templates/document.json" with { type: "json" };
import type { Edition } from "../edition/read.ts";
import type { NarrativeTemplate } from "../edition/schema.ts";
import { fill } from "../edition/wording.ts";
import type { Draft, Organisation } from "./file/draft.ts";

/** How the office can be reached, by the ids of the edition. What is no text in the file is left alone. */
export function contactsOf(organisation: Organisation): Readonly<Record<string, string>> {
  const { contacts } = organisation;
  if (typeof contacts !== "object" || contacts === null) return {};
  return Object.fromEntries(Object.entries(contacts).filter(([, value]) => typeof value === "string"));
}

/** The organisation with one contact changed; what else stands beside it in the file stays. */
export function withContact(organisation: Organisation, id: string, value: string): Organisation {
  const { contacts } = organisation;
  const others = typeof contacts === "object" && contacts !== null ? contacts : {};
  return { ...organisation, contacts: { ...others, [id]: value } };
}

/**
 * The paragraphs an office may begin a text with, filled in from the cover. A paragraph about contacts is left
 * out where there are none.
 */
export function openingOf(content: NarrativeTemplate, edition: Edition, draft: Draft): string[] {
  const known = contactsOf(draft.organisation);
  const contacts = (edition.contacts ?? [])
    .map(({ id, printed }) => ({ printed, value: (known[id] ?? "").trim() }))
    .filter(({ value }) => value !== "")
    .map(({ printed, value }) => fill(printed, { value }))
    .join(documentWords.betweenContacts);
  const values = { organisation: draft.organisation.name.trim(), year: draft.year, contacts };
  return (content.opening ?? [])
    .filter((line) => contacts !== "" || !line.includes("{contacts}"))
    .map((line) => fill(line, values));
}
