import { markupOfOurOwn } from "../../parts/trusted-types.ts";

/** Prints a page as the browser prints a page, without showing it. */
export function printHtml(html: string): void {
  const frame = document.createElement("iframe");
  frame.style.cssText = "position:fixed;width:0;height:0;border:0;left:-1px";
  frame.title = "打印";
  frame.srcdoc = markupOfOurOwn(html);
  frame.onload = () => {
    const { contentWindow } = frame;
    contentWindow?.addEventListener("afterprint", () => frame.remove());
    contentWindow?.print();
  };
  document.body.append(frame);
}
