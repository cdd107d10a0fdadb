import { describe, expect, it } from "vitest";
import { builtinEditions } from "../../src/edition/builtin.ts";
import { narrativeMarks } from "../../src/edition/narrative/marks.ts";
import { pathsUnder, textAt } from "../architecture/source-files.ts";
import { textOfFile } from "../fixtures/reports.ts";
import { findingsOf, sentencesByFile } from "./narrative/narratives.ts";

type Row = {
  readonly severities: readonly string[];
  readonly codes: readonly string[];
  readonly decided: string;
  readonly shown: string;
};

/** The lines of the tables of docs/checks.md. */
const rows = textOfFile("docs/checks.md")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter((cells) => cells.length === 7 && cells[3]?.startsWith("`"))
  .map(([, , severity = "", codes = "", decided = "", shown = ""]): Row => {
    const plain = (cell: string): string => cell.replaceAll("`", "");
    return {
      severities: severity.split(", "),
      codes: plain(codes).split(", "),
      decided: plain(decided),
      shown: plain(shown),
    };
  });
const onPage = rows.flatMap(({ codes }) => codes);

const sentences = sentencesByFile().flatMap((file) => file.sentences);
const flagged = new Map<string, Set<string>>();
for (const { code, severity } of sentences.filter(({ flags }) => flags.length > 0).flatMap(findingsOf))
  flagged.set(code, (flagged.get(code) ?? new Set<string>()).add(severity));

const corpus = "test/check/narrative/corpus.test.ts";

/** Whether a file says a code, whole or the part of it that the file puts together with the rest. */
function says(path: string, code: string): boolean {
  if (path === corpus) return flagged.has(code);
  const last = code.split(".").at(-1) ?? code;
  const text = textOfFile(path);
  return text.includes(`"${code}"`) || text.includes(`"${last}"`) || text.includes(`figure_${last}`);
}

describe("the page of what is checked", () => {
  it("names for each code a file that decides it and a test that shows it", () => {
    expect(rows.length).toBeGreaterThan(40);
    const lies = rows.flatMap(({ codes, decided, shown }) =>
      codes.flatMap((code) =>
        [decided, shown].filter((path) => !says(path, code)).map((path) => `${code}: ${path}`),
      ),
    );
    expect(lies).toEqual([]);
  });

  it("leaves out no code", async () => {
    const texts = await Promise.all((await pathsUnder(["src/check"], [".ts"])).map(textAt));
    const written = texts.flatMap(
      (text) => text.match(/(?<=")(?:cell|cover|edition|prior|total|narrative)\.[\w.]+(?=")/g) ?? [],
    );
    const marks = narrativeMarks().map(({ code }) => code);
    const rules = [...builtinEditions.values()].flatMap((edition) => edition.rules.map(({ id }) => id));
    const all = new Set([...written, ...marks, ...rules, ...flagged.keys()]);
    expect([...all].filter((code) => !onPage.includes(code))).toEqual([]);
  });

  it("says how much each weighs", () => {
    const found = [...flagged].flatMap(([code, all]) => [...all].map((severity) => ({ code, severity })));
    const rules = [...builtinEditions.values()].flatMap(({ rules: own }) =>
      own.map(({ id, severity }) => ({ code: id, severity })),
    );
    const isSaid = ({ code, severity }: (typeof found)[number]): boolean =>
      rows.some(({ codes, severities }) => codes.includes(code) && severities.includes(severity));
    expect([...found, ...rules].filter((one) => !isSaid(one))).toEqual([]);
  });
});
