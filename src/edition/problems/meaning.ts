import { cellsOf } from "../cells.ts";
import type { EditionTemplate } from "../schema.ts";
import { placeholdersOf } from "../wording.ts";
import { checkFigures } from "./charts.ts";
import { type Checking, duplicates } from "./checking.ts";
import { checkCores } from "./cores.ts";
import { problemAt, type TemplateProblem } from "./problem.ts";
import { checkRules } from "./rules.ts";
import { checkSentences } from "./sentences.ts";
import { isNearlySpeltLike } from "./spelling.ts";
import { type Stopgaps, stopgapsAt } from "./stopgaps.ts";
import { checkSections, checkTable } from "./tables.ts";

/**
 * Every fault of meaning of a template whose shape is right or was mended.
 *
 * @param others the cells of other editions; undefined where these are not known, and last year's not looked up
 */
export function meaningProblems(
  template: EditionTemplate,
  stopgaps: Stopgaps,
  others: readonly string[] | undefined,
): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const cells = cellsOf(template);
  const checking: Checking = {
    template,
    cells,
    priorCells: others && [...cells.map(({ id }) => id), ...others],
    stopgaps,
    report: (...problem) => problems.push(problemAt(...problem)),
  };
  checkFrame(checking);
  checkSections(checking);
  template.tables.forEach((table, index) => {
    checkTable(table, ["tables", index], checking);
  });
  checkCores(checking);
  checkRules(checking);
  checkFigures(checking);
  checkSentences(checking);
  return problems;
}

function checkFrame({ template, stopgaps, report }: Checking): void {
  const { from, to = from } = template.years;
  if (from > to && stopgapsAt(stopgaps, ["years"]).length === 0) report("years", ["years"]);
  checkTitle({ template, stopgaps, report });
  const contacts = template.contacts ?? [];
  duplicates(contacts, ["contacts"], "contact", report);
  contacts.forEach(({ printed }, index) => {
    for (const id of placeholdersOf(printed)) {
      if (id !== "value") report("unknownPlaceholder", ["contacts", index, "printed"], { id });
    }
  });
}

/** Every title names the office and the year. */
function checkTitle({
  template,
  stopgaps,
  report,
}: Pick<Checking, "template" | "stopgaps" | "report">): void {
  const wanted = ["organisation", "year"];
  const named = template.title.map(placeholdersOf);
  named.forEach((ids, index) => {
    for (const id of ids.filter((name) => !wanted.includes(name)))
      report("unknownPlaceholder", ["title", index], { id });
  });
  if (stopgapsAt(stopgaps, ["title"]).length > 0) return;
  for (const id of wanted) {
    if (!named.flat().some((name) => name === id || isNearlySpeltLike(name, id)))
      report("titlePlaceholder", ["title"], { id: `{${id}}` });
  }
}
