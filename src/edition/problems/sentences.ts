import type { SentenceTemplate } from "../schema.ts";
import { placeholdersOf } from "../wording.ts";
import type { Checking } from "./checking.ts";
import { readName, readPattern } from "./names.ts";
import type { Path } from "./problem.ts";

/** What the cover gives to a sentence; everything else in braces is a figure. */
const fromCover = ["organisation", "year"];
const cellIds = /[A-Za-z]\w*\.\w+\.\w+/g;

/** The sentences about the tables, and what texts must mention, speak of cells that are there, in a text that is there. */
export function checkSentences(checking: Checking): void {
  const { template, stopgaps, report } = checking;
  const slots = template.sections.flatMap(({ contents }) =>
    contents.flatMap((content) => (content.kind === "narrative" ? [content.slot] : [])),
  );
  template.sections.forEach(({ contents }, s) => {
    contents.forEach((content, c) => {
      const mentions = content.kind === "narrative" ? (content.mentions ?? []) : [];
      mentions.forEach(({ cell }, m) => {
        checkCell(cell, ["sections", s, "contents", c, "mentions", m, "cell"], checking);
      });
    });
  });
  template.sentences?.forEach((sentence, index) => {
    const path: Path = ["sentences", index];
    if (readName(sentence.slot, slots, stopgaps).isSlip)
      report("unknownSlot", [...path, "slot"], { id: sentence.slot });
    checkCellList(sentence.needs, [...path, "needs"], checking);
    checkVariants(sentence, path, checking);
  });
}

function checkVariants({ variants }: SentenceTemplate, path: Path, checking: Checking): void {
  variants.forEach(({ zero = [], text }, v) => {
    checkCellList(zero, [...path, "variants", v, "zero"], checking);
    text.forEach((piece, p) => {
      const place: Path = [...path, "variants", v, "text", p];
      const words = typeof piece === "string" ? piece : piece.text;
      if (typeof piece !== "string") checkCell(piece.unless0, [...place, "unless0"], checking);
      for (const name of placeholdersOf(words)) {
        const ids = name.match(cellIds) ?? [];
        if (ids.length === 0 && !fromCover.includes(name))
          checking.report("unknownPlaceholder", place, { id: name });
        for (const id of ids) checkCell(id, place, checking);
      }
    });
  });
  const last = variants.length - 1;
  if (variants[last]?.zero) checking.report("lastVariant", [...path, "variants", last, "zero"]);
}

function checkCellList(ids: readonly string[], path: Path, checking: Checking): void {
  ids.forEach((id, index) => {
    checkCell(id, [...path, index], checking);
  });
}

function checkCell(id: string, path: Path, { cells, stopgaps, report }: Checking): void {
  const known = cells.map((cell) => cell.id);
  if (readPattern(id, known, stopgaps).isSlip) report("unknownCell", path, { id });
}
