import type { FoundRun, FoundText } from "../../../document/found.ts";
import { childAt, elementsIn, textIn, type XmlElement } from "../../package/xml-tree.ts";

/** A list inside another stands further in by two characters, in hundredths. */
const indentOfLevel = 200;

/**
 * An item whose marker is written as a run of its own before the text, as this program writes lists; undefined for
 * any other paragraph, also for one whose number was typed with its text.
 */
export function writtenItem(
  paragraph: XmlElement,
  runs: readonly FoundRun[],
): Pick<FoundText, "item" | "runs"> | undefined {
  const [first] = elementsIn(paragraph, "w:r");
  const marker = first ? textIn(childAt(first, "w:t") ?? first) : "";
  const number = /^(?:(\d{1,3})\.|（(\d{1,3})）)$/.exec(marker);
  const rest = withoutStart(runs, marker);
  if ((marker !== "•" && !number) || !rest) return undefined;
  const inward = Number(childAt(paragraph, "w:pPr", "w:ind")?.attributes["w:leftChars"] ?? 0);
  const level = 1 + Math.max(0, Math.round(inward / indentOfLevel));
  const item = number
    ? { level, ordered: true, number: Number(number[1] ?? number[2]) }
    : { level, ordered: false };
  return { item, runs: rest };
}

/** The runs without what they begin with; undefined where they begin otherwise, or hold nothing else. */
function withoutStart([first, ...others]: readonly FoundRun[], start: string): FoundRun[] | undefined {
  if (!first?.text.startsWith(start)) return undefined;
  const text = first.text.slice(start.length);
  const rest = text === "" ? others : [{ ...first, text }, ...others];
  return rest.some((run) => run.text.trim() !== "") ? rest : undefined;
}
