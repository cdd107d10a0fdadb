import { describe, expect, it } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { openDraftFile } from "../../../src/report/file/open.ts";
import { sample, sampleText } from "../../fixtures/reports.ts";

const text = sampleText("qinghe-2025");

/** 青禾县 and 〈〉 as GBK bytes: Node reads GBK but does not write it. */
function inGbk(source: string): Uint8Array {
  const decoder = new TextDecoder("gbk");
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...source].flatMap((character) => {
      const code = character.charCodeAt(0);
      const bytes = code < 0x80 ? [code] : codes.get(character);
      if (!bytes) throw new Error(`${character} is not in GBK`);
      return bytes;
    }),
  );
}

function inUtf16(source: string, order: "le" | "be"): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${source}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

describe("a draft that Notepad saved in another encoding is read rightly", () => {
  it.each([
    ["UTF-8", Buffer.from(text, "utf8")],
    ["UTF-8 with byte order mark", Buffer.from(`\uFEFF${text}`, "utf8")],
    ["UTF-8 with Windows line ends", Buffer.from(text.replaceAll("\n", "\r\n"), "utf8")],
    ["GBK (ANSI)", inGbk(text)],
    ["UTF-16", inUtf16(text, "le")],
    ["UTF-16 big endian", inUtf16(text, "be")],
  ])("%s", (_, bytes) => {
    expect(openDraftFile(bytes, builtinEditions)).toEqual({ ok: true, draft: sample("qinghe-2025") });
  });

  it("a Word file is told not to be a draft", () => {
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xff, 0xff, 0x80, 0x30);
    expect(openDraftFile(zip, builtinEditions)).toMatchObject({ ok: false, failure: { code: "notText" } });
  });

  it.each([
    ["UTF-8", Buffer.from(text, "utf8")],
    ["GBK", inGbk(text)],
    ["UTF-16", inUtf16(text, "le")],
  ])("a copy in %s that broke off inside a character is told to be cut off", (_, bytes) => {
    const start = bytes.findIndex((byte, index) => index > 3000 && byte > 0x80);
    for (const length of [start + 1, start + 2, start + 3]) {
      const opening = openDraftFile(bytes.subarray(0, length), builtinEditions);
      expect(opening).toMatchObject({ ok: false, failure: { code: "cutOff" } });
    }
  });
});
