import { type Document, textOf } from "../../document/tree.ts";
import { escapeXml } from "../escape-xml.ts";

/** A description of this many characters is shown whole by search engines. */
const descriptionCharacters = 120;

/**
 * The meta tags that pages of government sites carry (国办发〔2017〕47号, annex: site, column and article
 * tags), from which the national search and the site's own are fed. A tag without a value is left out.
 */
export function metaTags(document: Document): string {
  const { title, author } = document;
  const tags = [
    ["SiteName", author],
    ["ColumnName", document.column ?? ""],
    ["ArticleTitle", title],
    ["PubDate", document.date === undefined ? "" : `${document.date} 00:00`],
    ["ContentSource", author],
    ["Author", author],
    ["Keywords", keywordsOf(document).join(",")],
    ["Description", descriptionOf(document)],
  ] as const;
  return tags
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `<meta name="${name}" content="${escapeXml(value)}">`)
    .join("\n");
}

/** The words of the title that mean something by themselves: name, year, subject; not 工作. */
function keywordsOf({ titleWords }: Document): string[] {
  return titleWords.filter((word) => [...word].length > 2).map((word) => word.replaceAll(",", " "));
}

/** The beginning of the first paragraph, cut at a sentence where one ends early enough. */
function descriptionOf({ blocks, title }: Document): string {
  const first = blocks.find((block) => block.type === "paragraph" && block.style === "body");
  const text = first?.type === "paragraph" ? textOf(first.runs) : title;
  const characters = [...text];
  if (characters.length <= descriptionCharacters) return text;
  const start = characters.slice(0, descriptionCharacters).join("");
  const sentence = Math.max(...[..."。！？；"].map((mark) => start.lastIndexOf(mark)));
  return sentence > 0 ? start.slice(0, sentence + 1) : `${start}…`;
}
