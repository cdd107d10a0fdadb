import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ComposeOptions, compose } from "../../src/document/compose.ts";
import { textsOf } from "../../src/document/tree.ts";
import { writeHtml, writeHtmlBody } from "../../src/formats/html/write.ts";
import { gongwen } from "../../src/formats/style.ts";
import { writeText } from "../../src/formats/text/write.ts";
import type { Draft } from "../../src/report/file/draft.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { readHtml } from "../fixtures/read-html.ts";
import { readText } from "../fixtures/read-text.ts";
import { cellsIn, edition, reports, sample, withCells } from "../fixtures/reports.ts";

/** White space folded, empty texts left out: a blank cell is a text in HTML and nothing in a text file. */
function folded(texts: readonly string[]): string[] {
  return texts.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");
}

function expectParity(draft: Draft, options?: ComposeOptions): void {
  const document = compose(edition(draft.edition), draft, options);
  const texts = textsOf(document);
  expect(folded(readHtml(writeHtml(document, gongwen)).texts)).toEqual(folded(texts));
  expect(folded(readText(writeText(document)).texts)).toEqual(folded(texts));
}

/** A draft in which an office typed the given text everywhere it can type. */
function typedEverywhere(text: string): Draft {
  const draft = sample("qinghe-2025");
  const block = { type: "paragraph", content: [{ type: "text", text, marks: [{ type: "bold" }] }] };
  const first = [...cellsIn(draft).keys()][0] ?? "";
  return {
    ...withCells(draft, { [first]: text }),
    organisation: { ...draft.organisation, name: text },
    narrative: { ...draft.narrative, other: { type: "doc", content: [block] } },
    signature: { name: text, date: text },
  };
}

describe("HTML and text say the same as the document", () => {
  it.each(reports.map(({ name, draft }) => [name, draft] as const))("%s", (_, draft) => {
    expectParity(draft);
  });

  it.each(reports.map(({ name, draft }) => [name, draft] as const))("%s with charts", (_, draft) => {
    expectParity(draft, { charts: true });
  });

  it.each([
    "<b>\"某某\"</b> & Co. 'x' < 1 > 0 &amp; &lt;",
    "</title></style></table><script>alert(1)</script>",
    "<!-- ]]> -->",
    "{organisation}{year}{{}}",
    "$& $1 $` \\n",
    "一\t二\n三\r\n四\u2028五\u000b六\u0007七\u0000八",
    "\u{1F3DB}\uD800 \uDC00 \u202E\u200B",
  ])("with %j typed everywhere", (text) => {
    expectParity(typedEverywhere(text));
  });

  const anything = pinned(20250701, 60);
  it(`with anything typed everywhere ${seedOf(anything)}`, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 30 }), (text) => {
        expectParity(typedEverywhere(text));
      }),
      anything,
    );
  });

  it("with a blank in every cell", () => {
    const draft = sample("qinghe-2025");
    expectParity({ ...draft, tables: {} });
    expectParity({ ...draft, tables: {}, narrative: {}, signature: undefined });
  });
});

describe("what was typed is never markup", () => {
  it("names, cells and texts with <, > and & come out as text, and no element but the writer's own", () => {
    const text = '</title><script>alert("1")</script><img src=x onerror=alert(1)>&nbsp;';
    const plain = readHtml(writeHtml(compose(edition("2021"), sample("qinghe-2025")), gongwen));
    const typed = readHtml(writeHtml(compose(edition("2021"), typedEverywhere(text)), gongwen));
    const tags = ({ root }: typeof plain): Set<string> => new Set(tagsOf(root));
    expect(tags(typed)).toEqual(tags(plain).add("strong"));
    expect(typed.texts.filter((each) => each.includes(text))).toHaveLength(4 + 1);
  });

  it("the body for pasting is the page without its frame", () => {
    const document = compose(edition("2021"), sample("qinghe-2025"));
    const page = writeHtml(document, gongwen);
    expect(page).toContain(writeHtmlBody(document, gongwen));
    expect(writeHtmlBody(document, gongwen)).not.toMatch(/<(html|head|body|style|script|main)/);
  });
});

type Root = ReturnType<typeof readHtml>["root"];

function tagsOf(root: Root): string[] {
  return root.childNodes.flatMap((node) => ("tagName" in node ? [node.tagName, ...tagsOf(node)] : []));
}
