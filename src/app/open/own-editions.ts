import type { Editions } from "../../edition/builtin.ts";
import type { StoredEdition } from "../../store/drafts.ts";
import { browserDrafts } from "../keeping/stores.ts";
import { editionsWith, readOwnEdition } from "./editions-with.ts";

/** Loaded while the browser refused to keep them: they hold until the page is closed. */
let notKept: readonly StoredEdition[] = [];

/** The shipped editions and those the user loaded earlier. */
export async function knownEditions(): Promise<Editions> {
  return editionsWith(await ownEditionTexts());
}

/** The texts of the editions the user loaded. */
export async function ownEditionTexts(): Promise<string[]> {
  return (await ownEditions()).map(({ text }) => text);
}

export type EditionLoading =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Loads an edition of one's own. One of the same id that was loaded earlier gives way; a shipped one never. */
export async function loadEdition(text: string): Promise<EditionLoading> {
  const reading = readOwnEdition(text, await knownEditions());
  if (!reading.ok) return { ok: false, problems: reading.problems.map(({ message }) => message) };
  const { id, name } = reading.edition;
  await browserDrafts.saveEdition({ id, text }).catch(() => {
    notKept = [...notKept.filter((edition) => edition.id !== id), { id, text }];
  });
  return { ok: true, name };
}

/** The editions that the user loaded, with their names; what cannot be read any more has only its id. */
export async function listOwnEditions(): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return (await ownEditions()).map(({ id, text }) => {
    const reading = readOwnEdition(text);
    return { id, name: reading.ok ? reading.edition.name : id };
  });
}

/** Takes an edition out again. Drafts written with it stay, and open once it is loaded anew. */
export async function removeEdition(id: string): Promise<void> {
  notKept = notKept.filter((edition) => edition.id !== id);
  await browserDrafts.removeEdition(id);
}

async function ownEditions(): Promise<readonly StoredEdition[]> {
  const stored = await browserDrafts.editions().catch(() => []);
  return [...stored.filter(({ id }) => !notKept.some((edition) => edition.id === id)), ...notKept];
}
