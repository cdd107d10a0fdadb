import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { compose } from "../../src/document/compose.ts";
import { composeExport } from "../../src/document/compose-export.ts";
import { readEdition } from "../../src/edition/read.ts";
import { readFontsFolder } from "../../src/exchange/fonts-folder.ts";
import { importReport } from "../../src/exchange/import.ts";
import { gongwen } from "../../src/formats/style.ts";
import type { Draft } from "../../src/report/file/draft.ts";
import { openDraft } from "../../src/report/file/open.ts";
import {
  expectSoundPackage,
  harmless,
  longName,
  paragraph,
  tagsIn,
  write,
} from "../fixtures/attacks/attack-report.ts";
import { type Attack, attacks, seenOf } from "../fixtures/attacks/attacks.ts";
import { withAt } from "../fixtures/json.ts";
import { readHtml, textOf as textInHtml } from "../fixtures/read-html.ts";
import { edition2021, editions, sample, templateJson } from "../fixtures/reports.ts";
import { checkedByQpdf, hasQpdf } from "../support/qpdf.ts";
import { readPdf } from "../support/read-pdf.ts";

const report = sample("qinghe-2025");

const plainDocument = composeExport({ ...edition2021, name: longName, column: longName }, report, []);
const plain = { docx: await write(plainDocument, "docx"), xlsx: await write(plainDocument, "xlsx") };

/** Words of a message: one to three lines that nothing outside can stretch or colour. */
function expectPlainMessage(message: string): void {
  expect(message.length).toBeLessThan(400);
  expect(message).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
}

/** The edition of 2021 with the attack in its names, labels and sentences. */
function editionSaying(said: string) {
  let json = templateJson("templates/editions/2021.json");
  for (const path of [
    "name",
    "source",
    "column",
    "sections[1].heading",
    "tables[0].blocks[0].caption",
    "tables[0].blocks[0].rowHead",
    "tables[0].blocks[0].columns[0].label",
    "tables[0].blocks[0].rows[0].label",
    "tables[0].blocks[0].rows[0].help",
    "charts[0].title",
  ]) {
    json = withAt(json, path, said);
  }
  return readEdition(json, editions.values());
}

describe.each(attacks)("$name, in an edition", ({ text: said }) => {
  const reading = editionSaying(said);

  it("is refused in plain words, or stands as text in the page, Word and the workbook", async () => {
    if (!reading.ok) {
      for (const { message } of reading.problems) expectPlainMessage(message);
      return;
    }
    const document = composeExport(reading.edition, report, []);
    expectSoundPackage(await write(document, "docx"), plain.docx);
    expectSoundPackage(await write(document, "xlsx"), plain.xlsx);
    const html = new TextDecoder().decode(await write(document, "html"));
    const known = tagsIn(harmless.html);
    expect(tagsIn(html).filter((tag) => !known.includes(tag))).toEqual([]);
    expect(seenOf(textInHtml(readHtml(html).root))).toContain(seenOf(said));
  });
});

/** Attacks as whole paragraphs of one report, and the first of them as its name. */
function reportOf(some: readonly Attack[]): Draft {
  const problems = { type: "doc", content: some.map(({ text }) => paragraph(text)) };
  const name = some[0]?.text ?? "";
  return {
    ...report,
    organisation: { ...report.organisation, name },
    narrative: { ...report.narrative, problems },
  };
}

const thirds = [0, 1, 2].map((third) => attacks.filter((_, index) => index % 3 === third));

describe("all attacks, in PDFs", () => {
  it.each(thirds.map((some) => [some.length, some] as const))(
    "%i of them are text, and the file is sound and does nothing",
    { timeout: 60_000 },
    async (_, some) => {
      const bytes = await write(compose(edition2021, reportOf(some)), "pdf");
      const file = new TextDecoder("latin1").decode(bytes);
      expect(file).not.toMatch(/\/(JavaScript|JS|Launch|URI|OpenAction|AA|SubmitForm|GoToR)\b/);
      if (hasQpdf) expect(checkedByQpdf(bytes)).toContain("No syntax or stream encoding errors");
      const read = seenOf((await readPdf(bytes)).text.replace(/— \d+ —/g, ""));
      for (const { text, name } of some) {
        // What the faces cannot draw, and marks that nobody sees, leave no text behind.
        if (/^[\x20-\x7e\u4e00-\u9fff]+$/u.test(text)) expect(read, name).toContain(seenOf(text));
      }
    },
  );
});

describe("all attacks, in published files that are read", () => {
  it.each(["docx", "html", "txt"] as const)(
    "come out of %s as the text they are",
    { timeout: 60_000 },
    async (format) => {
      const some = attacks.filter(({ text }) => /^[\x21-\x7e\p{Script=Han}]+$/u.test(text));
      const published = await write(
        compose(edition2021, { ...reportOf(some), organisation: report.organisation }),
        format,
      );
      const imported = await importReport(published, editions);
      if (!imported.ok) throw new Error(imported.failure.message);
      const read = seenOf(JSON.stringify(linesIn(imported.draft.narrative)));
      for (const { text, name } of some)
        expect(read, name).toContain(seenOf(JSON.stringify(text).slice(1, -1)));
      // And out again, still as text.
      const again = await write(compose(edition2021, imported.draft), "html");
      const known = tagsIn(harmless.html);
      expect(tagsIn(new TextDecoder().decode(again)).filter((tag) => !known.includes(tag))).toEqual([]);
    },
  );
});

function linesIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { text } = node as { readonly text?: unknown };
  return [...(typeof text === "string" ? [text] : []), ...Object.values(node).flatMap(linesIn)];
}

describe.each(attacks)("$name, where only names are looked for", ({ text: said }) => {
  it("gives a plain sentence, in a list of fonts, and asks for no file elsewhere", async () => {
    const asked: string[] = [];
    const entry = {
      faces: [
        { name: said, file: "a.ttf" },
        { name: "仿宋", file: said },
      ],
    };
    const bytes = new TextEncoder().encode(JSON.stringify(entry));
    const { faces, problems } = await readFontsFolder("fonts/fonts.json", bytes, gongwen, async (file) => {
      asked.push(file);
      return undefined;
    });
    expect(faces).toEqual([]);
    for (const problem of problems) expectPlainMessage(problem);
    for (const file of asked) {
      expect(new URL(encodeURIComponent(file), "http://a.b/fonts/").href).toMatch(
        /^http:\/\/a\.b\/fonts\/[^/]*$/,
      );
    }
  });

  it("gives a plain sentence, as a kind, an edition, a key or a figure of a draft", () => {
    for (const changed of [
      { type: said },
      { edition: said },
      { formatVersion: said },
      { organisation: { ...report.organisation, kind: said } },
      { tables: { [said]: { [said]: { [said]: said } } } },
      { narrative: { [said]: { type: said } } },
    ]) {
      const opening = openDraft(JSON.stringify({ ...report, ...changed }), editions);
      if (!opening.ok) expectPlainMessage(opening.failure.message);
      else for (const { message } of check(edition2021, opening.draft)) expectPlainMessage(message);
    }
    expect(({} as { attacked?: unknown }).attacked).toBeUndefined();
  });
});
