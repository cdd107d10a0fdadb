import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edition2021, liuwanPath, madeUpPath, sample, samplePath, withCells } from "../fixtures/reports.ts";
import { nianbao, npmRunNianbao, temporaryDirectory } from "./run.ts";

const keys = ["code", "severity", "message", "cells", "expected", "actual", "section", "excerpt"];
type Found = {
  code: string;
  severity: string;
  message: string;
  cells: string[];
  expected: unknown;
  actual: unknown;
};

function written(content: unknown): string {
  const file = join(temporaryDirectory(), "草稿.json");
  writeFileSync(
    file,
    typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return file;
}

describe.concurrent("check", () => {
  it("of a right report ends with 0", async () => {
    const { status, stderr } = await npmRunNianbao("check", samplePath("qinghe-2025"));
    expect(status).toBe(0);
    expect(stderr).toMatch(/^错误 0 处，提醒和提示 \d+ 处\n$/);
  });

  it("of a report with errors ends with 1 and says each in a line", async () => {
    const { status, stdout, stderr } = await nianbao("check", samplePath("every-rule-broken-2025"));
    const lines = stdout.trimEnd().split("\n");
    expect(status).toBe(1);
    expect(lines).toContain(
      "错误  「自然人」列：一（12）＋二（3）＝15，三·（七）总计（14）＋四（0）＝14，相差 1",
    );
    expect(lines.every((line) => /^(错误|提醒|提示) {2}\S/.test(line))).toBe(true);
    const errors = lines.filter((line) => line.startsWith("错误")).length;
    expect(stderr).toBe(`错误 ${errors} 处，提醒和提示 ${lines.length - errors} 处\n`);
  });

  it("with --json prints the contract's keys, in its order, and nothing else on standard output", async () => {
    const { status, stdout } = await nianbao("check", "--json", samplePath("every-rule-broken-2025"));
    const found = JSON.parse(stdout) as Found[];
    expect(status).toBe(1);
    for (const finding of found) expect(Object.keys(finding)).toEqual(keys);
    expect(found.find((finding) => finding.code === "requests.balance")).toEqual({
      code: "requests.balance",
      severity: "error",
      message: "「自然人」列：一（12）＋二（3）＝15，三·（七）总计（14）＋四（0）＝14，相差 1",
      cells: ["received", "carriedIn", "outcomeTotal", "carriedOut"].map(
        (row) => `requests.${row}.naturalPerson`,
      ),
      expected: 15,
      actual: 14,
      section: "requests",
      excerpt: null,
    });
    expect(found.find((finding) => finding.code === "cover.date")).toMatchObject({
      expected: null,
      cells: [],
      section: "",
    });
    expect(found.flatMap((finding) => finding.cells).filter((cell) => !edition2021.cells.has(cell))).toEqual(
      [],
    );
  });

  it("with --json of a right report prints a list all the same", async () => {
    const { stdout } = await nianbao("check", samplePath("qinghe-2025"), "--json");
    expect(JSON.parse(stdout)).toEqual(expect.any(Array));
  });

  it("warnings alone end with 0", async () => {
    const draft = withCells(sample("qinghe-2025"), { "proactive.regulations.effective": 2 });
    const { status, stdout } = await nianbao("check", written(draft));
    expect(status).toBe(0);
    expect(stdout).toContain("提醒  规章「现行有效件数」填了 2。");
  });

  it("with --prior asks the rules across years", async () => {
    const last = { ...withCells(sample("qinghe-2025"), { "requests.carriedOut.business": 2 }), year: 2024 };
    const { status, stdout } = await nianbao(
      "check",
      samplePath("qinghe-2025"),
      "--prior",
      written(last),
      "--json",
    );
    const carried = (JSON.parse(stdout) as Found[]).filter(
      (finding) => finding.code === "requests.carryOver",
    );
    expect(status).toBe(0);
    expect(carried.map((finding) => finding.message)).toEqual([
      "「自然人」列：二、上年结转（11），上年报告四、结转下年度（13），相差 2",
      "「社会公益组织」列：二、上年结转（0），上年报告四、结转下年度（1），相差 1",
      "「法律服务机构」列：二、上年结转（1），上年报告四、结转下年度（0），相差 1",
      "「其他」列：二、上年结转（0），上年报告四、结转下年度（1），相差 1",
      "「总计」列：二、上年结转（14），上年报告四、结转下年度（17），相差 3",
    ]);
  });

  it("with --template knows an edition of one's own", async () => {
    expect((await nianbao("check", liuwanPath)).stderr).toContain("用的是“2031”版报告格式，本程序没有这一版");
    expect((await nianbao("check", liuwanPath, "--template", madeUpPath)).status).toBe(0);
  });
});

describe.concurrent("what cannot be checked is one line on standard error and status 2", () => {
  it.each<readonly [string, () => string[], RegExp]>([
    ["no file", () => [], /^缺少草稿文件\n$/],
    [
      "a file that is not there",
      () => ["没有这份.json"],
      /^读不到文件 没有这份\.json（没有这个文件或文件夹）\n$/,
    ],
    ["a directory", () => ["templates"], /^读不到文件 templates（这是文件夹，不是文件）\n$/],
    ["two files", () => ["a.json", "b.json"], /^一次只能处理一份草稿，多了 b\.json\n$/],
    ["an unknown option", () => ["a.json", "--strict"], /^没有 --strict 这个选项\n$/],
    [
      "a switch with a text",
      () => ["a.json", "--json=yes"],
      /^--json 的写法不对：后面缺了内容，或多写了内容\n$/,
    ],
    ["an option without its file", () => ["a.json", "--prior"], /^--prior 的写法不对：/],
    [
      "an edition file for a draft",
      () => ["templates/editions/2021.json"],
      /：这个文件是别的程序的数据.*\n$/,
    ],
    ["a draft that broke off", () => [written('{"type": "zfxxgk-annual-report",')], /：这个文件不完整.*\n$/],
    ["an empty file", () => [written("")], /：这个文件是空的.*\n$/],
    ["a huge file", () => [written(new Uint8Array(50 * 1024 * 1024))], /：这个文件有 50 MB.*\n$/],
    [
      "a prior that is no draft",
      () => [samplePath("qinghe-2025"), "--prior", "package.json"],
      /^package\.json：这个文件是别的程序的数据.*\n$/,
    ],
    [
      "a template that is no JSON",
      () => ["a.json", "--template", "README.md"],
      /^格式文件不完整或不是 JSON 文件。\n$/,
    ],
    [
      "a template that is not there",
      () => ["a.json", "--template", "无.json"],
      /^读不到文件 无\.json（没有这个文件或文件夹）\n$/,
    ],
  ])("%s", async (_, args, line) => {
    const { status, stdout, stderr } = await nianbao("check", ...args());
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd()).not.toContain("\n");
  });
});
