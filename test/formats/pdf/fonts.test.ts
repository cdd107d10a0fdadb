import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { faceFiles, rareFaceOf } from "../../../src/formats/face-files.ts";
import { isSurelyDrawn } from "../../../src/formats/pdf/faces/common-characters.ts";
import { readFontTables } from "../../../src/formats/pdf/faces/font-tables.ts";
import { cutFace } from "../../../src/formats/pdf/faces/fonts.vite.ts";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { plainFace } from "../../../src/formats/pdf/faces/plain-face.ts";
import { gongwen } from "../../../src/formats/style.ts";

describe.each(Object.keys(faceFiles))("the face %s", (face) => {
  test("draws the characters of everyday print and the signs of reports", async () => {
    const { covers } = readFontTables(await loadNodeFace(face));
    const text = "政务公开条例第二十条（）〔〕〈〉《》，。、；：？！～％";
    const signs = "0123456789“”‘’…—·‰℃㎡①②⑩〓";
    // A face of Chinese only leaves figures and signs to that of the text.
    const asked = covers(0x30) ? text + signs : text;
    expect([...asked].filter((character) => !covers(character.codePointAt(0) ?? 0))).toEqual([]);
  });

  test("is cut for the web into a common part under 4 MB and a rare part that together draw all of it", async () => {
    const whole = readFontTables(await loadNodeFace(face));
    const commonBytes = await cutFace(face);
    expect(commonBytes.byteLength).toBeLessThan(4_000_000);
    const common = readFontTables(commonBytes);
    const rare = readFontTables(await cutFace(rareFaceOf(face)));
    const lost: number[] = [];
    for (let codePoint = 0x20; codePoint <= 0x3ffff; codePoint++) {
      if (!whole.covers(codePoint)) continue;
      const part = common.covers(codePoint) ? common : rare;
      if (!part.covers(codePoint) || part.advanceOf(codePoint) !== whole.advanceOf(codePoint))
        lost.push(codePoint);
    }
    expect(lost).toEqual([]);
  });
});

test("every face that the style names is shipped", async () => {
  for (const face of new Set(Object.values(gongwen.fonts).flatMap(({ pdfFaces }) => pdfFaces))) {
    await expect(loadNodeFace(face)).resolves.toBeInstanceOf(Uint8Array);
  }
});

test("what is taken for surely drawn is drawn by a face of the style", async () => {
  const names = new Set(Object.values(gongwen.fonts).flatMap(({ pdfFaces }) => pdfFaces));
  const faces = await Promise.all([...names].map(async (name) => readFontTables(await loadNodeFace(name))));
  const sure = Array.from({ length: 0x10000 }, (_, code) => code).filter((code) =>
    isSurelyDrawn(String.fromCharCode(code)),
  );
  expect(sure.length).toBeGreaterThan(7_000);
  const lost = sure.filter((code) => code !== 0xa && !faces.some(({ covers }) => covers(code)));
  expect(lost).toEqual([]);
});

describe("silencing the features of a face", () => {
  const whole = readFileSync(createRequire(import.meta.url).resolve(faceFiles["serif-400"] ?? ""));

  test("leaves the caller's bytes as they were", () => {
    const before = createHash("sha1").update(whole).digest("hex");
    expect(plainFace(whole).buffer).not.toBe(whole.buffer);
    expect(createHash("sha1").update(whole).digest("hex")).toBe(before);
  });

  test("gives one without them as it is", async () => {
    const plain = await loadNodeFace("serif-400");
    expect(plainFace(plain)).toBe(plain);
    expect(Buffer.compare(plainFace(whole), plain)).toBe(0);
  });
});

test("bytes that are no font are refused with a clear message", () => {
  expect(() => readFontTables(new TextEncoder().encode("<!doctype html><title>404</title>"))).toThrow(
    "The font has no table",
  );
});
