import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CarriedFile, Document } from "../../../../src/document/tree.ts";
import { fingerprintOf } from "../../../../src/formats/fingerprint.ts";
import { loadNodeFace } from "../../../../src/formats/pdf/faces/node-faces.ts";
import { openPdf } from "../../../../src/formats/pdf/read.ts";
import { writePdf } from "../../../../src/formats/pdf/write.ts";
import { gongwen } from "../../../../src/formats/style.ts";
import { serialiseDraft } from "../../../../src/report/file/serialise.ts";
import { pinned, seedOf } from "../../../fixtures/pinned.ts";
import { opened, sample } from "../../../fixtures/reports.ts";
import { checkedByQpdf, hasQpdf, savedByQpdf } from "../../../support/qpdf.ts";
import { body, documentOf, sampleDocument } from "../documents.ts";

const draft = sample("qinghe-2025");
const carried: CarriedFile = {
  name: "青禾县“档案局” & <2025>.nianbao.json",
  mediaType: "application/json",
  text: serialiseDraft(draft),
  description: "本报告的草稿，可用年报程序打开继续修改",
};

const written = (document: Document) => writePdf(document, gongwen, loadNodeFace);
const report = written({ ...sampleDocument("qinghe-2025"), carried });

describe("a PDF carries a file", () => {
  test("a whole draft comes back letter for letter, with its name, kind and description", async () => {
    const found = await openPdf(await report);
    expect(found).toMatchObject({ carried, isAltered: false });
    expect(opened(found.carried?.text ?? "")).toEqual(draft);
  });

  test.for(["", "\r\n行\r", "\ufeff头\u0000\u0001\u007f\u0085", ")>>endstream\nendobj", "𫖯𠮷\u2028"])(
    "%j comes back",
    async (text) => {
      const bytes = await written({ ...documentOf([body("正文。")]), carried: { ...carried, text } });
      expect(await openPdf(bytes)).toMatchObject({ carried: { ...carried, text }, isAltered: false });
    },
  );

  const any = pinned(20251121, 15);
  test(`any text, name and description comes back ${seedOf(any)}`, async () => {
    const text = fc.string({ unit: "grapheme" });
    const name = text.map((words) => `${words.replace(/[\\/\0]/g, "")}.json`);
    await fc.assert(
      fc.asyncProperty(name, text, text, async (name, words, description) => {
        const given = { ...carried, name, text: words, description };
        const bytes = await written({ ...documentOf([body("正文。")]), carried: given });
        expect(await openPdf(bytes)).toMatchObject({ carried: given, isAltered: false });
      }),
      any,
    );
  });

  test("a text that is not the one that was written is told, though every byte of it unpacks", async () => {
    const bytes = Buffer.from(await report);
    const checksum = fingerprintOf(carried.text);
    const at = bytes.indexOf(checksum);
    expect(at).toBeGreaterThan(0);
    bytes.write(
      checksum.replace(/.$/, (last) => (last === "0" ? "1" : "0")),
      at,
      "latin1",
    );
    expect(await openPdf(bytes)).toMatchObject({ carried, isAltered: true });
  });

  test("a document that carries none has no attachment", async () => {
    const bytes = await written(documentOf([body("正文。")]));
    expect(await openPdf(bytes)).toMatchObject({ carried: undefined });
    expect(Buffer.from(bytes).includes("EmbeddedFile")).toBe(false);
  });
});

describe.skipIf(!hasQpdf)("after qpdf, where there is one, has saved the file anew", () => {
  test.for([
    ["with compressed objects", ["--object-streams=generate"]],
    ["for the web", ["--linearize"]],
    ["with everything unpacked", ["--qdf"]],
    ["with a password for changes only", ["--encrypt", "", "owner", "256"]],
  ] as const)("%s, it still carries the draft", async ([, options]) => {
    const saved = savedByQpdf(await report, options);
    expect(await openPdf(saved)).toMatchObject({ carried, isAltered: false });
  });

  test("with a password for reading, it is said to be locked", async () => {
    const saved = savedByQpdf(await report, ["--encrypt", "user", "owner", "256"]);
    await expect(openPdf(saved)).rejects.toMatchObject({ code: "locked" });
  });

  test("qpdf has nothing to say against the file as written", async () => {
    expect(checkedByQpdf(await report)).toContain("No syntax or stream encoding errors found");
  });
});

describe("what is no whole PDF is said to be damaged", () => {
  const texts = new TextEncoder();
  test.for([
    ["an empty file", new Uint8Array()],
    ["a web page", texts.encode("<!doctype html><title>登录</title>")],
    ["a head and nothing after it", texts.encode("%PDF-1.7\n%%EOF\n")],
    ["zeros", new Uint8Array(4096)],
  ] as const)("%s", async ([, bytes]) => {
    await expect(openPdf(bytes)).rejects.toMatchObject({ code: "damaged" });
  });

  test.for([0.01, 0.3, 0.6, 0.9])("a report of which only %f arrived", async (part) => {
    const bytes = await report;
    const found = openPdf(bytes.slice(0, Math.floor(bytes.length * part)));
    await expect(found).rejects.toMatchObject({ code: "damaged" });
  });

  test("but the caller's bytes are left as they were", async () => {
    const bytes = new Uint8Array(await report);
    await openPdf(bytes);
    expect(Buffer.compare(bytes, await report)).toBe(0);
  });
});
