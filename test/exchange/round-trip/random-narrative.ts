import fc from "fast-check";
import {
  type Inline,
  type ItemPassage,
  lineBreak,
  type Passage,
  type PassageCell,
  paragraphPassage,
} from "../../../src/report/narrative/passages.ts";
import { bluePng } from "../../fixtures/narrative-blocks.ts";

/** What offices write; no text here names a section or a table. */
const sentences = [
  "全年主动公开各类文件312件，其中图解18件。",
  "培训2场、参训96人次，窗口接待来访40余人。",
  "“一网通办”上线后，平均用时由5.5天压缩到3天（含节假日）。",
  "对照年初清单，逐项销号；尚有两项在推进。",
  "修订目录，补齐A类、B类事项的说明。",
];
const titles = ["公开渠道建设", "窗口服务", "队伍培训", "平台管理"];
const marks = [{}, {}, { bold: true }, { italic: true }] as const;

const inlines: fc.Arbitrary<Inline[]> = fc
  .array(fc.record({ text: fc.constantFrom(...sentences), marks: fc.constantFrom(...marks) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((runs) => runs.map((run): Inline => ({ type: "text", text: run.text, ...run.marks })));

const paragraph = inlines.map((own): Passage => ({ type: "paragraph", inlines: own }));

const heading = fc
  .tuple(fc.constantFrom(2, 3, 4), fc.constantFrom(...titles), fc.nat(8))
  .map(([level, title, at]): Passage => {
    const chinese = "一二三四五六七八九"[at];
    const number = level === 2 ? `（${chinese}）` : level === 3 ? `${at + 1}.` : `（${at + 1}）`;
    return { type: "heading", level: level as 2 | 3 | 4, inlines: [{ type: "text", text: number + title }] };
  });

/** A list of up to four items, the middle ones perhaps further in. */
const list = fc
  .tuple(fc.boolean(), fc.boolean(), fc.array(inlines, { minLength: 1, maxLength: 4 }))
  .map(([isOrdered, isNested, texts]) =>
    texts.map((own, at): ItemPassage => {
      const level = isNested && at > 0 && at < texts.length - 1 ? 2 : 1;
      const number = level === 2 ? at : isNested && at > 0 ? 2 : at + 1;
      const kind = isOrdered ? ({ list: "ordered", number } as const) : ({ list: "bullet" } as const);
      return { type: "item", level, ...kind, inlines: own };
    }),
  );

const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 4 }), fc.boolean(), fc.boolean())
  .map(([rows, columns, isMerged, isOfLines]): Passage => {
    const cell = (text: string, isHead: boolean, colSpan = 1): PassageCell => ({
      isHead,
      colSpan,
      rowSpan: 1,
      inlines: [text, ...(isOfLines ? [lineBreak, "另有图解"] : [])].map((one) => ({
        type: "text",
        text: one,
      })),
    });
    const head = Array.from({ length: columns }, (_, x) => cell(`渠道${x + 1}`, true));
    const body = Array.from({ length: rows }, (_, y) =>
      Array.from({ length: columns }, (_, x) => cell(`${y}${x}篇`, false)),
    );
    return {
      type: "table",
      rows: [head, ...body, ...(isMerged ? [[cell("全部合在一起", false, columns)]] : [])],
    };
  });

const picture = fc.constantFrom("", "图1 办事大厅").map(
  (caption): Passage => ({
    type: "picture",
    source: `data:image/png;base64,${btoa(String.fromCharCode(...bluePng))}`,
    alternative: "办事大厅全景",
    caption,
  }),
);

/** Passages as a report may hold them: two lists never touch, for they would be one. */
export const passages: fc.Arbitrary<Passage[]> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: paragraph.map((own) => [own]) },
      { weight: 2, arbitrary: heading.map((own) => [own]) },
      { weight: 2, arbitrary: list.map((own) => [...own, paragraphPassage("以上各项均已落实。")]) },
      { weight: 1, arbitrary: table.map((own) => [own, paragraphPassage("以上为各渠道的情况。")]) },
      { weight: 1, arbitrary: picture.map((own) => [own]) },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((groups) => groups.flat());
