import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Block, Document, Paragraph, Run } from "../../src/document/tree.ts";
import { type Feature, formats } from "../../src/exchange/formats.ts";
import { outputFormats, type Writer, writers } from "../../src/exchange/write.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { gongwen } from "../../src/formats/style.ts";

const plain: Document = {
  title: "青禾县档案局2025年政府信息公开工作年度报告",
  titleWords: ["青禾县档案局", "2025年", "政府信息公开", "工作", "年度报告"],
  language: "zh-CN",
  author: "青禾县档案局",
  date: "2026-01-20",
  blocks: [{ type: "heading", level: 1, runs: [{ text: "一、总体情况" }] }, marked({})],
};

/** A picture of one point. */
const dot = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (character) => character.charCodeAt(0),
);

function marked(marks: Omit<Run, "text">): Paragraph {
  return { type: "paragraph", style: "body", runs: [{ text: "全年主动公开" }, { text: "481件", ...marks }] };
}

function ending(block: Block): Document {
  return { ...plain, blocks: [...plain.blocks.slice(0, -1), block] };
}

/** The plain document with one thing more. */
const having: Readonly<Record<Feature, Document>> = {
  stamp: { ...plain, stamp: "草稿" },
  text: {
    ...plain,
    blocks: [...plain.blocks, { type: "paragraph", style: "body", runs: [{ text: "另有公报三期。" }] }],
  },
  strong: ending(marked({ strong: true })),
  emphasis: ending(marked({ emphasis: true })),
  contents: { ...plain, contents: true },
  item: ending({ type: "item", level: 1, number: 1, marker: "1.", runs: marked({}).runs }),
  picture: {
    ...plain,
    blocks: [
      ...plain.blocks,
      { type: "picture", mediaType: "image/png", bytes: dot, width: 1, height: 1, alternative: "办事大厅" },
    ],
  },
  chart: {
    ...plain,
    blocks: [
      ...plain.blocks,
      {
        type: "chart",
        kind: "bars",
        title: "自然人申请占九成",
        subject: "申请人",
        unit: "件",
        bars: [
          { name: "自然人", value: 247 },
          { name: "商业企业", value: 31 },
        ],
        alternative: "自然人247件，商业企业31件。",
      },
    ],
  },
};
const features = Object.keys(having) as readonly Feature[];

/** What a writer is deaf to: with and without it, it writes the same file, byte for byte. */
async function ignored(write: Writer, asked = features): Promise<Feature[]> {
  const bytes = async (document: Document) => Buffer.from(await write(document, gongwen, loadNodeFace));
  const bare = await bytes(plain);
  const deaf: Feature[] = [];
  for (const feature of asked) if (bare.equals(await bytes(having[feature]))) deaf.push(feature);
  return deaf;
}

// The time of writing stands in several kinds of file.
beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-20T09:00:00Z") }));
afterAll(() => void vi.useRealTimers());

describe.each(outputFormats)("a document as %s", (format) => {
  const leavesOut: readonly Feature[] = formats[format].leavesOut;

  it(`shows all but what it cannot (${leavesOut.join(", ") || "nothing"})`, async () => {
    const write = await writers[format]();
    expect(await ignored(write)).toEqual(features.filter((feature) => leavesOut.includes(feature)));
  });

  it("is seen to miss a thing that its writer is deaf to", async () => {
    const write = await writers[format]();
    for (const feature of features) {
      const deaf: Writer = (document, ...rest) =>
        write(document === having[feature] ? plain : document, ...rest);
      expect(await ignored(deaf, [feature])).toEqual([feature]);
    }
  });
});

it("a writer that knows headings and paragraphs only is seen to miss all else", async () => {
  const textOnly: Writer = ({ title, blocks }) =>
    [title, ...blocks.flatMap((block) => ("runs" in block ? block.runs.map(({ text }) => text) : []))].join();
  expect(await ignored(textOnly)).toEqual(features.filter((feature) => feature !== "text"));
});
