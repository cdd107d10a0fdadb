import { dateIn } from "./front.ts";
import type { Line, Part } from "./parts/parts.ts";

/** The office and the day at the end of a report, and what stands before them. */
export type Signature = {
  readonly name: string;
  readonly date: string;
  readonly parts: readonly Part[];
};

/** Names are not longer, and have no punctuation. */
const longestName = 40;

/** The signature at the end of the last section: a name and a date on lines of their own. */
export function signatureIn(parts: readonly Part[]): Signature | undefined {
  const last = parts.length - 1;
  const lines = parts.map((part) => (part.type === "line" ? part : undefined));
  const at = [last, last - 1].find((index) => dateIn(lines[index]?.text ?? "") !== undefined);
  if (at === undefined) return undefined;
  const date = dateIn(lines[at]?.text ?? "") ?? "";
  const before = lines[at - 1];
  const after = at === last - 1 ? lines[last] : undefined;
  if (isName(before))
    return {
      name: nameIn(before),
      date,
      parts: parts.filter((_, index) => index !== at && index !== at - 1),
    };
  if (isName(after)) return { name: nameIn(after), date, parts: parts.slice(0, at) };
  return at === last ? { name: "", date, parts: parts.slice(0, at) } : undefined;
}

function nameIn(line: Line | undefined): string {
  return (line?.text ?? "").replace(/\s/g, "");
}

function isName(line: Line | undefined): boolean {
  const name = nameIn(line);
  return (
    name.length >= 4 &&
    name.length <= longestName &&
    !/[\d。，；：:、]/.test(name) &&
    !/^[（(一二三四五六七八九十]/.test(name)
  );
}
