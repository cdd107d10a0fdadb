import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtinEditions } from "../../src/edition/builtin.ts";
import { outputFormats } from "../../src/exchange/write.ts";
import { createDraft } from "../../src/report/file/create.ts";
import { edition2021, madeUpPath, opened } from "../fixtures/reports.ts";
import { nianbao, npmRunNianbao, temporaryDirectory } from "./run.ts";

const known = [...builtinEditions.keys()].join("、");
const office = ["--name", "芦川县水利局", "--kind", "department", "--level", "county"];

describe.concurrent("new", () => {
  it("writes an empty draft, prints its path and tells people on standard error", async () => {
    const out = join(temporaryDirectory(), "草稿 1.json");
    const ran = await npmRunNianbao("new", "--edition", "2021", "--year", "2025", ...office, "--out", out);
    expect(ran).toEqual({ status: 0, stdout: `${out}\n`, stderr: "已新建草稿，2021年版格式\n" });
    const organisation = { name: "芦川县水利局", kind: "department", level: "county" } as const;
    expect(opened(readFileSync(out, "utf8"))).toEqual(createDraft(edition2021, 2025, organisation));
  });

  it("takes the edition that is prescribed for the year when none is named", async () => {
    const out = join(temporaryDirectory(), "草稿.json");
    expect((await nianbao("new", "--year", "2020", ...office, "--out", out)).status).toBe(0);
    expect(opened(readFileSync(out, "utf8")).edition).toBe("2019");
  });

  it("does not write over a file that is there", async () => {
    const out = join(temporaryDirectory(), "草稿.json");
    writeFileSync(out, "the only copy");
    const ran = await nianbao("new", "--year", "2025", ...office, "--out", out);
    expect(ran).toEqual({
      status: 2,
      stdout: "",
      stderr: `已有文件 ${out}，没有覆盖。换一个文件名，或先移走它\n`,
    });
    expect(readFileSync(out, "utf8")).toBe("the only copy");
  });

  it("takes an edition of one's own with --template", async () => {
    const out = join(temporaryDirectory(), "草稿.json");
    const ran = await nianbao("new", "--year", "2032", "--template", madeUpPath, ...office, "--out", out);
    expect(ran.stderr).toBe("已新建草稿，2031年版格式（测试用）\n");
    expect(opened(readFileSync(out, "utf8")).edition).toBe("2031");
  });

  it.each([
    ["no year", ["--edition", "2021"], "缺少 --year\n"],
    ["no file", ["--year", "2025"], "缺少 --out\n"],
    ["an empty name", ["--year", "2025", "--name", "", "--out", "x"], "缺少 --name\n"],
    [
      "a year in words",
      ["--year", "今年", "--out", "x"],
      "--year 要写四位数的年份，例如 2025，现在是“今年”\n",
    ],
    [
      "a year of five digits",
      ["--year", "20255", "--out", "x"],
      "--year 要写四位数的年份，例如 2025，现在是“20255”\n",
    ],
    [
      "an unknown edition",
      ["--year", "2025", "--edition", "2031", "--out", "x"],
      `没有“2031”版格式，可以是：${known}\n`,
    ],
    [
      "a year without edition",
      ["--year", "2010", "--out", "x"],
      `2010年的报告没有对应的格式，可以用 --edition 指定一种：${known}\n`,
    ],
    [
      "an unknown kind",
      ["--year", "2025", "--kind", "ministry", "--out", "x"],
      "--kind 不能是“ministry”，可以是：government、department、town、office\n",
    ],
    [
      "an unknown level",
      ["--year", "2025", "--level", "village", "--out", "x"],
      "--level 不能是“village”，可以是：province、city、county、town\n",
    ],
    ["an unknown option", ["--yaer", "2025"], "没有 --yaer 这个选项\n"],
    ["an option without its text", ["--out"], "--out 的写法不对：后面缺了内容，或多写了内容\n"],
    [
      "a file where none is wanted",
      ["某某.json", "--year", "2025", "--out", "x"],
      "一次只能处理一份草稿，多了 某某.json\n",
    ],
    [
      "a place that cannot be written",
      ["--year", "2025", "--out", "/dev/null/draft.json"],
      "写不进 /dev/null/draft.json（路径里有一段不是文件夹）\n",
    ],
    ["a directory for a file", ["--year", "2025", "--out", "/tmp"], "写不进 /tmp（这是文件夹，不是文件）\n"],
  ])("%s is one line on standard error and status 2", async (_, args, line) => {
    expect(await nianbao("new", ...office, ...args)).toEqual({
      status: 2,
      stdout: "",
      stderr: line,
    });
  });

  it("a template with faults is told fault by fault", async () => {
    const file = join(temporaryDirectory(), "格式.json");
    const template = JSON.parse(readFileSync(madeUpPath, "utf8")) as Record<string, unknown>;
    writeFileSync(
      file,
      JSON.stringify({ ...template, title: ["{organisation}"], years: { from: 2031, to: 2030 } }),
    );
    const ran = await nianbao("new", "--year", "2025", "--template", file, ...office, "--out", "x");
    expect(ran).toEqual({
      status: 2,
      stdout: "",
      stderr: "years：起始年份晚于终止年份。\ntitle：标题里要有 {year}。\n",
    });
  });
});

describe.concurrent("how the commands are used", () => {
  const lines = ["new", "check", "render", "import"].map((name) =>
    expect.stringContaining(`nianbao ${name} `),
  );

  it.each([["rendr"], ["constructor"], ["toString"], [""]])(
    "is said when there is no command %j",
    async (name) => {
      const { status, stdout, stderr } = await nianbao(...(name === "" ? [] : [name]));
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr.startsWith(name === "" ? "用法" : `没有“${name}”这个命令。用法`)).toBe(true);
      expect(stderr.split("\n")).toEqual(expect.arrayContaining(lines));
    },
  );

  it("names each kind of file that a report is written in", async () => {
    const { stdout } = await nianbao("help");
    expect(stdout).toContain(` --to ${[...outputFormats, "svg", "png"].join()} `);
  });

  it.each([["help"], ["--help"], ["-h"]])("is said when it is asked for with %s", async (name) => {
    const { status, stdout, stderr } = await nianbao(name);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")).toEqual(expect.arrayContaining(lines));
  });
});
