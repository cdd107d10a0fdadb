import wording from "../../templates/wording.json" with { type: "json" };
import { inputsBehind } from "../edition/cells.ts";
import type { Edition } from "../edition/read.ts";
import type { Severity } from "../edition/schema.ts";
import { fill } from "../edition/wording.ts";
import { sum } from "../report/figures/totals.ts";
import type { Lookup } from "../report/figures/values.ts";
import { cellsOf, type Finding, keyOf, type Place, sectionOf } from "./finding.ts";

/**
 * What the clerk is told, and what is counted: one cause once. A wrong cell that breaks its column breaks the
 * column of totals too, and eighty cells that hold “-” are one habit.
 */
export type Cause = {
  /** No two causes of a report have the same. */
  readonly key: string;
  readonly severity: Severity;
  readonly at: Place;
  readonly headline: string;
  readonly message: string;
  readonly source?: string;
  /** The findings it explains. The first is the one that is mended; several of a kind are mended together. */
  readonly findings: readonly Finding[];
  /** Whether the findings are of a kind, and not one with its echoes. */
  readonly isMany: boolean;
};

/** The causes of findings, in the order of the findings. `figure` gives what stands in a cell. */
export function causesOf(findings: readonly Finding[], edition: Edition, figure: Lookup): Cause[] {
  const echoes = echoesIn(findings, edition);
  const echoing = new Set([...echoes.values()].flat());
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const kind = echoing.has(finding) ? undefined : kindOf(finding, edition, figure);
    if (kind !== undefined) kinds.set(kind, [...(kinds.get(kind) ?? []), finding]);
  }
  const told = new Set<Finding>(echoing);
  return findings.flatMap((finding) => {
    if (told.has(finding)) return [];
    const alike = kinds.get(kindOf(finding, edition, figure) ?? "") ?? [];
    if (alike.length < fewestTogether(finding)) return one(finding, echoes.get(finding) ?? []);
    for (const other of alike) told.add(other);
    return many(alike, edition, figure);
  });
}

/** Every finding in which a cell takes part, through a cause. */
export function cellsOfCause({ findings }: Cause): string[] {
  return [...new Set(findings.flatMap(cellsOf))];
}

/** Two can still be read one by one, but not two cards with the same headline. */
function fewestTogether({ code }: Finding): number {
  return hasSentences(code) ? 3 : 2;
}

function one(finding: Finding, echoes: readonly Finding[]): Cause {
  const { severity, at, headline, message, source } = finding;
  const said = echoes.map((echo) => fill(wording.cause.echo, { headline: echo.headline })).join("");
  return {
    key: keyOf(finding),
    severity,
    at,
    headline,
    message: withoutRepeat(message, headline) + said,
    ...(source === undefined ? {} : { source }),
    findings: [finding, ...echoes],
    isMany: false,
  };
}

/** What a message says beyond its headline: the place both begin with is said once. */
function withoutRepeat(message: string, headline: string): string {
  let same = 0;
  while (same < headline.length && headline[same] === message[same]) same += 1;
  const rest = message.slice(same).replace(/^(.?：|[，。])/u, "");
  return same < shortestPlace || rest === "" ? message : rest;
}

/** Shorter beginnings are no places. */
const shortestPlace = 4;

type Kind = keyof typeof wording.cause.many;

function hasSentences(code: string): code is Kind {
  return Object.hasOwn(wording.cause.many, code);
}

function many(alike: readonly Finding[], edition: Edition, figure: Lookup): Cause {
  const [first] = alike as [Finding];
  const { code, severity, source } = first;
  return {
    key: JSON.stringify(["many", kindOf(first, edition, figure)]),
    severity,
    at: "cells" in first.at ? { cells: alike.flatMap(cellsOf) } : first.at,
    ...(hasSentences(code) ? saidOf(code, alike, edition, figure) : saidTogether(alike)),
    ...(source === undefined ? {} : { source }),
    findings: alike,
    isMany: true,
  };
}

function saidOf(code: Kind, alike: readonly Finding[], edition: Edition, figure: Lookup) {
  const [first] = alike as [Finding];
  const section = edition.sections.find(({ id }) => id === sectionOf(first, edition));
  const values = {
    count: alike.length,
    value: figure(cellsOf(first)[0] ?? "") ?? "",
    section: section?.heading ?? section?.name ?? "",
    about: alike.map(({ about = "" }) => about).join(wording.finding.and),
  };
  const { headline, message } = wording.cause.many[code];
  return { headline: fill(headline, values), message: fill(message, values) };
}

/** What each message says for itself, and then once what all of them end with. */
function saidTogether(alike: readonly Finding[]) {
  const { headline = "", message = "" } = alike[0] ?? {};
  const end = message.slice(message.indexOf("。"));
  const others = alike.slice(1).map((finding) => finding.message);
  const isCommon = message.includes("。") && others.every((other) => other.endsWith(end));
  if (!isCommon) return { headline, message: [message, ...others].join("。") };
  const own = [message, ...others].map((said) => said.slice(0, -end.length));
  return { headline, message: own.join("；") + end };
}

/**
 * Findings of one kind can be told, and mended, as one: of one table or section, with the same text in the cells; or of one
 * rule whose headline names no cell.
 */
function kindOf(finding: Finding, edition: Edition, figure: Lookup): string | undefined {
  if (!hasSentences(finding.code)) {
    const { code, headline, at } = finding;
    return "cells" in at ? JSON.stringify([code, sectionOf(finding, edition), headline]) : undefined;
  }
  const [cell = ""] = cellsOf(finding);
  const text = finding.code === "cell.notNumber" ? figure(cell) : "";
  return JSON.stringify([finding.code, sectionOf(finding, edition), text]);
}

/**
 * The findings that only repeat others: a line of totals off by what its own lines are off together. Each is
 * an echo of the first of them.
 */
function echoesIn(findings: readonly Finding[], edition: Edition): Map<Finding, Finding[]> {
  const echoes = new Map<Finding, Finding[]>();
  const lines = findings.filter((finding) => "cells" in finding.at && offBy(finding) !== undefined);
  for (const whole of lines) {
    const parts = lines.filter((part) => part !== whole && isPartOf(part, whole, edition));
    const [first] = parts;
    const together = sum(parts.map((part) => offBy(part) ?? 0));
    if (first && sum([together, -(offBy(whole) ?? 0)]) === 0)
      echoes.set(first, [...(echoes.get(first) ?? []), whole]);
  }
  return echoes;
}

function offBy({ severity, expected, actual }: Finding): number | undefined {
  if (severity !== "error" || expected === undefined || actual === undefined) return undefined;
  return expected - actual;
}

/** Whether each cell of a line is added up in the cell of another line at the same place. */
function isPartOf(part: Finding, whole: Finding, edition: Edition): boolean {
  const [inPart, inWhole] = [cellsOf(part), cellsOf(whole)];
  if (part.code !== whole.code || inPart.length !== inWhole.length) return false;
  return inWhole.every((id, index) => {
    const [total, own] = [edition.cells.get(id), edition.cells.get(inPart[index] ?? "")];
    if (!total || !own || total.id === own.id) return false;
    const added = new Set(inputsBehind(total));
    return inputsBehind(own).every((input) => added.has(input));
  });
}
