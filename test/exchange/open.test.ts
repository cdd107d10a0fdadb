import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { composeExport } from "../../src/document/compose-export.ts";
import type { OutputFormat } from "../../src/exchange/formats.ts";
import { openReportFile } from "../../src/exchange/open.ts";
import { writeOutput } from "../../src/exchange/write.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { gongwen } from "../../src/formats/style.ts";
import type { Draft } from "../../src/report/file/draft.ts";
import { largestDraftBytes } from "../../src/report/file/open.ts";
import { serialiseDraft } from "../../src/report/file/serialise.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { cellsIn, edition, editions, reports, sample, withCells } from "../fixtures/reports.ts";

const formats = ["docx", "html", "pdf"] as const;

async function exported(draft: Draft, format: OutputFormat): Promise<Uint8Array> {
  const document = composeExport(edition(draft.edition), draft, []);
  const content = await writeOutput(document, gongwen, format, loadNodeFace);
  return typeof content === "string" ? strToU8(content) : content;
}

/** The Word file with its main part changed, as a clerk does in Word. */
async function editedInWord(draft: Draft, change: (xml: string) => string): Promise<Uint8Array> {
  const files = unzipSync(await exported(draft, "docx"));
  const before = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...files, "word/document.xml": strToU8(after) });
}

describe("an exported report opens again as the draft it was", () => {
  const cases = reports.flatMap(({ name, draft }) => formats.map((format) => [name, format, draft] as const));
  it.each(cases)("%s as %s", async (_, format, draft) => {
    const opening = await openReportFile(await exported(draft, format), editions);
    expect(opening).toEqual({ ok: true, draft });
  });

  it("and so does a draft file, as before", async () => {
    const draft = sample("qinghe-2025");
    expect(await openReportFile(strToU8(serialiseDraft(draft)), editions)).toEqual({ ok: true, draft });
  });

  it("a web page also after a site saved it in GBK, behind a line of its own", async () => {
    const draft = sample("qinghe-2025");
    const page = `\n<!-- 网站生成 -->${new TextDecoder().decode(await exported(draft, "html"))}`;
    const utf16 = Uint8Array.from(Buffer.from(`\uFEFF${page}`, "utf16le"));
    expect(await openReportFile(utf16, editions)).toEqual({ ok: true, draft });
  });

  const anything = pinned(20260105, 40);
  it(`whatever was typed ${seedOf(anything)}`, async () => {
    const base = sample("qinghe-2025");
    const ids = [...cellsIn(base).keys()];
    const value = fc.oneof(
      fc.nat(),
      fc.constant(null),
      fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
    );
    const figures = fc.array(fc.tuple(fc.constantFrom(...ids), value), { maxLength: 6 });
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(figures, text, fc.constantFrom("docx", "html"), async (typed, words, format) => {
        const other = {
          type: "doc",
          content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
        };
        const draft = {
          ...withCells(base, Object.fromEntries(typed)),
          organisation: { ...base.organisation, name: words },
          narrative: { ...base.narrative, other },
        };
        expect(await openReportFile(await exported(draft, format as OutputFormat), editions)).toEqual({
          ok: true,
          draft,
        });
      }),
      anything,
    );
  });
});

describe("a Word file that was changed by hand", () => {
  const draft = sample("qinghe-2025");

  it("opens as it was written and says which texts and figures differ", async () => {
    const bytes = await editedInWord(draft, (xml) =>
      xml
        .replace("27个县政府部门", "28个县政府部门")
        .replace(/(一、本年新收政府信息公开申请数量.*?<w:t[^>]*>)247</, "$1248<"),
    );
    const opening = await openReportFile(bytes, editions);
    expect(opening).toEqual({
      ok: true,
      draft,
      notice: {
        headline:
          "这份 Word 文件导出后改过 2 处。打开的是导出时的草稿，这些改动没有带进来，要保留的在这里再填一遍：",
        changes: [
          "“…度报告。报告数据汇总自27个县政府部门和14个乡镇…”改成“…度报告。报告数据汇总自28个县政府部门和14个乡镇…”",
          "一、本年新收政府信息公开申请数量「自然人」：247 改成 248",
        ],
        edits: [
          {
            kind: "paragraph",
            id: expect.stringMatching(/^preface\.\d$/),
            before: expect.stringContaining("27个县政府部门"),
            after: expect.stringContaining("28个县政府部门"),
          },
          { kind: "cell", id: "requests.received.naturalPerson", before: "247", after: "248" },
        ],
      },
    });
  });

  it("says what was added, what is gone, and which heads and blank cells were changed", async () => {
    const bytes = await editedInWord(withCells(draft, { "requests.received.business": null }), (xml) =>
      xml
        .replace("</w:p>", "</w:p><w:p><w:r><w:t>（送审稿）</w:t></w:r></w:p>")
        .replace(/<w:t[^>]*>六、其他需要报告的事项</, "<w:t><")
        .replace(">商业企业<", ">商业公司<")
        .replace(
          /(>247<.*?<\/w:tc><w:tc>.*?<w:p>.*?<\/w:pPr>)(<w:r>.*?<\/w:r>)?<\/w:p>/,
          "$1<w:r><w:t>31</w:t></w:r></w:p>",
        ),
    );
    const opening = await openReportFile(bytes, editions);
    expect(opening.notice?.changes).toEqual([
      "加了“（送审稿）”",
      "删了“六、其他需要报告的事项”",
      "表格里“商业企业”改成“商业公司”",
      "一、本年新收政府信息公开申请数量「商业企业」：空白 改成 31",
    ]);
  });

  it("says that it cannot tell where the draft inside is not the one that was written", async () => {
    const files = unzipSync(await exported(draft, "docx"));
    const item = strFromU8(files["customXml/item1.xml"] ?? new Uint8Array());
    const other = item.replace(": 247", ": 246").replace(/ checksum="\w+"/, "");
    const bytes = zipSync({ ...files, "customXml/item1.xml": strToU8(other) });
    const untouched = await openReportFile(bytes, editions);
    expect(untouched.notice).toBeUndefined();
    const main = strFromU8(files["word/document.xml"] ?? new Uint8Array()).replace(">308<", ">309<");
    const opening = await openReportFile(
      zipSync({ ...unzipSync(bytes), "word/document.xml": strToU8(main) }),
      editions,
    );
    expect(opening.notice).toEqual({
      headline:
        "这份 Word 文件导出后改过，看不出改在哪里。打开的是导出时的草稿，要保留的改动在这里再填一遍。",
      changes: [],
    });
  });
});

describe("a document that cannot be opened gets one sentence", () => {
  const draft = sample("qinghe-2025");
  const { carried: _, ...plain } = composeExport(edition("2021"), draft, []);
  const without = async (format: OutputFormat): Promise<Uint8Array> => {
    const content = await writeOutput(plain, gongwen, format, loadNodeFace);
    return typeof content === "string" ? strToU8(content) : content;
  };

  it.each(["docx", "html", "pdf", "xlsx"] as const)("%s without a draft inside", async (format) => {
    expect(await openReportFile(await without(format), editions)).toMatchObject({
      ok: false,
      failure: { code: "noDraftInside", message: expect.stringMatching(/^这个文件里没有草稿：[^{}]+。$/) },
    });
  });

  it.each([
    ["an old Word file", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "oldOffice"],
    ["a zip that is no office file", strToU8("PK\u0003\u0004年报"), "archive"],
    ["a PDF that broke off", strToU8("%PDF-1.7\n1 0 obj"), "damagedPdf"],
    [
      "a web page with another draft type inside",
      strToU8(
        '<script id="carried-file">{"name":"a","mediaType":"b","description":"c","text":"{}"}</script>',
      ),
      "otherJson",
    ],
    ["a file too large", new Uint8Array(largestDraftBytes + 1), "tooLarge"],
    ["nothing", new Uint8Array(), "empty"],
  ])("%s", async (_, bytes, code) => {
    expect(await openReportFile(bytes, editions)).toMatchObject({ ok: false, failure: { code } });
  });

  it("a Word file of a few kB that unpacks to more than any draft has", async () => {
    const carried = { name: "a", mediaType: "b", description: "c", text: " ".repeat(largestDraftBytes + 1) };
    const bytes = await writeOutput({ ...plain, carried }, gongwen, "docx", loadNodeFace);
    expect(bytes.length).toBeLessThan(1024 * 1024);
    expect(await openReportFile(bytes as Uint8Array, editions)).toMatchObject({
      ok: false,
      failure: { code: "tooLarge" },
    });
  });
});
