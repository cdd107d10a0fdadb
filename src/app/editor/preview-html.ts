import { compose } from "../../document/compose.ts";
import type { Edition } from "../../edition/read.ts";
import { writeHtml, writeHtmlBody } from "../../formats/html/write.ts";
import { gongwen } from "../../formats/style.ts";
import type { Draft } from "../../report/draft.ts";

/** The report as a web page for the preview: the whole page, and what stands inside it. */
export function previewHtml(edition: Edition, draft: Draft): { html: string; body: string } {
  const document = compose(edition, draft);
  return { html: writeHtml(document, gongwen), body: writeHtmlBody(document, gongwen) };
}
