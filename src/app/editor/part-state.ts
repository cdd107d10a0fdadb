import { type BareHeading, bareHeadings, missingParts } from "../../check/bare-headings.ts";
import type { Cause } from "../../check/causes.ts";
import { sectionOf } from "../../check/finding.ts";
import { type Cell, isInput } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import type { NarrativeTemplate, SectionTemplate } from "../../edition/schema.ts";
import { contactsOf } from "../../report/contacts.ts";
import { lookupIn } from "../../report/figures/values.ts";
import type { Draft, NarrativeNode } from "../../report/file/draft.ts";
import { priorIn } from "../../report/last-year/prior.ts";
import { narrativeToText, writtenLines } from "../../report/narrative/narrative.ts";
import { narrativeIn, passagesOf } from "../../report/narrative/read-passages.ts";
import { copiedShare, foldedSentences, paragraphsOf } from "../../report/narrative/sentences.ts";
import { contactHint } from "./cover/contact-hint.ts";
import { coverId, lastYearId } from "./go-to.ts";

/** How far a part of the report is, and the words that say so. `open`: there is something to do still. */
export type PartState = {
  readonly kind: "untouched" | "open" | "errors" | "warnings" | "done";
  readonly words: string;
};

/** A part of the report as the list of sections, the panel and 发布前检查 show it. */
export type Part = { readonly id: string; readonly name: string };

/** The parts in the order in which they are worked on. */
export function partsOf(edition: Edition): Part[] {
  return [
    { id: coverId, name: "封面信息" },
    { id: lastYearId, name: "上年报告" },
    ...edition.sections.map(({ id, heading, name = "" }) => ({ id, name: heading ?? name })),
  ];
}

/**
 * How far a part is: the only place that says so. Findings come before what is not filled in, and 已完成 is
 * said of content only, not of headings, of last year's text or of a suggestion.
 */
export function stateOfPart(id: string, edition: Edition, draft: Draft, causes: readonly Cause[]): PartState {
  if (id === lastYearId) {
    return draft.prior ? { kind: "done", words: "已载入" } : { kind: "untouched", words: "未载入" };
  }
  const section = edition.sections.find((candidate) => candidate.id === id);
  const found = stateOfCauses(section?.id ?? "", edition, causes);
  if (found) return found;
  if (!section) return stateOfCover(draft);
  const states = section.contents.map((content) =>
    content.kind === "table"
      ? stateOfTable(content.table, edition, draft)
      : stateOfText(content, section, draft),
  );
  return states.find(({ kind }) => kind !== "done") ?? done;
}

const done: PartState = { kind: "done", words: "已完成" };

/** What is merely not filled in yet: where it is all there is, the part says so in words of its own. */
function isNotYet({ findings }: Cause): boolean {
  return ["cell.blank", "narrative.blank", "narrative.partEmpty", "cover.nameBlank"].includes(
    findings[0]?.code ?? "",
  );
}

function stateOfCauses(section: string, edition: Edition, causes: readonly Cause[]): PartState | undefined {
  const own = causes.filter((one) => sectionOf(one, edition) === section);
  // Beside others, what is not filled in yet is one of those that the panel counts.
  if (own.every((one) => isNotYet(one) || one.severity === "hint")) return undefined;
  const errors = own.filter(({ severity }) => severity === "error").length;
  const warnings = own.filter(({ severity }) => severity === "warning").length;
  const words = [errors > 0 ? `${errors} 处错误` : "", warnings > 0 ? `${warnings} 处提醒` : ""];
  const said = words.filter((word) => word !== "").join("，");
  return said === "" ? undefined : { kind: errors > 0 ? "errors" : "warnings", words: said };
}

function stateOfCover({ organisation, signature }: Draft): PartState {
  if (organisation.name.trim() === "") return { kind: "untouched", words: "未填单位" };
  const contacts = Object.entries(contactsOf(organisation));
  if (contacts.some(([id, value]) => contactHint(id, value) !== undefined))
    return { kind: "open", words: "看看联系方式" };
  const written = contacts.map(([, value]) => value).join("");
  const blank = [signature?.name, signature?.date, written].filter((value) => !value?.trim()).length;
  // None of them has to be filled in; the fields say so.
  return blank > 0 ? { kind: "open", words: `还可填 ${blank} 项` } : done;
}

function stateOfTable(table: string, edition: Edition, draft: Draft): PartState {
  const { filled, all } = filledOf(table, edition, draft.tables);
  if (filled === all) return done;
  return { kind: filled === 0 ? "untouched" : "open", words: `${all - filled} 格未填` };
}

/** From this share of sentences that stand in last year's report on, a text is last year's. */
const lastYearsShare = 0.9;

function stateOfText(content: NarrativeTemplate, section: SectionTemplate, draft: Draft): PartState {
  const narrative = narrativeIn(draft, content.slot);
  const known = narrative && texts.get(narrative);
  if (known && known.prior === draft.prior) return known.state;
  const state = judgeText(content, section, draft, narrative);
  if (narrative) texts.set(narrative, { prior: draft.prior, state });
  return state;
}

/** The list of sections asks at every keystroke, and a text changes seldom. */
const texts = new WeakMap<NarrativeNode, { prior: Draft["prior"]; state: PartState }>();

function judgeText(
  content: NarrativeTemplate,
  { heading }: SectionTemplate,
  draft: Draft,
  narrative: NarrativeNode | undefined,
): PartState {
  const text = narrativeToText(narrative).trim();
  if (text === "") return { kind: "untouched", words: "未写" };
  const paragraphs = paragraphsOf(narrative);
  if (paragraphs.length === 0) return { kind: "open", words: "只有小标题" };
  const bare = bareHeadings(content, passagesOf(narrative));
  if (bare.length > 0) return { kind: "open", words: `${namesOfParts(bare)}只有小标题` };
  const missing = missingParts(
    content,
    writtenLines(narrative).map((line) => line.text),
  );
  if (missing.length > 0) return { kind: "open", words: `缺 ${missing.length} 部分` };
  const { suggestion } = content;
  if (text === suggestion) return { kind: "open", words: `填了“${suggestion.replace(/。$/, "")}”` };
  const last = priorIn(draft)?.narrative;
  // The preface (without heading) is the same every year.
  if (heading === undefined || !last) return done;
  const { share } = copiedShare(paragraphs, foldedSentences(Object.values(last).flatMap(paragraphsOf)));
  return share >= lastYearsShare ? { kind: "open", words: "沿用上年文字" } : done;
}

/** （二）（三）（四）, or the whole of a heading that has no number. */
function namesOfParts(headings: readonly BareHeading[]): string {
  const numbers = headings.map(({ text }) =>
    /^\s*[（(]?[一二三四五六七八九十\d]+[）)、.．]/.exec(text)?.[0].trim(),
  );
  const [first] = headings;
  if (numbers.every((number) => number !== undefined)) return numbers.join("");
  return headings.length > 1 ? `${headings.length} 处` : `“${first?.text}”`;
}

type Filled = { readonly filled: number; readonly all: number };

/** How many of a table's inputs are filled in, with whatever was typed. */
export function filledOf(table: string, edition: Edition, tables: Draft["tables"]): Filled {
  const figures = tables[table];
  const counted = figures && counts.get(figures);
  if (counted?.edition === edition) return counted;
  const inputs = inputsOfTable(edition, table);
  const lookup = lookupIn(tables);
  const filled = inputs.filter((cell) => lookup(cell.id) !== null).length;
  const count = { filled, all: inputs.length, edition };
  if (figures) counts.set(figures, count);
  return count;
}

/** The count of each version of a table: several places ask for it at every keystroke. */
const counts = new WeakMap<object, Filled & { readonly edition: Edition }>();

const inputs = new WeakMap<Edition, Map<string, readonly Cell[]>>();

/** The inputs of a table; listed once, because they are counted at every keystroke. */
export function inputsOfTable(edition: Edition, table: string): readonly Cell[] {
  const known = inputs.get(edition) ?? new Map<string, readonly Cell[]>();
  inputs.set(edition, known);
  const own =
    known.get(table) ?? [...edition.cells.values()].filter((cell) => cell.table === table && isInput(cell));
  known.set(table, own);
  return own;
}
