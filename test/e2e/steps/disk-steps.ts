import type { Page } from "playwright-core";

/** How the windows of the system and the disk behave, which no test can press or pull out. */
type Disk = {
  /** The file that the clerk chooses to open, or drops. */
  chosen?: string;
  /** The error with which choosing or writing is refused. */
  refuses?: string | undefined;
  /** The next writing stops after so many characters: with an error, or for ever. */
  breaks?: "withError" | "forEver" | undefined;
  /** The browser asks anew whether the page may write, as after a reload; what the clerk answers. */
  answers?: "granted" | "denied" | undefined;
  asked?: number;
};

/**
 * From now on each file is one of the browser's own disk, a real one that is written as any other, and `Disk` says
 * how the system behaves. Must be called before the first page is opened.
 */
export async function standForDisk(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const disk = globalThis as unknown as Disk;
    const handleOf = async (name = ""): Promise<FileSystemFileHandle> => {
      if (disk.refuses === "AbortError") throw new DOMException("", "AbortError");
      return (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
    };
    Object.assign(globalThis, {
      showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) => handleOf(suggestedName),
      showOpenFilePicker: async () => [await handleOf(disk.chosen)],
    });
    Object.assign(DataTransferItem.prototype, { getAsFileSystemHandle: () => handleOf(disk.chosen) });
    const { prototype } = FileSystemFileHandle;
    Object.assign(prototype, {
      queryPermission: async () => (disk.answers ? "prompt" : "granted"),
      requestPermission: async () => {
        disk.asked = (disk.asked ?? 0) + 1;
        const answer = disk.answers;
        if (answer === "granted") disk.answers = undefined;
        return answer ?? "granted";
      },
    });
    const { createWritable } = prototype;
    prototype.createWritable = async function (this: FileSystemFileHandle) {
      if (disk.refuses) throw new DOMException("", disk.refuses);
      const writing = await createWritable.call(this);
      const { breaks } = disk;
      if (!breaks) return writing;
      disk.breaks = undefined;
      const { write } = writing;
      writing.write = async (text) => {
        await write.call(writing, String(text).slice(0, 100));
        if (breaks === "withError") throw new DOMException("", "UnknownError");
        return new Promise(() => undefined);
      };
      return writing;
    };
  });
}

export async function setDisk(page: Page, disk: Disk): Promise<void> {
  await page.evaluate((given) => {
    const keys = ["chosen", "refuses", "breaks", "answers"] as const;
    for (const key of keys) if (key in given) Object.assign(globalThis, { [key]: given[key] });
  }, disk);
}

/** How often the clerk was asked whether the page may write. */
export async function timesAsked(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as Disk).asked ?? 0);
}

/** Writes a file past the program, as another program or person would. */
export async function putOnDisk(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === "string" ? content : [...content];
  await page.evaluate(
    async ([called, given]) => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle(called, { create: true });
      const writing = await handle.createWritable();
      await writing.write(typeof given === "string" ? given : Uint8Array.from(given));
      await writing.close();
    },
    [name, bytes] as const,
  );
}

export async function removeFromDisk(page: Page, name: string): Promise<void> {
  await page.evaluate(async (called) => (await navigator.storage.getDirectory()).removeEntry(called), name);
}

export async function textOnDisk(page: Page, name: string): Promise<string> {
  return page.evaluate(async (called) => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(called, { create: true })).getFile()).text();
  }, name);
}
