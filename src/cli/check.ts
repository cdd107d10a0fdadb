import { stderr, stdout } from "node:process";
import wording from "../../templates/wording.json" with { type: "json" };
import { check } from "../check/check.ts";
import type { Finding } from "../check/finding.ts";
import { fill } from "../edition/wording.ts";
import { editionsFor, readDraft } from "./files.ts";
import { readOptions } from "./options.ts";

/** `check draft.json [--prior last-year.json] [--json]`: all findings; status 1 when there are errors. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ["prior"], { switches: ["json"] });
  const editions = await editionsFor(options);
  const { draft, edition } = await readDraft(options.files[0], editions);
  const prior =
    typeof options.values.prior === "string" ? await readDraft(options.values.prior, editions) : undefined;
  const withPrior = prior ? { ...draft, prior: priorOf(prior.draft) } : draft;
  const findings = check(edition, withPrior, editions);
  if (options.values.json) stdout.write(`${JSON.stringify(findings.map(asJson), null, 2)}\n`);
  else
    for (const finding of findings)
      stdout.write(`${wording.severity[finding.severity]}  ${finding.message}\n`);
  const errors = findings.filter((finding) => finding.severity === "error").length;
  stderr.write(`${fill(wording.commandLine.checked, { errors, others: findings.length - errors })}\n`);
  return errors > 0 ? 1 : 0;
}

function priorOf({ edition, year, tables, narrative }: Awaited<ReturnType<typeof readDraft>>["draft"]) {
  return { edition, year, tables, narrative };
}

/** The keys of the contract, in its order; what a finding lacks is null. */
function asJson(finding: Finding) {
  const { code, severity, message, cells, expected = null, actual = null, section, excerpt = null } = finding;
  return { code, severity, message, cells, expected, actual, section, excerpt };
}
