import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { fileFingerprint } from "../../src/app/keeping/file-fingerprint.ts";
import { openedFrom, ownFileOf } from "../../src/app/keeping/own-file.ts";
import { saveBack } from "../../src/app/keeping/save-back.ts";
import type { FileHandle } from "../../src/store/own-files.ts";
import "fake-indexeddb/auto";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const stateOf = (text: string): string => fileFingerprint(new TextEncoder().encode(text));

/** A file on a disk. The browser keeps no such handle: the page itself knows it, as where storage is refused. */
function fileOnDisk(text: string) {
  const disk = { text, closes: 0, answerLost: false };
  const handle = {
    name: "青禾.nianbao.json",
    getFile: async () => new File([disk.text], "青禾.nianbao.json"),
    createWritable: async () => {
      let written = "";
      return {
        write: async (given: string) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          written += given;
        },
        close: async () => {
          disk.text = written;
          if (disk.answerLost) throw new DOMException("", "UnknownError");
        },
        abort: async () => undefined,
      };
    },
  };
  return { disk, handle: handle as unknown as FileHandle };
}

async function opened(text: string) {
  const { disk, handle } = fileOnDisk(text);
  const draft = `draft-${Math.random()}`;
  await openedFrom(draft, handle, stateOf(text));
  const file = async () => {
    const own = await ownFileOf(draft);
    if (!own) throw new Error("no file");
    return own;
  };
  return { disk, file };
}

test("of saves that are asked for at once the last one stands, and none is taken for another's", async () => {
  const { disk, file } = await opened("旧");
  const own = await file();
  expect(await Promise.all(["一", "二", "三"].map((text) => saveBack(own, text)))).toEqual([
    "saved",
    "saved",
    "saved",
  ]);
  expect(disk.text).toBe("三");
});

test("a save whose answer was lost does not look as if another had changed the file", async () => {
  const { disk, file } = await opened("旧");
  disk.answerLost = true;
  await expect(saveBack(await file(), "一")).rejects.toMatchObject({ name: "UnknownError" });
  disk.answerLost = false;
  expect(await saveBack(await file(), "二")).toBe("saved");
});

test("what another wrote is written over only when that is wanted, be it of the same length and time", async () => {
  const { disk, file } = await opened("旧的");
  disk.text = "别的";
  expect(await saveBack(await file(), "新的")).toBe("changedElsewhere");
  expect(disk.text).toBe("别的");
  expect(await saveBack(await file(), "新的", true)).toBe("saved");
  expect(disk.text).toBe("新的");
});

test("a file that the browser does not keep is known to this page, and said not to last", async () => {
  const { file } = await opened("旧");
  expect(await file()).toMatchObject({ lasts: false });
});
