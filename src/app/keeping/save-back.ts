import type { FileHandle } from "../../store/own-files.ts";
import { fileFingerprint } from "./file-fingerprint.ts";
import { keepOwnFile, type OwnFile, ownFileOf, stateOf } from "./own-file.ts";

/** `changedElsewhere`: somebody else has written into the file since, and nothing was written. */
export type SavingBack = "saved" | "changedElsewhere";

/**
 * Writes a text into the file of a draft. The browser writes beside it and puts the new one in its place at the end,
 * so that a crash or a full disk leaves the old one whole. What somebody else has written there meanwhile is not
 * written over, unless `replacing` says so.
 *
 * @throws DOMException see `saveBackWords`
 */
export function saveBack(file: OwnFile, text: string, replacing = false): Promise<SavingBack> {
  // One after another: an older text must not come to lie over a newer one.
  const saving = before.then(() => write(file, text, replacing));
  before = saving.catch(() => undefined);
  return saving;
}

let before: Promise<unknown> = Promise.resolve();

async function write(asked: OwnFile, text: string, replacing: boolean): Promise<SavingBack> {
  await askToWrite(asked.handle);
  // What was written last is known only now: a save that was asked for before this one, here or on another page, is over.
  const file = (await ownFileOf(asked.draft)) ?? asked;
  const { handle } = file;
  const now = await stateOf(handle);
  if (!replacing && !file.states.includes(now)) return "changedElsewhere";
  const next = fileFingerprint(new TextEncoder().encode(text));
  // Noted before as well: a crash right after the writing must not look as if another had changed the file.
  await keepOwnFile({ ...file, states: [now, next] });
  await replace(handle, text);
  await keepOwnFile({ ...file, states: [next] });
  return "saved";
}

/** After a reload the browser wants to ask the clerk anew. */
async function askToWrite(handle: FileHandle): Promise<void> {
  const wanted = { mode: "readwrite" } as const;
  if ((await handle.queryPermission?.(wanted)) !== "prompt") return;
  const answer = await handle.requestPermission?.(wanted);
  // A question that is put away without an answer can be asked again.
  if (answer === "denied" || answer === "prompt")
    throw new DOMException("The clerk did not allow it", "NotAllowedError");
}

async function replace(handle: FileHandle, text: string): Promise<void> {
  const writing = await handle.createWritable();
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
  return `保存失败，没有存到“${name}”：${causes[reason] ?? unknownCause}${kept}`;
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
