import words from "../../../templates/recognition.json" with { type: "json" };

/** A year in digits, or as 二〇二〇. */
export function chineseYear(text: string): number | undefined {
  const digits = [...text].map((character) => {
    const at = "〇一二三四五六七八九".indexOf(character);
    return at >= 0 ? at : /[零○]/.test(character) ? 0 : character;
  });
  const year = Number(digits.join(""));
  return year >= 1949 && year <= 2999 ? year : undefined;
}

/** The year of the period that a text states: 统计期限自2020年1月1日起至2020年12月31日止. */
export function yearOfPeriod(text: string): number | undefined {
  const { year, month, day } = words.date;
  const bare = text.normalize("NFKC").replace(/\s/g, "");
  const found = new RegExp(
    `(\\d{4})${year}0?1${month}0?1${day}[^\\d]{0,8}(?:(\\d{4})${year})?12${month}31${day}`,
  ).exec(bare);
  if (!found || (found[2] !== undefined && found[2] !== found[1])) return undefined;
  return chineseYear(found[1] ?? "");
}

/** The year that a text names most often, and at least twice as often as any other. */
export function commonestYear(text: string): number | undefined {
  const counts = new Map<number, number>();
  for (const [, digits = ""] of text
    .normalize("NFKC")
    .matchAll(new RegExp(`(\\d{4})\\s*${words.date.year}`, "g"))) {
    const year = chineseYear(digits);
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined;
}
