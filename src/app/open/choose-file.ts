import { formats } from "../../exchange/formats.ts";
import { inTime } from "../../store/in-time.ts";
import type { FileHandle } from "../../store/own-files.ts";

/** A file that the clerk chose or dropped; with its handle, where the browser gives one, it can be written back. */
export type ChosenFile = { readonly file: File; readonly handle?: FileHandle | undefined };

/** What a report can be opened from: drafts and editions, documents that carry a draft, and published reports. */
const readableTypes: Readonly<Record<string, readonly string[]>> = {
  "application/json": [".json"],
  ...Object.fromEntries(
    Object.values(formats).map(({ mediaType, extension }) => [
      mediaType.replace(/;.*/, ""),
      extension === "html" ? [".html", ".htm"] : [`.${extension}`],
    ]),
  ),
};

/** The same for an input of the page. */
export const readable = [...Object.values(readableTypes).flat(), "application/json"].join(",");

type Picker = (options: {
  readonly types: readonly { readonly accept: typeof readableTypes }[];
}) => Promise<readonly FileHandle[]>;

/** Asks the clerk for a file: by the browser's window that gives handles, or by an input of the page. */
export function askForFile(input: HTMLInputElement | null, onFile: (chosen: ChosenFile) => void): void {
  const { showOpenFilePicker: picker } = window as unknown as { readonly showOpenFilePicker?: Picker };
  if (!picker) {
    input?.click();
    return;
  }
  const ask = async (): Promise<void> => {
    const [handle] = await picker.call(window, { types: [{ accept: readableTypes }] });
    if (handle) onFile({ file: await handle.getFile(), handle });
  };
  ask().catch((error: unknown) => {
    // Anything but being called off: this page may not use that window.
    if (!(error instanceof DOMException && error.name === "AbortError")) input?.click();
  });
}

/** How long the browser may take to give the handle of a dropped file, in milliseconds: for some it never answers. */
const handleLimit = 1000;

/** The first file of a drop. Must be called before the event is over: its items are gone then. */
export async function droppedFile({ files, items }: DataTransfer): Promise<ChosenFile | undefined> {
  const [file] = files;
  if (!file) return undefined;
  const item = [...items].find(({ kind }) => kind === "file") as
    | (DataTransferItem & { readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> })
    | undefined;
  try {
    const asked = item?.getAsFileSystemHandle?.();
    const handle = asked && (await inTime(handleLimit, asked));
    return handle?.kind === "file" ? { file, handle: handle as FileSystemFileHandle } : { file };
  } catch {
    return { file };
  }
}
