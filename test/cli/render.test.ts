import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { compose } from "../../src/document/compose.ts";
import { textsOf } from "../../src/document/tree.ts";
import { outputFormats } from "../../src/exchange/write.ts";
import { gongwen } from "../../src/formats/style.ts";
import { elementsOf, readHtml } from "../fixtures/read-html.ts";
import { readText } from "../fixtures/read-text.ts";
import { edition2021, liuwanPath, madeUpPath, sample, samplePath } from "../fixtures/reports.ts";
import { nianbao, npmRunNianbao, temporaryDirectory } from "./run.ts";

const title = "青禾县人民政府2025年政府信息公开工作年度报告";
const formats = [...outputFormats, "svg", "png"].join("、");
const qinghe = samplePath("qinghe-2025");

describe.concurrent("render", () => {
  it("writes the documents, named by the title, and prints their paths", async () => {
    const out = join(temporaryDirectory(), "到/里面 去");
    const ran = await npmRunNianbao("render", qinghe, "--to", "docx,pdf,html,txt", "--out", out);
    const files = ["docx", "pdf", "html", "txt"].map((format) => join(out, `${title}.${format}`));
    expect(ran).toEqual({ status: 0, stdout: files.map((file) => `${file}\n`).join(""), stderr: "" });
    const [docx, pdf, html, txt] = files.map((file) => readFileSync(file));
    expect(docx?.subarray(0, 2).toString("latin1")).toBe("PK");
    expect(pdf?.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    const texts = textsOf(compose(edition2021, sample("qinghe-2025"))).filter((text) => text !== "");
    expect(readHtml(html?.toString("utf8") ?? "").texts.filter((text) => text !== "")).toEqual(texts);
    expect(readText(txt?.toString("utf8") ?? "").texts).toEqual(texts);
  });

  it("writes a report with errors all the same, says so and ends with 1", async () => {
    const out = temporaryDirectory();
    const { status, stdout, stderr } = await nianbao(
      "render",
      samplePath("lixia-2020"),
      "--to",
      "txt",
      "--out",
      out,
    );
    expect(status).toBe(1);
    expect(readdirSync(out)).toEqual(["济南市历下区人民政府2020年政府信息公开工作年度报告.txt"]);
    expect(stdout).toContain(out);
    expect(stderr).toBe("文件已生成，但报告还有 1 处错误，所以标了“草稿”，可用 check 命令查看\n");
    const [file = ""] = readdirSync(out);
    expect(readFileSync(join(out, file), "utf8").split("\r\n").slice(0, 2)).toEqual([
      "济南市历下区人民政府2020年政府信息公开工作年度报告",
      "（草稿）",
    ]);
  });

  it("draws the picture of the year, alone or beside documents, with the change on last year", async () => {
    const out = temporaryDirectory();
    const draft = sample("qinghe-2025");
    const file = join(temporaryDirectory(), "两年.nianbao.json");
    writeFileSync(file, JSON.stringify({ ...draft, prior: { ...draft, year: 2024, prior: undefined } }));
    const { status, stdout } = await nianbao("render", file, "--to", "svg,txt", "--out", out);
    expect(status).toBeLessThan(2);
    expect(stdout).toContain(`${title}图解.svg`);
    const svg = readFileSync(join(out, `${title}图解.svg`), "utf8");
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    for (const words of ["依申请公开", ">308<", "与上年持平", "%"]) expect(svg).toContain(words);
  });

  it("writes the documents of a report without figures, says that there is nothing to draw, and ends with 1", async () => {
    const blank = join(temporaryDirectory(), "空白.json");
    const office = ["--name", "芦川县水利局", "--kind", "department", "--level", "county"];
    await nianbao("new", "--year", "2025", ...office, "--out", blank);
    const out = temporaryDirectory();
    const { status, stdout, stderr } = await nianbao("render", blank, "--to", "svg,txt", "--out", out);
    expect(status).toBe(1);
    expect(stdout).toMatch(/年度报告\.txt\n$/);
    expect(stderr.split("\n")).toEqual([
      "还没有可以画进图解的数字",
      expect.stringMatching(/^文件已生成，但报告还有 \d+ 处错误/),
      "",
    ]);
    expect((await nianbao("render", blank, "--to", "svg", "--out", out)).status).toBe(2);
  });

  it("names what a kind of file does not show", async () => {
    const out = temporaryDirectory();
    const { status, stderr } = await nianbao("render", qinghe, "--to", "xlsx,txt", "--out", out);
    expect([status, stderr]).toEqual([
      0,
      `${title}.xlsx不显示“前言”“一、总体情况”“五、存在的主要问题及改进情况”“六、其他需要报告的事项”的文字\n`,
    ]);
  });

  it("writes an edition of one's own with --template", async () => {
    const out = temporaryDirectory();
    const args = ["render", liuwanPath, "--template", madeUpPath, "--to", "html", "--out", out];
    expect((await nianbao(...args)).status).toBe(0);
    expect(readdirSync(out)).toEqual(["柳湾县交通运输局2032年度信息公开工作报告.html"]);
  });

  it("without errors bears no stamp; contents and charts stand in it when they are asked for", async () => {
    const [plain, wished] = [temporaryDirectory(), temporaryDirectory()];
    const args = ["render", qinghe, "--to", "html,docx", "--out"];
    expect((await nianbao(...args, plain)).status).toBe(0);
    expect((await nianbao(...args, wished, "--style", "tuwen", "--contents")).status).toBe(0);
    const [bare = "", full = ""] = [plain, wished].map((out) =>
      readFileSync(join(out, `${title}.html`), "utf8"),
    );
    expect(bare).not.toMatch(/草稿<|<nav|<svg/);
    expect(full).not.toMatch(/草稿</);
    expect(elementsOf(readHtml(full).root, (tag) => tag === "svg")).toHaveLength(4);
    expect(elementsOf(readHtml(full).root, (tag) => tag === "nav")).toHaveLength(1);
    const word = readFileSync(join(wished, `${title}.docx`));
    expect(
      strFromU8(unzipSync(word)["word/document.xml"] ?? new Uint8Array()).match(/<wpg:wgp>/g),
    ).toHaveLength(4);
  });

  it("takes a style from a file, and names every fault of one", async () => {
    const out = temporaryDirectory();
    const style = join(out, "本局版式.json");
    const text = { ...gongwen.text, body: { ...gongwen.text.body, sizePt: 15 } };
    writeFileSync(style, `\uFEFF${JSON.stringify({ ...gongwen, text })}`);
    const args = ["render", qinghe, "--to", "html", "--out", out, "--style"];
    expect((await nianbao(...args, style)).status).toBe(0);
    expect(readFileSync(join(out, `${title}.html`), "utf8")).toContain("font:normal 15pt/29pt '仿宋_GB2312'");
    writeFileSync(style, JSON.stringify({ ...gongwen, charts: "yes", page: undefined }));
    expect(await nianbao(...args, style)).toEqual({
      status: 2,
      stdout: "",
      stderr: `${style}：版式文件有 2 处要改：\ncharts：应为true 或 false。\npage：缺少这一项。\n`,
    });
    writeFileSync(style, "{");
    expect((await nianbao(...args, style)).stderr).toBe(
      `${style}：版式文件有 1 处要改：\n版式文件不完整，或者不是版式文件。\n`,
    );
    expect(await nianbao(...args, "tuwn")).toEqual({
      status: 2,
      stdout: "",
      stderr: "没有“tuwn”这个版式，也没有这个文件。程序自带的版式：gongwen、tuwen\n",
    });
  });

  it("an organisation with path characters in its name stays inside the directory", async () => {
    const directory = temporaryDirectory();
    const draft = sample("qinghe-2025");
    const file = join(directory, "草稿.json");
    writeFileSync(
      file,
      JSON.stringify({ ...draft, organisation: { ...draft.organisation, name: "../../乙:县/丙" } }),
    );
    const out = join(directory, "里");
    expect((await nianbao("render", file, "--to", "txt", "--out", out)).status).toBe(0);
    expect(readdirSync(out)).toEqual(["乙县丙2025年政府信息公开工作年度报告.txt"]);
    expect(readdirSync(directory).sort()).toEqual(["草稿.json", "里"].sort());
  });

  it.each<readonly [string, string[], string]>([
    ["no format", ["--out", "/tmp"], "缺少 --to\n"],
    ["no directory", ["--to", "txt"], "缺少 --out\n"],
    ["an unknown format", ["--to", "txt,rtf", "--out", "/tmp"], `--to 不能是“rtf”，可以是：${formats}\n`],
    ["an empty format", ["--to", "txt,", "--out", "/tmp"], `--to 不能是“”，可以是：${formats}\n`],
    [
      "a directory under a file",
      ["--to", "txt", "--out", "package.json/里"],
      "写不进 package.json/里（路径里有一段不是文件夹）\n",
    ],
    [
      "a file for a directory",
      ["--to", "txt", "--out", "package.json"],
      "写不进 package.json（已有同名的文件）\n",
    ],
  ])("%s is one line on standard error and status 2", async (_, args, line) => {
    expect(await nianbao("render", qinghe, ...args)).toEqual({ status: 2, stdout: "", stderr: line });
  });

  it("a file that cannot be written is named", async () => {
    const out = temporaryDirectory();
    mkdirSync(join(out, `${title}.txt`));
    const ran = await nianbao("render", qinghe, "--to", "txt", "--out", out);
    expect(ran).toEqual({
      status: 2,
      stdout: "",
      stderr: `写不进 ${join(out, `${title}.txt`)}（这是文件夹，不是文件）\n`,
    });
  });
});
