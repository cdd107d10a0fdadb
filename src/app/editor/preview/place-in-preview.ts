import type { Place } from "../../../check/finding.ts";
import type { Edition } from "../../../edition/read.ts";
import type { Draft } from "../../../report/file/draft.ts";
import { narrativeToText } from "../../../report/narrative/narrative.ts";

/**
 * The place in the form of what was pressed in the preview: the cell of a figure, the sentence of a text, the
 * field of the title. The tables of the preview have the rows and cells of the edition's layout, in its order.
 */
export function placeInPreview(pressed: Node, edition: Edition, draft: Draft): Place | undefined {
  const element = pressed.nodeType === Node.ELEMENT_NODE ? (pressed as Element) : pressed.parentElement;
  const flow = element?.closest("main");
  if (!element || !flow) return undefined;
  if (element.closest("h1")) return { cover: "name" };
  return placeOfFigure(element, flow, edition) ?? placeOfText(element, edition, draft);
}

function placeOfFigure(element: Element, flow: Element, edition: Edition): Place | undefined {
  const table = element.closest("table");
  const cell = element.closest<HTMLTableCellElement>("td, th");
  const row = element.closest("tr");
  if (!table || !cell || !row) return undefined;
  const layouts = [...edition.layouts];
  const like = [...flow.querySelectorAll("table")].filter((one) =>
    layouts.some(([, layout]) => layout.rows.length === one.rows.length),
  );
  const [id = "", layout] = layouts[like.indexOf(table)] ?? [];
  const found = layout?.rows[row.rowIndex]?.[cell.cellIndex]?.cell;
  if (found) return { cells: [found.id] };
  const section = edition.sections.find(({ contents }) =>
    contents.some((content) => content.kind === "table" && content.table === id),
  );
  return section && { section: section.id };
}

function placeOfText(element: Element, edition: Edition, draft: Draft): Place | undefined {
  const block = element.closest("p, h2, h3, h4, h5, li");
  const words = block?.textContent?.trim() ?? "";
  if (words === "") return undefined;
  const section = edition.sections.find(({ heading }) => heading === words);
  if (section) return { section: section.id };
  for (const { contents } of edition.sections) {
    for (const content of contents) {
      if (content.kind !== "narrative") continue;
      const from = narrativeToText(draft.narrative[content.slot]).indexOf(words);
      if (from >= 0) return { slot: content.slot, from, to: from };
    }
  }
  return { cover: "signature" };
}
