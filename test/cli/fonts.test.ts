import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fangsong, type MadeFont, madeFont } from "../fixtures/own-fonts.ts";
import { samplePath } from "../fixtures/reports.ts";
import { drawnTexts } from "../support/pdf-fonts.ts";
import { nianbao, type Ran, temporaryDirectory } from "./run.ts";

const qinghe = samplePath("qinghe-2025");
const hei: MadeFont = {
  ...fangsong,
  from: "serif-400",
  chinese: "黑体",
  english: "SimHei",
  postScript: "SimHei",
};
const fangsongFile = await madeFont(fangsong);
const heiFile = await madeFont(hei);

/** A folder of fonts with these files in it. */
function folderOf(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = join(temporaryDirectory(), "字体 文件夹");
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

async function rendered(folder: string, to = "pdf"): Promise<Ran> {
  return nianbao("render", qinghe, "--to", to, "--out", temporaryDirectory(), "--fonts", folder);
}

async function fontOf(text: string, { stdout }: Ran): Promise<(string | undefined)[]> {
  const drawn = await drawnTexts(readFileSync(stdout.trim()));
  return [...new Set(drawn.filter((piece) => piece.text.includes(text)).map(({ font }) => font))];
}

const body = "根据《中华人民共和国政府信息公开条例》";

describe.concurrent("render --fonts", () => {
  it("sets the PDF in the faces that the folder's manifest names", async () => {
    const manifest = { faces: [{ name: "仿宋_GB2312", file: "simfang.ttf" }] };
    const files = { "simfang.ttf": fangsongFile, "other.ttf": heiFile };
    const ran = await rendered(folderOf({ ...files, "fonts.json": JSON.stringify(manifest) }));
    expect(ran).toMatchObject({ status: 0, stderr: "PDF 使用本单位的字体：仿宋_GB2312\n" });
    expect(await fontOf(body, ran)).toEqual(["FangSong_GB2312"]);
    expect(await fontOf("一、总体情况", ran)).toEqual(["NotoSansSC-Medium"]);
  });

  it("takes without a manifest the files it knows, and passes over the others", async () => {
    const unknown = await madeFont({ ...hei, chinese: "汉仪粗黑", english: "HY", postScript: "HY" });
    const files = { "A.TTF": heiFile, "b.ttf": fangsongFile, "c.ttf": unknown, "read me.txt": "字体" };
    const ran = await rendered(folderOf(files));
    expect(ran).toMatchObject({ status: 0, stderr: "PDF 使用本单位的字体：黑体、仿宋_GB2312\n" });
    expect(await fontOf("一、总体情况", ran)).toEqual(["SimHei"]);
  });

  it("says which file it may not use, and uses the others", async () => {
    const forbidden = await madeFont({ ...hei, permission: 2 });
    const ran = await rendered(folderOf({ "simhei.ttf": forbidden, "simfang.ttf": fangsongFile }));
    expect(ran.status).toBe(0);
    expect(ran.stderr.split("\n")).toEqual([
      expect.stringMatching(/^“simhei.ttf”里的“黑体”不允许嵌入 PDF/),
      "PDF 使用本单位的字体：仿宋_GB2312",
      "",
    ]);
  });

  it("asks for no fonts where no PDF is written", async () => {
    expect((await rendered("没有这个文件夹", "txt")).status).toBe(0);
  });

  it.each([
    ["no such folder", "没有这个文件夹", "读不到文件 没有这个文件夹（没有这个文件或文件夹）\n"],
    ["a folder without fonts", "docs", /^docs 里没有公文用的字体文件。可以用的有方正小标宋简体、黑体、/],
  ] as const)("%s is one line on standard error and status 2", async (_, folder, line) => {
    expect(await rendered(folder)).toEqual({
      status: 2,
      stdout: "",
      stderr: typeof line === "string" ? line : expect.stringMatching(line),
    });
  });

  it("a faulty manifest is said with its place, and nothing is written", async () => {
    const folder = folderOf({ "fonts.json": '{ "faces": [{ "name": "仿宋" }] }' });
    const { status, stdout, stderr } = await rendered(folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe(`${join(folder, "fonts.json")}：faces[0].file：缺少这一项。\n`);
  });

  it("the empty manifest of a build names no face, which is said with what to do", async () => {
    const folder = folderOf({ "fonts.json": '{ "faces": [] }' });
    const { status, stdout, stderr } = await rendered(folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/fonts\.json 里没有写一种字体（faces 是空的）。写上字体和文件名；或者删掉它/);
  });
});
