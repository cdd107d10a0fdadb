/** The year that was typed, whatever width the input method gives its digits; undefined where it is none. */
export function typedYear(text: string): number | undefined {
  const year = /^(19[5-9]\d|2\d{3})年?$/.exec(text.normalize("NFKC").replace(/\s/g, ""))?.[1];
  return year === undefined ? undefined : Number(year);
}
