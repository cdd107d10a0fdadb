import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { samplePath } from "../fixtures/reports.ts";
import { nianbao, temporaryDirectory } from "./run.ts";

const out = temporaryDirectory();
const title = "青禾县人民政府2025年政府信息公开工作年度报告";
const file = (format: string): string => join(out, `${title}.${format}`);

beforeAll(async () => {
  const args = ["render", samplePath("qinghe-2025"), "--to", "docx,html,pdf,xlsx", "--out", out];
  expect((await nianbao(...args)).status).toBe(0);
});

describe.concurrent("a document that the program wrote", () => {
  it.each(["docx", "html", "pdf"])("is checked like the draft it carries: %s", async (format) => {
    const ran = await nianbao("check", file(format), "--json");
    expect(ran).toEqual(await nianbao("check", samplePath("qinghe-2025"), "--json"));
    expect(ran.status).toBe(0);
  });

  it("is last year's report too", async () => {
    const draft = JSON.parse(readFileSync(samplePath("qinghe-2025"), "utf8"));
    const next = join(temporaryDirectory(), "2026.json");
    writeFileSync(next, JSON.stringify({ ...draft, year: 2026 }));
    const { stdout } = await nianbao("check", next, "--prior", file("docx"));
    expect(stdout).toContain("逐句与2025年报告相同");
  });

  it("is written again in another format, and never over itself", async () => {
    const again = temporaryDirectory();
    expect((await nianbao("render", file("html"), "--to", "txt", "--out", again)).status).toBe(0);
    expect(readdirSync(again)).toEqual([`${title}.txt`]);
    const before = readFileSync(file("docx"));
    expect(await nianbao("render", file("docx"), "--to", "docx", "--out", out)).toEqual({
      status: 2,
      stdout: "",
      stderr: `${file("docx")} 就是正在读的文件，没有覆盖。换一个 --out 目录\n`,
    });
    expect(readFileSync(file("docx"))).toEqual(before);
  });

  it("that was changed in Word says what was changed, on standard error", async () => {
    const files = unzipSync(readFileSync(file("docx")));
    const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    const edited = join(temporaryDirectory(), "改过.docx");
    writeFileSync(edited, zipSync({ ...files, "word/document.xml": strToU8(xml.replace(/>308</, ">309<")) }));
    const { status, stderr } = await nianbao("check", edited);
    expect(status).toBe(0);
    expect(stderr.split("\n").slice(0, 2)).toEqual([
      `${edited}：这份 Word 文件导出后改过 1 处。打开的是导出时的草稿，这些改动没有带进来，要保留的在这里再填一遍：`,
      "  一、本年新收政府信息公开申请数量「总计」：308 改成 309",
    ]);
  });

  it("leaves the draft out of every format where that is wished", async () => {
    const bare = temporaryDirectory();
    const args = ["render", samplePath("qinghe-2025"), "--to", "docx,html,pdf", "--out", bare];
    expect((await nianbao(...args, "--without-draft")).status).toBe(0);
    for (const format of ["docx", "html", "pdf"]) {
      const { status, stderr } = await nianbao("check", join(bare, `${title}.${format}`));
      expect(status).toBe(2);
      expect(stderr).toContain("没有附草稿");
    }
  });

  it("without a draft inside is refused with one line, which names the command that reads it", async () => {
    const { status, stdout, stderr } = await nianbao("check", file("xlsx"));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^[^\n]+：这个文件里没有草稿：[^\n]+。已发布的报告先用 import 命令读成草稿。\n$/);
  });
});
