import { stderr, stdout } from "node:process";
import wording from "../../templates/wording.json" with { type: "json" };
import { fill } from "../edition/wording.ts";
import { importReport, type ReportImport } from "../exchange/import.ts";
import { serialiseDraft } from "../report/file/serialise.ts";
import { editionsFor, readBytes, writeOut } from "./files.ts";
import { readOptions, required } from "./options.ts";
import { CommandProblem } from "./problem.ts";

/**
 * `import FILE --out draft.json [--json]`: a draft from a published report, with a note for everything that was not
 * read with certainty; status 1 when a note is an error.
 */
export async function importCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ["out"], { switches: ["json"] });
  const [file] = options.files;
  if (file === undefined) throw new CommandProblem(wording.commandLine.missingFile);
  const out = required(options, "out");
  const editions = await editionsFor(options);
  const imported = await importReport(await readBytes(file), editions);
  if (!imported.ok) throw new CommandProblem(`${file}：${imported.failure.message}`);
  const notes = notesOf(imported);
  const filled = [...(editions.get(imported.draft.edition)?.cells.values() ?? [])].filter(
    ({ table, row, column }) => {
      const value = imported.draft.tables[table]?.[row]?.[column];
      return value !== undefined && value !== null;
    },
  ).length;
  await writeOut(out, serialiseDraft(imported.draft), { asNew: true });
  if (options.values.json)
    stdout.write(`${JSON.stringify({ ...headOf(imported), filled, notes }, null, 2)}\n`);
  else stdout.write(`${out}\n`);
  for (const { severity, message } of notes) stderr.write(`${wording.severity[severity]}  ${message}\n`);
  stderr.write(`${fill(wording.commandLine.imported, { filled, notes: notes.length })}\n`);
  return notes.some(({ severity }) => severity === "error") ? 1 : 0;
}

type Imported = ReportImport & { readonly ok: true };

/** What the file states of itself; null where it does not. */
function headOf({ draft, recognition }: Imported) {
  const { edition } = draft;
  if (!recognition) return { edition, year: draft.year, organisation: draft.organisation.name };
  return { edition, year: recognition.year ?? null, organisation: recognition.organisation ?? null };
}

/** The keys of the contract, in its order. */
function notesOf(imported: Imported) {
  const { recognition, notice } = imported;
  const said = recognition
    ? [
        ...recognition.notes,
        ...recognition.unplaced.map(({ text }) => ({
          code: "unplaced",
          severity: "hint" as const,
          message: fill(wording.commandLine.unplaced, { text: lineOf(text) }),
          cells: [],
          source: text,
        })),
      ]
    : [];
  const noticed = notice ? [notice.headline, ...notice.changes] : [];
  return [
    ...noticed.map((message) => ({
      code: "changed",
      severity: "warning" as const,
      message,
      cells: [],
      source: "",
    })),
    ...said.map(({ code, severity, message, cells, source }) => ({ code, severity, message, cells, source })),
  ];
}

/** No message quotes more than this, in characters. */
const longestQuote = 40;

function lineOf(text: string): string {
  const line = [...text.replace(/\s+/g, " ")];
  return line.length > longestQuote
    ? `${line.slice(0, longestQuote).join("")}${wording.handEdits.cut}`
    : line.join("");
}
