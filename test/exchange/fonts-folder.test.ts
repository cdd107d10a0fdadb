import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";

import { readFontsFolder } from "../../src/exchange/fonts-folder.ts";

import { fontsDrawnBy } from "../../src/formats/pdf/faces/own/own-face.ts";
import { gongwen } from "../../src/formats/style.ts";
import { fangsong, type MadeFont, madeFont } from "../fixtures/own-fonts.ts";

const small: MadeFont = { ...fangsong, characters: "一政府信息公开。" };
const files: Readonly<Record<string, Uint8Array>> = {
  "simfang.ttf": await madeFont({ ...small, chinese: "仿宋", english: "FangSong", postScript: "FangSong" }),
  "fs2312.ttf": await madeFont(small),
  "forbidden.ttf": await madeFont({ ...small, permission: 2 }),
};
const asked: string[] = [];

async function folder(manifest: string | Uint8Array) {
  const bytes = typeof manifest === "string" ? new TextEncoder().encode(manifest) : manifest;
  const { faces, problems } = await readFontsFolder("fonts/fonts.json", bytes, gongwen, async (file) => {
    asked.push(file);
    return files[file];
  });
  return { faces: faces.map((face) => [fontsDrawnBy(face, gongwen).join(), face.name]), problems };
}

const entry = (name: string, file: string) => JSON.stringify({ faces: [{ name, file }] });

test("a folder gives the faces that its manifest names, best first", async () => {
  const faces = [
    { name: "仿宋", file: "simfang.ttf" },
    { name: "FangSong_GB2312", file: "fs2312.ttf" },
  ];
  expect(await folder(JSON.stringify({ faces }))).toEqual({
    faces: [
      ["fangsong", "仿宋_GB2312"],
      ["fangsong", "仿宋"],
    ],
    problems: [],
  });
});

test("the manifest may come from any editor of the desk: with a mark of its order, or in GBK", async () => {
  const text = entry("仿宋", "simfang.ttf");
  expect(await folder(`\ufeff${text}`)).toEqual({ faces: [["fangsong", "仿宋"]], problems: [] });
  const [before = "", after = ""] = text.split("仿宋");
  const gbk = Buffer.concat([Buffer.from(before), Buffer.from([0xb7, 0xc2, 0xcb, 0xce]), Buffer.from(after)]);
  expect(await folder(gbk)).toEqual({ faces: [["fangsong", "仿宋"]], problems: [] });
});

describe("a faulty manifest is told in one sentence for each fault, with its place and the mend:", () => {
  test.for([
    ['{"faces": [', "fonts/fonts.json 不完整或不是 JSON 文件。参照 README 重写，或删掉它。"],
    ["{}", "fonts/fonts.json：faces：缺少这一项。"],
    [entry("", "a.ttf"), "fonts/fonts.json：faces[0].name：缺少这一项。"],
    [
      '{"faces": [{"name": "仿宋", "file": "simfang.ttf", "weight": 400}]}',
      "fonts/fonts.json：faces[0]：没有“weight”这一项，去掉或改名。",
    ],
    [
      entry("细明体", "a.ttf"),
      /^fonts\/fonts\.json faces\[0\]：没有“细明体”这种公文字体，可以写方正小标宋简体、黑体、/,
    ],
    [
      entry("仿宋", "simfang2.ttf"),
      "fonts/fonts.json faces[0]：文件夹里没有“simfang2.ttf”。放进去，或改成文件夹里有的文件名。",
    ],
    [
      entry("楷体", "simfang.ttf"),
      /^fonts\/fonts\.json faces\[0\]：“simfang.ttf”里的字体是“仿宋”，不是“楷体”。/,
    ],
    [
      entry("仿宋", "forbidden.ttf"),
      /^fonts\/fonts\.json faces\[0\]：“forbidden.ttf”里的“仿宋_GB2312”不允许嵌入/,
    ],
  ] as const)("%s", async ([manifest, sentence]) => {
    const { faces, problems } = await folder(manifest);
    expect(faces).toEqual([]);
    expect(problems).toEqual([typeof sentence === "string" ? sentence : expect.stringMatching(sentence)]);
  });

  test.for([
    "https://elsewhere.cn/a.ttf",
    "../drafts.json",
    "a/b.ttf",
    "C:\\Windows\\Fonts\\simfang.ttf",
    ".env",
  ])("a file elsewhere is not asked for: %s", async (file) => {
    asked.length = 0;
    const { problems } = await folder(entry("仿宋", file));
    expect(problems).toEqual([
      `fonts/fonts.json faces[0]：只写文件名，字体文件放在同一个文件夹里，现在是“${file}”。`,
    ]);
    expect(asked).toEqual([]);
  });

  test("and its sound entries are used all the same", async () => {
    const faces = [
      { name: "仿宋", file: "gone.ttf" },
      { name: "仿宋_GB2312", file: "fs2312.ttf" },
    ];
    const reading = await folder(JSON.stringify({ faces }));
    expect(reading.faces).toEqual([["fangsong", "仿宋_GB2312"]]);
    expect(reading.problems).toHaveLength(1);
  });
});

test("the manifest in the note for administrators, and that of the README, are read without a fault", async () => {
  for (const file of ["templates/fonts-folder.txt", "README.md"]) {
    const note = await readFile(new URL(`../../${file}`, import.meta.url), "utf8");
    const [manifest = ""] = /\{\s*"faces".*?\]\s*\}/s.exec(note) ?? [];
    const { faces } = JSON.parse(manifest) as { faces: { name: string; file: string }[] };
    const fonts = new Map<string, Uint8Array>();
    for (const { name, file } of faces) {
      fonts.set(file, await madeFont({ ...small, chinese: name, english: "Made", postScript: "Made" }));
    }
    const bytes = new TextEncoder().encode(manifest);
    const reading = await readFontsFolder("fonts.json", bytes, gongwen, async (name) => fonts.get(name));
    expect(reading.problems).toEqual([]);
    expect(reading.faces.map(({ name }) => name).sort()).toEqual(faces.map(({ name }) => name).sort());
  }
});
