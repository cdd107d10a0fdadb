import { stderr, stdout } from "node:process";
import wording from "../../templates/wording.json" with { type: "json" };
import { editionForYear } from "../edition/builtin.ts";
import { officeKinds, officeLevels } from "../edition/schema.ts";
import { fill } from "../edition/wording.ts";
import { createDraft } from "../report/file/create.ts";
import { serialiseDraft } from "../report/file/serialise.ts";
import { editionsFor, writeOut } from "./files.ts";
import { oneOf, readOptions, required } from "./options.ts";
import { CommandProblem } from "./problem.ts";

/** `new --edition 2021 --year 2025 --name 某某局 --kind department --level county --out draft.json` */
export async function newCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ["edition", "year", "name", "kind", "level", "out"], { files: 0 });
  const editions = await editionsFor(options);
  const year = Number(required(options, "year"));
  if (!Number.isInteger(year) || year < 1949 || year > 2999) {
    throw new CommandProblem(fill(wording.commandLine.badYear, { year: required(options, "year") }));
  }
  const named = options.values.edition;
  const edition = named === undefined ? editionForYear(editions, year) : editions.get(String(named));
  if (!edition) {
    const { noEdition, noEditionForYear } = wording.commandLine;
    const values = { edition: String(named), year: String(year), known: [...editions.keys()].join("、") };
    throw new CommandProblem(fill(named === undefined ? noEditionForYear : noEdition, values));
  }
  const out = required(options, "out");
  const draft = createDraft(edition, year, {
    name: required(options, "name"),
    kind: oneOf(options, "kind", officeKinds),
    level: oneOf(options, "level", officeLevels),
  });
  await writeOut(out, serialiseDraft(draft), { asNew: true });
  stdout.write(`${out}\n`);
  stderr.write(`${fill(wording.commandLine.created, { edition: edition.name })}\n`);
  return 0;
}
