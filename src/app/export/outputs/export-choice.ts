import { useSyncExternalStore } from "react";
import { readStyleText, type StyleProblem } from "../../../exchange/read-style.ts";
import { builtinStyles, gongwen, type Style } from "../../../formats/style.ts";
import { createTopics } from "../../report-state/topics.ts";

/** A style the clerk may choose: a shipped one, or one of a file of the office's own. */
export type OfferedStyle = {
  readonly key: string;
  readonly name: string;
  readonly style: Style;
  readonly isOwn: boolean;
};

/** How reports leave the program; kept for the next time where the browser allows it. */
export type ExportChoice = {
  readonly styles: readonly OfferedStyle[];
  readonly chosen: OfferedStyle;
  readonly contents: boolean;
  /** The files do not carry the draft. */
  readonly withoutDraft: boolean;
};

const shippedNames: Readonly<Record<string, string>> = { gongwen: "公文版式", tuwen: "图文版式" };
const choiceKey = "nianbao-export";
const stylesKey = "nianbao-styles";

const official: OfferedStyle = { key: gongwen.id, name: "公文版式", style: gongwen, isOwn: false };
const shipped: readonly OfferedStyle[] = [...builtinStyles].map(([key, style]) => ({
  key,
  name: shippedNames[key] ?? style.name,
  style,
  isOwn: false,
}));

const topics = createTopics<"choice">();
/** The texts of the office's own style files, by key. */
let own: Readonly<Record<string, string>> = keptTexts(stylesKey);
let choice: ExportChoice = choiceFrom(keptObject(choiceKey));

export function exportChoice(): ExportChoice {
  return choice;
}

export function useExportChoice(): ExportChoice {
  return useSyncExternalStore((listener) => topics.subscribe("choice", listener), exportChoice);
}

export function chooseStyle(key: string): void {
  change({ style: key });
}

export function setContents(contents: boolean): void {
  change({ contents });
}

export function setWithoutDraft(withoutDraft: boolean): void {
  change({ withoutDraft });
}

export type StyleAdding =
  | { readonly ok: true; readonly name: string; readonly isKept: boolean }
  | { readonly ok: false; readonly problems: readonly StyleProblem[] };

/** Adds the style of a file and chooses it; one of the same id gives way. `isKept`: it is there the next time. */
export function addStyle(text: string): StyleAdding {
  const reading = readStyleText(text);
  if (!reading.ok) return reading;
  const key = ownKey(reading.style);
  own = { ...own, [key]: text };
  const isKept = keep(stylesKey, own);
  chooseStyle(key);
  return { ok: true, name: reading.style.name, isKept };
}

export function removeStyle(key: string): void {
  own = Object.fromEntries(Object.entries(own).filter(([other]) => other !== key));
  keep(stylesKey, own);
  chooseStyle(gongwen.id);
}

type Kept = { readonly style: string; readonly contents: boolean; readonly withoutDraft: boolean };

function change(changed: Partial<Kept>): void {
  const { chosen, contents, withoutDraft } = choice;
  const next: Kept = { style: chosen.key, contents, withoutDraft, ...changed };
  keep(choiceKey, next);
  choice = choiceFrom(next);
  topics.tell("choice");
}

/** A style that is no longer there gives way to the official one. */
function choiceFrom({ style, contents, withoutDraft }: Readonly<Record<string, unknown>>): ExportChoice {
  const styles = [...shipped, ...Object.values(own).flatMap(offered)];
  const chosen = styles.find(({ key }) => key === style) ?? official;
  return { styles, chosen, contents: contents === true, withoutDraft: withoutDraft === true };
}

function offered(text: string): OfferedStyle[] {
  const reading = readStyleText(text);
  if (!reading.ok) return [];
  const { style } = reading;
  return [{ key: ownKey(style), name: `${style.name}（自己的文件）`, style, isOwn: true }];
}

/** A copy of a shipped style that was changed has its id still. */
function ownKey(style: Style): string {
  return `own-${style.id}`;
}

function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function keptTexts(key: string): Record<string, string> {
  const texts = Object.entries(keptObject(key)).filter(([, text]) => typeof text === "string");
  return Object.fromEntries(texts) as Record<string, string>;
}

function keptObject(key: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
