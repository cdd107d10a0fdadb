import wording from "../../../../templates/wording.json" with { type: "json" };
import { fill } from "../../../edition/wording.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";

const closing: Readonly<Record<string, string>> = {
  "（": "）)",
  "(": "）)",
  "《": "》",
  "〈": "〉",
  "“": "”",
  "‘": "’",
  "「": "」",
  "【": "】",
  "〔": "〕",
};
const closers = new Set(Object.values(closing).join(""));

/** Brackets and quotation marks that have no counterpart in their paragraph. 1）and a) are numbers of items. */
export function brackets({ line, passage }: Reading): TextFinding[] {
  if (passage.type === "table") return [];
  const open: { mark: string; at: number }[] = [];
  const single: { mark: string; at: number }[] = [];
  for (let at = 0; at < line.length; at++) {
    const mark = line[at] ?? "";
    if (closing[mark] !== undefined) open.push({ mark, at });
    else if (closers.has(mark) && !isOfItem(line, at) && !isApostrophe(line, at)) {
      const last = open.map((one) => closing[one.mark]?.includes(mark)).lastIndexOf(true);
      if (last === -1) single.push({ mark, at });
      else single.push(...open.splice(last).slice(1));
    }
  }
  const first = [...single, ...open].sort((a, b) => a.at - b.at)[0];
  if (!first) return [];
  const excerpt = line.slice(Math.max(0, first.at - 6), first.at + 7);
  const values = { what: wording.textFinding.brackets, excerpt, mark: first.mark };
  return [
    {
      code: "narrative.unmatched",
      severity: "warning",
      from: first.at,
      to: first.at + 1,
      headline: fill(wording.textFinding.unmatched.headline, values),
      message: fill(wording.textFinding.unmatched.message, values),
    },
  ];
}

function isOfItem(line: string, at: number): boolean {
  return (
    /[）)]/.test(line[at] ?? "") &&
    /(?:^|[\s。；，：、;,:])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})$/.test(
      line.slice(Math.max(0, at - 4), at),
    )
  );
}

function isApostrophe(line: string, at: number): boolean {
  return line[at] === "’" && /[A-Za-z]/.test(line[at - 1] ?? "");
}
