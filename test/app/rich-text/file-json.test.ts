import { getSchema } from "@tiptap/core";
import { Node as EditorDoc } from "@tiptap/pm/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  withLineBelow,
  withoutLineBelow,
} from "../../../src/app/editor/narrative/rich-text/caret/line-below.ts";
import {
  type EditorNode,
  fromBlocks,
  nodeFrom,
  toEditor,
} from "../../../src/app/editor/narrative/rich-text/file-json.ts";
import { nodes } from "../../../src/app/editor/narrative/rich-text/nodes.ts";
import { placesIn } from "../../../src/app/editor/narrative/rich-text/text-places.ts";
import type { NarrativeNode } from "../../../src/report/file/draft.ts";
import { lineBreak, plainTextOf } from "../../../src/report/narrative/passages.ts";
import { passagesOf } from "../../../src/report/narrative/read-passages.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";

const schema = getSchema(nodes);

/** The narrative as the editor holds it: read, checked against what the editor allows, and given back. */
function throughEditor(narrative: NarrativeNode): NarrativeNode {
  const doc = schema.nodeFromJSON(toEditor(narrative));
  doc.check();
  return fromBlocks(((doc.toJSON() as EditorNode).content ?? []).map(nodeFrom), narrative);
}

const words = fc.constantFrom("全年公开信息", "308", "件。", "（一）主动公开", " ", "𠮷");
const marks = fc.constantFrom(
  undefined,
  [{ type: "bold" }],
  [{ type: "bold" }, { type: "italic" }],
  [{ type: "highlight", attrs: { colour: "yellow" } }],
);
const textNode = fc
  .record({ text: words, marks })
  .map(({ text, marks }): NarrativeNode => ({ type: "text", text, ...(marks ? { marks } : {}) }));
const figure: fc.Arbitrary<NarrativeNode> = fc.constant({
  type: "figure",
  attrs: { as: "value", cells: ["requests.received.total"], shown: "308" },
});
const inline = fc.oneof(
  { weight: 4, arbitrary: textNode },
  { weight: 1, arbitrary: figure },
  { weight: 1, arbitrary: fc.constant<NarrativeNode>({ type: "hardBreak" }) },
);
const inlines = fc.array(inline, { minLength: 1, maxLength: 5 });
const paragraph = inlines.map((content): NarrativeNode => ({ type: "paragraph", content }));
const heading = fc
  .record({ level: fc.constantFrom(2, 3, 4), content: inlines })
  .map(({ level, content }): NarrativeNode => ({ type: "heading", attrs: { level }, content }));
const item = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((content): NarrativeNode => ({ type: "listItem", content }));
const list = fc
  .record({
    type: fc.constantFrom("bulletList", "orderedList"),
    content: fc.array(item, { minLength: 1, maxLength: 3 }),
  })
  .map(
    ({ type, content }): NarrativeNode =>
      type === "orderedList" ? { type, attrs: { start: 1 }, content } : { type, content },
  );
const cell = fc
  .record({
    type: fc.constantFrom("tableCell", "tableHeader"),
    content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
  })
  .map(({ type, content }): NarrativeNode => ({ type, attrs: { colspan: 1, rowspan: 1 }, content }));
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }).map(
  (rows): NarrativeNode => ({
    type: "table",
    content: rows.map((content) => ({ type: "tableRow", content })),
  }),
);
const picture: fc.Arbitrary<NarrativeNode> = fc.constant({
  type: "image",
  attrs: { src: "data:image/png;base64,iVBORw0KGgo=", alt: "宣传活动", caption: "图1" },
});
const unknown: fc.Arbitrary<NarrativeNode> = fc.constant({
  type: "poll",
  attrs: { question: "满意吗" },
  content: [{ type: "text", text: "满意" }],
});
const anyNarrative = fc
  .array(fc.oneof(paragraph, heading, list, table, picture, unknown), { maxLength: 6 })
  .map((content): NarrativeNode => ({ type: "doc", content }));

/** Neighbouring texts with the same marks are one text to the editor. */
function joined(node: NarrativeNode): NarrativeNode {
  if (!node.content) return node;
  const content: NarrativeNode[] = [];
  for (const child of node.content.map(joined)) {
    const last = content.at(-1);
    const isSame = last?.type === "text" && child.type === "text";
    if (isSame && JSON.stringify(last.marks) === JSON.stringify(child.marks))
      content.splice(-1, 1, { ...last, text: `${last.text}${child.text}` });
    else content.push(child);
  }
  return { ...node, content };
}

describe("a narrative in the editor", () => {
  const pins = pinned(20260122, 300);

  it(`comes back as the file has it, with what the editor does not know ${seedOf(pins)}`, () => {
    fc.assert(
      fc.property(anyNarrative, (narrative) => {
        expect(throughEditor(narrative)).toEqual(joined(narrative));
      }),
      pins,
    );
  });

  it(`has the plain text that the checks read, each character at its place ${seedOf(pins)}`, () => {
    fc.assert(
      fc.property(anyNarrative, (narrative) => {
        const known = {
          ...narrative,
          content: (narrative.content ?? []).filter(({ type }) => type !== "poll"),
        };
        const doc = EditorDoc.fromJSON(schema, toEditor(known));
        const { text, positionAt, offsetAt } = placesIn(doc, (attrs) => String(attrs.shown), lineBreak);
        expect(text).toBe(plainTextOf(passagesOf(known)));
        for (let offset = 0; offset < text.length; offset++) {
          const character = text[offset] ?? "";
          if (/[\n\t\u2028]/.test(character)) continue;
          const position = positionAt(offset);
          const node = doc.nodeAt(position);
          if (!node?.isText) continue;
          expect(doc.textBetween(position, position + 1)).toBe(character);
          expect(offsetAt(position)).toBe(offset);
        }
      }),
      pins,
    );
  });

  it("keeps attributes it does not know", () => {
    const narrative = {
      type: "doc",
      by: "别的程序",
      content: [{ type: "paragraph", attrs: { align: "right" }, content: [{ type: "text", text: "无。" }] }],
    };
    expect(throughEditor(narrative)).toEqual(narrative);
  });

  it("without content is a document without content again", () => {
    for (const empty of [{ type: "doc", content: [] }, { type: "doc" }]) {
      expect(throughEditor(empty)).toEqual({ type: "doc", content: [] });
    }
  });

  it("takes a list without items or a table without rows for what it cannot show", () => {
    const narrative = { type: "doc", content: [{ type: "bulletList", content: [] }, { type: "table" }] };
    expect(throughEditor(narrative)).toEqual(narrative);
  });
});

describe("the line below a table or a picture", () => {
  it(`is on the screen alone: the draft is as before, whatever stands in it ${seedOf(pinned(20261122, 300))}`, () => {
    const blank: NarrativeNode = { type: "paragraph" };
    const ends = fc.tuple(anyNarrative, fc.boolean()).map(
      ([narrative, isBlankBelow]): NarrativeNode => ({
        ...narrative,
        content: [...(narrative.content ?? []), ...(isBlankBelow ? [blank] : [])],
      }),
    );
    fc.assert(
      fc.property(ends, (narrative) => {
        const shown = withLineBelow(toEditor(narrative)).content ?? [];
        expect(["table", "image", "unknownBlock"]).not.toContain(shown.at(-1)?.type);
        const blocks = shown.map(nodeFrom);
        expect(withoutLineBelow(blocks, narrative)).toEqual(
          (toEditor(narrative).content ?? []).map(nodeFrom),
        );
      }),
      pinned(20261122, 300),
    );
  });
});
