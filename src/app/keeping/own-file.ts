/** A file on the disk into which a report is saved again and again; the part of the browser's handle that is used. */
export type OwnFile = {
  readonly name: string;
  readonly createWritable: () => Promise<{
    readonly write: (text: string) => Promise<void>;
    /** Puts what was written in the place of the file; before that the old one stands. */
    readonly close: () => Promise<void>;
    readonly abort: () => Promise<void>;
  }>;
};

type Picker = (options: {
  readonly suggestedName: string;
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}) => Promise<OwnFile>;

/** By the id of the draft. A page knows them until it is closed: a browser asks anew after that anyway. */
const chosen = new Map<string, OwnFile>();

const picker = (): Picker | undefined =>
  (window as unknown as { readonly showSaveFilePicker?: Picker }).showSaveFilePicker?.bind(window);

/** Whether the browser can write a file back: not where a page is not secure, nor in every browser. */
export function canSaveBack(): boolean {
  return picker() !== undefined;
}

/** The file that was chosen for a draft. */
export function ownFileOf(draft: string): OwnFile | undefined {
  return chosen.get(draft);
}

/**
 * Asks the clerk for the file of a draft.
 *
 * @returns undefined when the asking was called off
 * @throws DOMException see `saveBackWords`
 */
export async function chooseOwnFile(draft: string, suggestedName: string): Promise<OwnFile | undefined> {
  try {
    const types = [{ accept: { "application/json": [".json"] } }];
    const file = await picker()?.({ suggestedName, types });
    if (file) chosen.set(draft, file);
    return file;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

/**
 * Writes a text into a file. The browser writes beside it and puts the new one in its place at the end, so that a
 * crash or a full disk leaves the old one whole.
 *
 * @throws DOMException see `saveBackWords`
 */
export function saveBack(file: OwnFile, text: string): Promise<void> {
  // One after another: an older text must not come to lie over a newer one.
  const saving = before.then(() => write(file, text));
  before = saving.catch(() => undefined);
  return saving;
}

let before: Promise<unknown> = Promise.resolve();

async function write(file: OwnFile, text: string): Promise<void> {
  const writing = await file.createWritable();
  try {
    await writing.write(text);
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => undefined);
    throw error;
  }
}

/** Why a file was not written, and what helps: whole sentences. */
export function saveBackWords(name: string, error: unknown): string {
  const reason = error instanceof Error ? error.name : "";
  const kept = reason === "NotFoundError" ? "" : "原来的文件没有动。";
  return `没有存到“${name}”：${causes[reason] ?? unknownCause}${kept}`;
}

const causes: Readonly<Record<string, string>> = {
  NotAllowedError: "浏览器没有得到允许。再按一次 Ctrl+S，在浏览器问的时候选允许。",
  SecurityError: "浏览器不允许这个页面写文件。在“更多”里另选一个文件夹里的文件。",
  NotFoundError: "文件被移动或删除了。在“更多”里重新选一个。",
  NoModificationAllowedError: "文件正被别的程序占用，或者是只读的。关掉那个程序再存。",
  InvalidStateError: "文件刚被别的程序改过。在“更多”里重新选一次。",
  QuotaExceededError: "磁盘满了。删掉不用的文件再存。",
};

const unknownCause = "磁盘没有写上，U 盘可能拔掉了。插好再存，或在“更多”里另选一个文件。";
