import { stderr, stdout } from "node:process";
import wording from "../../templates/wording.json" with { type: "json" };
import { check } from "../check/check.ts";
import { cellsOf, type Finding, sectionOf } from "../check/finding.ts";
import type { Edition } from "../edition/read.ts";
import { fill } from "../edition/wording.ts";
import { priorFrom, withPrior } from "../report/last-year/prior.ts";
import { editionsFor, readDraft } from "./files.ts";
import { readOptions } from "./options.ts";

/** `check draft.json [--prior last-year.json] [--json]`: all findings; status 1 when there are errors. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ["prior"], { switches: ["json"] });
  const editions = await editionsFor(options);
  const { draft, edition } = await readDraft(options.files[0], editions);
  const { prior: file } = options.values;
  const last =
    typeof file === "string" ? priorFrom((await readDraft(file, editions)).draft, file) : undefined;
  const findings = check(edition, last ? withPrior(draft, last) : draft, editions);
  if (options.values.json)
    stdout.write(
      `${JSON.stringify(
        findings.map((finding) => asJson(finding, edition)),
        null,
        2,
      )}\n`,
    );
  else
    for (const { severity, message } of findings) stdout.write(`${wording.severity[severity]}  ${message}\n`);
  const errors = findings.filter((finding) => finding.severity === "error").length;
  stderr.write(`${fill(wording.commandLine.checked, { errors, others: findings.length - errors })}\n`);
  return errors > 0 ? 1 : 0;
}

/** The keys of the contract, in its order; what a finding lacks is null. */
function asJson(finding: Finding, edition: Edition) {
  const { code, severity, message, expected = null, actual = null, excerpt = null } = finding;
  const [cells, section] = [cellsOf(finding), sectionOf(finding, edition)];
  return { code, severity, message, cells, expected, actual, section, excerpt };
}
