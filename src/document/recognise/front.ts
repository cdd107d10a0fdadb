import documentWords from "../../../templates/document.json" with { type: "json" };
import words from "../../../templates/recognition.json" with { type: "json" };
import { simplifiedOf } from "../../edition/labels/fold.ts";
import type { Line, Part } from "./parts/parts.ts";
import { chineseYear } from "./year.ts";

/** What stands before the first section. */
export type Front = {
  readonly title: string | undefined;
  readonly organisation: string | undefined;
  readonly year: number | undefined;
  /** The day on the cover, as `2026-01-20`. */
  readonly date: string | undefined;
  readonly preface: readonly Part[];
  /** Lines of the site or the cover that are neither. */
  readonly around: readonly Line[];
};

/** A title stands on at most four lines, and not further down than site furniture reaches. */
const mostLines = 4;
const furthest = 40;

/** Reads title, office, year and preface from what stands before the first section. */
export function frontOf(parts: readonly Part[], stated: string | undefined): Front {
  const lines = parts.flatMap((part, index) => (part.type === "line" ? [{ line: part, index }] : []));
  const found = titleAmong(lines.map(({ line }) => line.text));
  const title = found ?? titleIn(stated ?? "", 0, 0);
  const after = found ? (lines[found.start + found.count - 1]?.index ?? -1) + 1 : 0;
  const around: Line[] = lines
    .filter(({ index }) => index < after && !isTitle(index))
    .map(({ line }) => line);
  function isTitle(index: number): boolean {
    return lines
      .slice(found?.start ?? 0, (found?.start ?? 0) + (found?.count ?? 0))
      .some((own) => own.index === index);
  }
  const preface: Part[] = [];
  let date: string | undefined;
  for (const part of parts.slice(after)) {
    if (part.type === "line" && preface.length === 0) {
      const day = dateIn(part.text);
      if (day !== undefined) date = day;
      if (day !== undefined || isAround(part.text, title?.organisation)) {
        around.push(part);
        continue;
      }
    }
    preface.push(part);
  }
  return { title: title?.text, organisation: title?.organisation, year: title?.year, date, preface, around };
}

/** 发布时间: …, ==== and the name on the cover are no preface. */
function isAround(text: string, organisation: string | undefined): boolean {
  const bare = text.replace(/\s/g, "");
  if (
    /^[=\-—_*·.。]{2,}/.test(bare) ||
    /^\d{1,3}$/.test(bare) ||
    /^[^。，；]{1,8}[:：][^。；]{0,40}$/.test(bare)
  )
    return true;
  if (yearMonth.test(bare)) return true;
  return (
    organisation !== undefined &&
    bare.length < 25 &&
    !/[。，；]/.test(bare) &&
    bare.includes(organisation.slice(0, 4))
  );
}

const { year, month, day } = words.date;
const yearMonth = new RegExp(`^\\d{4}${year}\\d{1,2}${month}$`);

/** A line that is a date and nothing else, as `2026-01-20`. */
export function dateIn(text: string): string | undefined {
  const bare = text.normalize("NFKC").replace(/\s/g, "");
  const found = new RegExp(`^(\\d{4})(?:${year}|[-/.])(\\d{1,2})(?:${month}|[-/.])(\\d{1,2})${day}?$`).exec(
    bare,
  );
  return found ? [found[1], found[2]?.padStart(2, "0"), found[3]?.padStart(2, "0")].join("-") : undefined;
}

const yearWords = new RegExp(`(\\d{4}|[〇零○一二三四五六七八九]{4})(?:${words.title.years.join("|")})`, "u");

type Title = {
  readonly text: string;
  readonly organisation: string | undefined;
  readonly year: number | undefined;
  readonly start: number;
  readonly count: number;
};

/** The first lines that together are a title; those with office and year before others. */
function titleAmong(texts: readonly string[]): Title | undefined {
  const titles: Title[] = [];
  for (let start = 0; start < Math.min(texts.length, furthest); start++)
    for (let count = 1; count <= mostLines && start + count <= texts.length; count++) {
      const title = titleIn(texts.slice(start, start + count).join(""), start, count);
      if (title) titles.push(title);
    }
  const worth = (title: Title): number =>
    (title.organisation === undefined ? 0 : 2) + (title.year === undefined ? 0 : 1);
  return titles.sort((a, b) => worth(b) - worth(a) || a.start - b.start || a.count - b.count)[0];
}

function titleIn(raw: string, start: number, count: number): Title | undefined {
  const labels = words.title.labels.join("|");
  const text = raw
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(new RegExp(`^(?:${labels})[:：]`), "")
    .replace(new RegExp(`[(]?${documentWords.stamp}[)]?$`), "");
  const plain = simplifiedOf(text);
  if (text.length > 60 || /[。，；,;]/.test(text) || !words.title.ends.some((end) => plain.endsWith(end)))
    return undefined;
  const own = yearWords.exec(text);
  const bare = own ? text.replace(own[0], "") : text;
  const subject = words.title.subject.map((word) => simplifiedOf(bare).indexOf(word)).find((at) => at >= 0);
  if (subject === undefined) return undefined;
  return {
    text,
    organisation: organisationIn(bare.slice(0, subject)),
    year: own ? chineseYear(own[1] ?? "") : undefined,
    start,
    count,
  };
}

/** 峄城区人民政府信息公开 shares 政府 between the name and the subject. */
function organisationIn(text: string): string | undefined {
  const { end, whole } = words.title.shared;
  const name = text.replace(/[:：“”"《》\-—]/g, "");
  if (name.length < 2 || name.length > 40 || /\d{3}/.test(name)) return undefined;
  return name.endsWith(end) ? name.slice(0, -end.length) + whole : name;
}
