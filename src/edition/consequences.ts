import wording from "../../templates/wording.json" with { type: "json" };
import type { TemplateProblem } from "./read.ts";
import { isNearlySpeltLike } from "./spelling.ts";

/**
 * One slip, one message: leaves out the problems that another one already explains. A mistyped row makes a
 * rule name a row that is not there; mending the row mends both. A name that is spelt quite otherwise is a
 * slip of its own and stays. `tables` are the tables' ids in the order of the template.
 */
export function withoutConsequences(
  problems: readonly TemplateProblem[],
  tables: readonly string[],
): TemplateProblem[] {
  return problems.filter(
    (problem) => !problems.some((cause) => cause !== problem && explains(cause, problem, tables)),
  );
}

function explains(cause: TemplateProblem, problem: TemplateProblem, tables: readonly string[]): boolean {
  switch (problem.code) {
    case "missing":
      return cause.code === "unknownKey" && isNearlySpeltLike(cause.name ?? "", keyOf(problem.place));
    case "titlePlaceholder":
      return isMisshapen(cause, /^title/) || (cause.place === "title" && isAbout(cause, unbraced(problem)));
    case "years":
      return isMisshapen(cause, /^years/);
    case "labelWidths":
      return isMisshapen(cause, /^tables(?!.*\.(id|label|help|value|unit|caption|rowHead|sumOf)$)/);
    case "unknownTable":
      return isMisshapen(cause, /^tables(\[\d+\](\.id)?)?$/) && mayBe(cause, [problem.name ?? ""]);
    case "tableNotUsed":
      if (isMisshapen(cause, /^sections(\[\d+\](\.contents(\[\d+\](\.(kind|table))?)?)?)?$/)) return true;
      return cause.code === "unknownTable" && isAbout(cause, problem.name ?? "");
    case "unknownLine":
    case "unknownCell":
    case "freeWithoutCell":
      return makesUnknown(cause, problem.name ?? "", tables);
    case "uncovered":
      return uncovers(cause, (problem.name ?? "").split("."));
    default:
      return false;
  }
}

/** A table, row or column without its right id, or a part of a table that could not be read at all. */
function makesUnknown(cause: TemplateProblem, names: string, tables: readonly string[]): boolean {
  if (!isMisshapen(cause, /^tables(\[\d+\](\.id|\.blocks.*)?)?$/)) return false;
  if (/\.(label|help|value|unit|caption|rowHead|sumOf)$/.test(cause.place)) return false;
  const inTable = tables[Number(/^tables\[(\d+)\]\.blocks/.exec(cause.place)?.[1])];
  return names.split(wording.finding.and).some((name) => {
    const parts = name.split(".");
    if (inTable === undefined || parts.length === 1) return mayBe(cause, parts.slice(0, 1));
    return parts[0] === inTable && mayBe(cause, parts.slice(1));
  });
}

/** A rule or an entry of `free` that is not understood covers nothing, also not what it was meant to. */
function uncovers(cause: TemplateProblem, cell: readonly string[]): boolean {
  switch (cause.code) {
    case "unknownTable":
    case "unknownLine":
    case "unknownSum":
      return cell.some((part) => isAbout(cause, part));
    case "unknownCell":
    case "freeWithoutCell":
      return (cause.name ?? "").split(wording.finding.and).some((name) => {
        const parts = name.split(".");
        return cell.every((part, index) => /[{*]/.test(parts[index] ?? "") || isLike(parts[index], part));
      });
    default:
      return isMisshapen(
        cause,
        /^(rules(\[\d+\](\.each.*|\.(left|right)(\[\d+\](\.cells)?)?)?)?|free(\[\d+\])?)$/,
      );
  }
}

function isMisshapen(cause: TemplateProblem, place: RegExp): boolean {
  return ["wrongType", "missing", "wrongForm", "tooFew"].includes(cause.code) && place.test(cause.place);
}

function isAbout(cause: TemplateProblem, name: string): boolean {
  return isLike(cause.name, name);
}

/** Whether the faulty name may have been meant as one of these; one that is not there may have been any. */
function mayBe(cause: TemplateProblem, names: readonly string[]): boolean {
  return cause.name === undefined || names.some((name) => isAbout(cause, name));
}

function isLike(a: string | undefined, b: string): boolean {
  return a === b || isNearlySpeltLike(a ?? "", b);
}

function keyOf(place: string): string {
  return place.slice(place.lastIndexOf(".") + 1);
}

function unbraced(problem: TemplateProblem): string {
  return (problem.name ?? "").replace(/[{}]/g, "");
}
