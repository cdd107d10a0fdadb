import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { outputFormats } from "../../src/exchange/write.ts";
import { samplePath } from "../fixtures/reports.ts";
import { nianbao, temporaryDirectory } from "./run.ts";

const out = temporaryDirectory();
const title = "青禾县人民政府2025年政府信息公开工作年度报告";
const draft = JSON.parse(readFileSync(samplePath("qinghe-2025"), "utf8"));

beforeAll(async () => {
  const args = ["render", samplePath("qinghe-2025"), "--to", outputFormats.join(), "--out", out];
  expect((await nianbao(...args, "--without-draft")).status).toBe(0);
});

describe("a published report becomes a draft", () => {
  it.each(outputFormats)("with every figure of its tables: %s", async (format) => {
    const file = join(temporaryDirectory(), "draft.json");
    const ran = await nianbao("import", join(out, `${title}.${format}`), "--out", file, "--json");
    const said = JSON.parse(ran.stdout);
    expect(Object.keys(said)).toEqual(["edition", "year", "organisation", "filled", "notes"]);
    expect(said).toMatchObject({ edition: "2021", year: 2025, organisation: "青禾县人民政府" });
    const doubtful = new Set(said.notes.flatMap(({ cells }: { cells: string[] }) => cells));
    expect([...doubtful]).toEqual([]);
    expect(JSON.parse(readFileSync(file, "utf8")).tables).toEqual(draft.tables);
    expect(ran.stderr).toContain(`读出 ${said.filled} 格`);
  });

  it("and what stands in the file and is not read is said once", async () => {
    const files = unzipSync(readFileSync(join(out, `${title}.docx`)));
    const main = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    const noted = main.replace("</w:r></w:p>", '</w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>');
    const folder = temporaryDirectory();
    const file = join(folder, "脚注.docx");
    writeFileSync(file, zipSync({ ...files, "word/document.xml": strToU8(noted) }));
    const ran = await nianbao("import", file, "--out", join(folder, "draft.json"), "--json");
    const notes: { code: string; message: string }[] = JSON.parse(ran.stdout).notes;
    expect(notes.filter(({ code }) => code === "notRead").map(({ message }) => message)).toEqual([
      "脚注没有读",
    ]);
  });

  it("as it is, where the file carries the draft, and never over a file that is there", async () => {
    const folder = temporaryDirectory();
    expect((await nianbao("render", samplePath("qinghe-2025"), "--to", "docx", "--out", folder)).status).toBe(
      0,
    );
    const file = join(folder, "draft.json");
    const again = () => nianbao("import", join(folder, `${title}.docx`), "--out", file, "--json");
    const { status, stdout } = await again();
    expect([status, JSON.parse(stdout).notes]).toEqual([0, []]);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(draft);
    expect(await again()).toMatchObject({ status: 2, stdout: "" });
  });

  it("but not of a file without one, which is refused in one line", async () => {
    const file = join(temporaryDirectory(), "菜单.txt");
    writeFileSync(file, "红烧肉 38元\n清蒸鱼 58元\n");
    const ran = await nianbao("import", file, "--out", join(out, "none.json"));
    expect(ran).toEqual({
      status: 2,
      stdout: "",
      stderr: `${file}：这个文件里没有认出年报：没有年报的标题，也没有年报的章节和表格。看看是不是选错了文件。\n`,
    });
  });
});

it("a PDF that cannot draw a character says which, and ends with 1", async () => {
  const folder = temporaryDirectory();
  const file = join(folder, "draft.json");
  const name = "青禾县\u{2A6D6}\u{1F3DB}局";
  writeFileSync(file, JSON.stringify({ ...draft, organisation: { ...draft.organisation, name } }));
  const { status, stderr } = await nianbao("render", file, "--to", "pdf", "--out", folder);
  expect(status).toBe(1);
  expect(stderr).toMatch(/PDF 里画不出 2 个字，印成了〓：.*\u{1F3DB}/u);
});
