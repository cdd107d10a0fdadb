import { childAt, elementsIn, type XmlElement } from "../../package/xml-tree.ts";
import { numeral } from "./numerals.ts";
import { type ListPlace, settingOf } from "./paragraph-styles.ts";

/** What Word prints before a paragraph of a list. */
export type Marker = {
  /** A bullet, a plain number as lists have, or a numbering as headings have. */
  readonly kind: "bullet" | "number" | "heading";
  readonly number: number;
  /** As it is printed: `（一）`. */
  readonly text: string;
};

type Level = { readonly format: string; readonly text: string; readonly start: number };
type List = { readonly shared: string; readonly levels: readonly Level[] };

/** Counts the paragraphs of the lists in reading order (17.9). Undefined for a paragraph outside of any list. */
export function numberingOf(part: XmlElement | undefined): (place: ListPlace) => Marker | undefined {
  const lists = listsIn(part);
  const counters = new Map<string, number[]>();
  return ({ list: id, level }) => {
    const list = lists.get(id);
    const own = list?.levels[level];
    if (!list || !own || own.format === "none") return undefined;
    if (own.format === "bullet") return { kind: "bullet", number: 0, text: "" };
    const counts = counters.get(list.shared) ?? [];
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    counters.set(list.shared, counts);
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = list.levels[at];
      return shown ? numeral(counts[at] ?? shown.start, shown.format) : "";
    });
    const isPlain = own.format === "decimal" && /^%\d[.．、)）]?$/.test(own.text);
    return { kind: isPlain ? "number" : "heading", number: counts[level] ?? 1, text };
  };
}

function listsIn(part: XmlElement | undefined): Map<string, List> {
  const abstract = new Map<string, readonly Level[]>();
  for (const element of part ? elementsIn(part, "w:abstractNum") : []) {
    abstract.set(element.attributes["w:abstractNumId"] ?? "", levelsIn(element));
  }
  const lists = new Map<string, List>();
  for (const element of part ? elementsIn(part, "w:num") : []) {
    const id = element.attributes["w:numId"] ?? "";
    const shared = settingOf(element, "w:abstractNumId") ?? "";
    const overrides = elementsIn(element, "w:lvlOverride");
    const levels = (abstract.get(shared) ?? []).map((level, index) => {
      const override = overrides.find(({ attributes }) => attributes["w:ilvl"] === String(index));
      const start = settingOf(override, "w:startOverride");
      return start === undefined ? level : { ...level, start: Number(start) };
    });
    // A list that begins anew counts for itself.
    lists.set(id, { shared: overrides.length > 0 ? `${shared} ${id}` : shared, levels });
  }
  return lists;
}

function levelsIn(element: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const level of elementsIn(element, "w:lvl")) {
    const index = Number(level.attributes["w:ilvl"]);
    if (!(index >= 0 && index < 9)) continue;
    levels[index] = {
      format: settingOf(level, "w:numFmt") ?? childAt(level, "mc:AlternateContent")?.name ?? "decimal",
      text: settingOf(level, "w:lvlText") ?? "",
      start: Number(settingOf(level, "w:start") ?? 1),
    };
  }
  return Array.from(levels, (level) => level ?? { format: "none", text: "", start: 1 });
}
