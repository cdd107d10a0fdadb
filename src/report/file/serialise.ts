import wording from "../../../templates/wording.json" with { type: "json" };
import { fill } from "../../edition/wording.ts";
import type { Draft } from "./draft.ts";
import { fileNamePart } from "./file-name.ts";

const keyOrder = [
  "type",
  "formatVersion",
  "edition",
  "year",
  "organisation",
  "narrative",
  "tables",
  "signature",
  "prior",
  "confirmations",
  "infographic",
];

/** The text of a draft file: known keys first in their order, two-space indent, newline at the end. */
export function serialiseDraft(draft: Draft): string {
  const known = keyOrder.filter((key) => draft[key] !== undefined);
  const unknown = Object.keys(draft).filter((key) => !keyOrder.includes(key));
  const ordered = Object.fromEntries([...known, ...unknown].map((key) => [key, draft[key]]));
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/** The name under which a draft is saved: 某某局2025年年报.nianbao.json */
export function draftFileName(draft: Draft): string {
  const organisation = fileNamePart(draft.organisation.name);
  return fill(wording.draftFileName, { organisation, year: draft.year });
}
