import wording from "../../../templates/wording.json" with { type: "json" };
import { chartCells } from "../cell-pattern.ts";
import { type Checking, duplicates } from "./checking.ts";
import { readName, readPattern } from "./names.ts";
import type { Path } from "./problem.ts";
import { stopgapsAt } from "./stopgaps.ts";

/**
 * What is drawn, compared and meant by texts stands for cells that are there; else a bar, a main figure or a comparison would
 * silently be missing.
 */
export function checkFigures({ template, cells, stopgaps, report }: Checking): void {
  const ids = cells.map(({ id }) => id);
  const checkCells = (patterns: readonly string[], path: Path): void => {
    const unknown = patterns.filter((pattern) => readPattern(pattern, ids, stopgaps).isSlip);
    if (unknown.length > 0)
      report("unknownCell", path, { id: [...new Set(unknown)].join(wording.finding.and) });
  };
  const { jumps = [], charts = [], highlights = [], bases = {} } = template;
  for (const [basis, fits] of Object.entries(bases)) {
    fits.forEach(({ cells: added, less = [] }, index) => {
      checkCells([...added, ...less], ["bases", basis, index]);
    });
  }
  jumps.forEach((jump, index) => {
    jump.cells.forEach((pattern, c) => {
      checkCells([pattern], ["jumps", index, "cells", c]);
    });
  });
  duplicates(charts, ["charts"], "chart", report);
  charts.forEach((chart, index) => {
    if (stopgapsAt(stopgaps, ["charts", index]).length === 0)
      checkCells(chartCells(chart), ["charts", index]);
  });
  const chartIds = charts.map(({ id }) => id);
  highlights.forEach((highlight, index) => {
    highlight.figures.forEach((figure, f) => {
      checkCells([figure.cells], ["highlights", index, "figures", f, "cells"]);
    });
    highlight.charts?.forEach((id, c) => {
      if (readName(id, chartIds, stopgaps).isSlip)
        report("unknownChart", ["highlights", index, "charts", c], { id });
    });
  });
}
