import { strFromU8, unzipSync } from "fflate";

/** A cell as it stands in the file: its number or text, and the formula that gives it. */
export type ReadCell = { readonly value: number | string; readonly formula?: string };
export type ReadSheet = {
  readonly name: string;
  readonly cells: ReadonlyMap<string, ReadCell>;
  /** `A1:C2` */
  readonly merged: readonly string[];
  readonly xml: string;
};

/** Reads a workbook from its XML, knowing nothing of who wrote it. */
export function readXlsx(bytes: Uint8Array): { sheets: ReadSheet[]; workbook: string; parts: string[] } {
  const files = unzipSync(bytes);
  const part = (path: string): string => {
    const file = files[path];
    if (!file) throw new Error(`no ${path}`);
    return strFromU8(file);
  };
  const strings = matches(part("xl/sharedStrings.xml"), /<si>(.*?)<\/si>/gs).map(([, item = ""]) =>
    textIn(item),
  );
  const workbook = part("xl/workbook.xml");
  const sheets = matches(workbook, /<sheet [^>]*name="([^"]*)"/g).map(([, name = ""], index) => {
    const xml = part(`xl/worksheets/sheet${index + 1}.xml`);
    return { name: decoded(name), cells: cellsIn(xml, strings), merged: mergedIn(xml), xml };
  });
  return { sheets, workbook, parts: Object.keys(files) };
}

function cellsIn(xml: string, strings: readonly string[]): Map<string, ReadCell> {
  return new Map(
    matches(xml, /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs).flatMap(([, attributes = "", content = ""]) => {
      const address = /\br="([^"]+)"/.exec(attributes)?.[1] ?? "";
      const type = /\bt="([^"]+)"/.exec(attributes)?.[1] ?? "n";
      const formula = /<f>(.*?)<\/f>/s.exec(content)?.[1];
      const value = /<v>(.*?)<\/v>/s.exec(content)?.[1];
      if (formula === undefined && value === undefined) return [];
      const read =
        type === "n" ? Number(value) : type === "s" ? (strings[Number(value)] ?? "") : decoded(value ?? "");
      const cell = formula === undefined ? { value: read } : { value: read, formula: decoded(formula) };
      return [[address, cell] as const];
    }),
  );
}

function mergedIn(xml: string): string[] {
  return matches(xml, /<mergeCell ref="([^"]+)"/g).map(([, range = ""]) => range);
}

function textIn(item: string): string {
  return decoded(
    matches(item, /<t[^>]*>(.*?)<\/t>/gs)
      .map(([, text = ""]) => text)
      .join(""),
  );
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

function matches(text: string, pattern: RegExp): RegExpMatchArray[] {
  return [...text.matchAll(pattern)];
}
