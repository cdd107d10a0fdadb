import { largestDraftBytes } from "../../report/file/open.ts";
import type { FileHandle, KeptFile } from "../../store/own-files.ts";
import { fileFingerprint } from "./file-fingerprint.ts";
import { browserFiles } from "./stores.ts";

/** The file into which a draft is saved; `lasts`: the browser still knows it after the page is closed. */
export type OwnFile = KeptFile & { readonly lasts: boolean };

type Picker = (options: {
  readonly suggestedName: string;
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}) => Promise<FileHandle>;

/** Files that the browser did not keep, by the id of the draft: known until the page is closed. */
const ofThisPage = new Map<string, KeptFile>();

/** The files that drafts were opened from in this page and that the clerk was not told of yet: their names. */
const untold = new Map<string, string>();

const picker = (): Picker | undefined =>
  (window as unknown as { readonly showSaveFilePicker?: Picker }).showSaveFilePicker?.bind(window);

/** Whether the browser can write a file back: not where a page is not secure, nor in every browser. */
export function canSaveBack(): boolean {
  return picker() !== undefined;
}

/** The file of a draft. */
export async function ownFileOf(draft: string): Promise<OwnFile | undefined> {
  const here = ofThisPage.get(draft);
  if (here) return { ...here, lasts: false };
  const kept = await browserFiles.of(draft).catch(() => undefined);
  return kept && { ...kept, lasts: true };
}

/**
 * Asks the clerk for the file of a draft. What stands in it now may be written over: the browser has asked.
 *
 * @returns undefined when the asking was called off
 * @throws DOMException see `saveBackWords`
 */
export async function chooseOwnFile(draft: string, suggestedName: string): Promise<OwnFile | undefined> {
  try {
    const types = [{ accept: { "application/json": [".json"] } }];
    const handle = await picker()?.({ suggestedName, types });
    return handle && (await keepOwnFile({ draft, handle, states: [await stateOf(handle)] }));
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

/** The draft file that a draft was opened from becomes the one it is saved into. `state` is what was read. */
export async function openedFrom(draft: string, handle: FileHandle, state: string): Promise<void> {
  await keepOwnFile({ draft, handle, states: [state] });
  untold.set(draft, handle.name);
}

/** The name of the file that a draft was opened from, once: to tell the clerk what saving will do. */
export function tellOpenedFrom(draft: string): string | undefined {
  const name = untold.get(draft);
  untold.delete(draft);
  return name;
}

/** Notes the file of a draft, in the browser if it can be. */
export async function keepOwnFile(file: KeptFile): Promise<OwnFile> {
  const { draft, handle, states } = file;
  try {
    await browserFiles.keep({ draft, handle, states });
    ofThisPage.delete(draft);
    return { draft, handle, states, lasts: true };
  } catch {
    ofThisPage.set(draft, { draft, handle, states });
    return { draft, handle, states, lasts: false };
  }
}

/** The draft whose file stands so as it was saved last; undefined if there is none. */
export async function draftSavedAs(state: string): Promise<string | undefined> {
  const files = [...ofThisPage.values(), ...(await browserFiles.all().catch(() => []))];
  return files.find(({ states }) => states.includes(state))?.draft;
}

/**
 * Stands for what is in a file now.
 *
 * @throws DOMException when it cannot be read: it is gone, or the browser was not allowed to
 */
export async function stateOf(handle: FileHandle): Promise<string> {
  const file = await handle.getFile();
  if (file.size > largestDraftBytes) return `larger than any draft: ${file.size}, ${file.lastModified}`;
  return fileFingerprint(new Uint8Array(await file.arrayBuffer()));
}
