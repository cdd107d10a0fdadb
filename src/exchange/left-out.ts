import wording from "../../templates/wording.json" with { type: "json" };
import { type Block, cellLinesOf, type Document, type Run, textOf } from "../document/tree.ts";
import { fill } from "../edition/wording.ts";
import { type Feature, formats, type OutputFormat } from "./formats.ts";

/** What of a section a format does not show, in the words of the screen. */
export type LeftOut = { readonly section: string; readonly what: readonly string[] };

/**
 * What stands in a document and is not shown, or only in words, in a file of this format, section by section.
 * A stamp and contents are no part of the text.
 */
export function leftOutOf(document: Document, format: OutputFormat): LeftOut[] {
  const { leavesOut, inWords }: { leavesOut: readonly Feature[]; inWords: readonly Feature[] } =
    formats[format];
  const sections: { name: string; features: Set<Feature> }[] = [];
  let current = { name: wording.leftOut.opening, features: new Set<Feature>() };
  for (const block of document.blocks) {
    if (block.type === "heading" && block.level === 1) {
      current = { name: textOf(block.runs), features: new Set() };
    }
    if (!sections.includes(current)) sections.push(current);
    for (const feature of featuresOf(block)) current.features.add(feature);
  }
  return sections.flatMap(({ name, features }) => {
    const lacking = leavesOut.filter((feature) => features.has(feature));
    // Where the texts stay behind, so does all that is in them.
    const lost = lacking.includes("text")
      ? lacking.filter((one) => one === "text" || one === "chart")
      : lacking;
    const said = inWords.filter((feature) => features.has(feature));
    const what = [
      ...lost.map((feature) => wording.leftOut.things[feature]),
      ...said.map((feature) => fill(wording.leftOut.inWords, { thing: wording.leftOut.things[feature] })),
    ];
    return what.length > 0 ? [{ section: name, what }] : [];
  });
}

/** The same in one sentence without a full stop, sections that lack the same together; "" where all is shown. */
export function leftOutWords(document: Document, format: OutputFormat): string {
  const sections = new Map<string, string[]>();
  for (const { section, what } of leftOutOf(document, format)) {
    const things = what.join(wording.finding.and);
    sections.set(things, [...(sections.get(things) ?? []), fill(wording.leftOut.section, { section })]);
  }
  if (sections.size === 0) return "";
  const parts = [...sections].map(([what, names]) =>
    fill(wording.leftOut.part, { sections: names.join(""), what }),
  );
  return fill(wording.leftOut.sentence, { parts: parts.join(wording.leftOut.between) });
}

function featuresOf(block: Block): Feature[] {
  switch (block.type) {
    case "heading":
      return [];
    case "paragraph":
      return block.style === "body" ? ["text", ...marksOf(block.runs)] : [];
    case "item":
      return ["text", "item", ...marksOf(block.runs)];
    case "picture":
      return ["picture"];
    case "chart":
      return ["chart"];
    case "table":
      return block.rows.flat().flatMap((cell) => marksOf(cellLinesOf(cell).flat()));
  }
}

function marksOf(runs: readonly Run[]): Feature[] {
  return runs.flatMap((run): Feature[] => [
    ...(run.strong ? ["strong" as const] : []),
    ...(run.emphasis ? ["emphasis" as const] : []),
  ]);
}
