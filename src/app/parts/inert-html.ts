import { markupNeverShown } from "./trusted-types.ts";

/**
 * Markup from outside as elements of a document that is never shown and runs nothing: no script, no handler, no
 * picture is asked for. What a page does is taken out all the same, for it is no text.
 */
export function inertHtml(html: string): HTMLElement {
  const template = document.createElement("template");
  template.innerHTML = markupNeverShown(html.replace(/<[^<>]*>/g, muted));
  const body = template.content.ownerDocument.createElement("div");
  body.append(template.content);
  for (const element of body.querySelectorAll("script, base, meta, link, template")) element.remove();
  for (const element of body.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (/^on/i.test(name)) element.removeAttribute(name);
    }
  }
  return body;
}

/** The policy of the page forbids handlers and other bases; the browser would complain of each that it reads. */
function muted(tag: string): string {
  return tag.replace(/\bon\w+\s*=/gi, "data-off=").replace(/^<base\b/i, "<span");
}
