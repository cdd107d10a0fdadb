import { existsSync, realpathSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { stderr } from "node:process";
import wording from "../../templates/wording.json" with { type: "json" };
import { builtinEditions, type Editions } from "../edition/builtin.ts";
import { type Edition, readEditionText } from "../edition/read.ts";
import { fill } from "../edition/wording.ts";
import type { FileFailure } from "../exchange/file-failure.ts";
import { openReportFile } from "../exchange/open.ts";
import { readStyleText } from "../exchange/read-style.ts";
import { builtinStyles, gongwen, type Style } from "../formats/style.ts";
import type { Draft } from "../report/file/draft.ts";
import { largestDraftBytes, tooLarge } from "../report/file/open.ts";
import type { Options } from "./options.ts";
import { CommandProblem, codeOf, reasonOf } from "./problem.ts";

/** The editions the command may use: the shipped ones, and the one given with `--template FILE`. */
export async function editionsFor(options: Options): Promise<Editions> {
  const { template } = options.values;
  if (typeof template !== "string") return builtinEditions;
  const reading = readEditionText((await readBytes(template)).toString("utf8"), builtinEditions.values());
  if (!reading.ok) throw new CommandProblem(reading.problems.map((problem) => problem.message).join("\n"));
  return new Map([...builtinEditions, [reading.edition.id, reading.edition]]);
}

/** The style that `--style` names: a shipped one by its id, or that of a file; without it the official page. */
export async function styleFor({ values }: Options): Promise<Style> {
  const name = typeof values.style === "string" ? values.style : gongwen.id;
  const shipped = builtinStyles.get(name);
  if (shipped) return shipped;
  if (!existsSync(name)) {
    const known = [...builtinStyles.keys()].join("、");
    throw new CommandProblem(fill(wording.commandLine.noStyle, { style: name, known }));
  }
  const reading = readStyleText((await readBytes(name)).toString("utf8"));
  if (reading.ok) return reading.style;
  const problems = reading.problems.map((problem) => problem.message).join("\n");
  const count = reading.problems.length;
  throw new CommandProblem(fill(wording.commandLine.styleFaults, { file: name, count, problems }));
}

/**
 * Opens a draft, or the one a document carries, with its edition, or says in one line why not. What was changed
 * by hand in a Word file is told on standard error.
 */
export async function readDraft(
  file: string | undefined,
  editions: Editions,
): Promise<{ draft: Draft; edition: Edition }> {
  if (file === undefined) throw new CommandProblem(wording.commandLine.missingFile);
  const opening = await openReportFile(await readBytes(file), editions);
  if (!opening.ok) throw new CommandProblem(`${file}：${opening.failure.message}${wayOn(opening.failure)}`);
  const { headline, changes } = opening.notice ?? { changes: [] };
  if (headline !== undefined) stderr.write(`${[`${file}：${headline}`, ...changes].join("\n  ")}\n`);
  const edition = editions.get(opening.draft.edition);
  if (!edition) throw new Error(`opened a draft of the unknown edition ${opening.draft.edition}`);
  return { draft: opening.draft, edition };
}

/** What a file that is no draft, and carries none, may still be: a published report. */
function wayOn({ code }: FileFailure): string {
  return code === "noDraftInside" || code === "notJson" ? wording.commandLine.importFirst : "";
}

/** The bytes of a file, which is not larger than any report. */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > largestDraftBytes) throw new CommandProblem(`${file}：${tooLarge(size).failure.message}`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof CommandProblem) throw error;
    throw new CommandProblem(fill(wording.commandLine.cannotRead, { file, reason: reasonOf(error) }));
  }
}

/** Whether two paths lead to one file that is there: a document must not be written over the one it is read from. */
export function isSameFile(one: string, other: string | undefined): boolean {
  if (other === undefined || !existsSync(one) || !existsSync(other)) return false;
  return realpathSync(one) === realpathSync(other);
}

/** Writes a file. `asNew` refuses to write over one that is there: a draft may be the only copy. */
export async function writeOut(
  file: string,
  content: string | Uint8Array,
  { asNew = false }: { readonly asNew?: boolean } = {},
): Promise<void> {
  try {
    await writeFile(file, content, { flag: asNew ? "wx" : "w" });
  } catch (error) {
    if (codeOf(error) === "EEXIST" && (await stat(file)).isFile()) {
      throw new CommandProblem(fill(wording.commandLine.alreadyThere, { file }));
    }
    const reason = reasonOf(codeOf(error) === "EEXIST" ? { code: "EISDIR" } : error);
    throw new CommandProblem(fill(wording.commandLine.cannotWrite, { file, reason }));
  }
}
