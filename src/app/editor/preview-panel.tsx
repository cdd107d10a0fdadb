import { useEffect, useRef } from "react";
import { useReport } from "./report-context.ts";

/** How long typing rests before the preview is drawn again, in milliseconds. */
const rest = 250;

/** The report as a page, from the same document as every export. */
export function PreviewPanel() {
  const { state } = useReport();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const draw = async (): Promise<void> => {
      const { previewHtml } = await import("./preview-html.ts");
      if (!left && frame.current) show(frame.current, previewHtml(state.edition(), state.draft()));
    };
    void draw();
    const unsubscribe = state.subscribe("draft", () => {
      clearTimeout(timer);
      timer = setTimeout(() => void draw(), rest);
    });
    return () => {
      left = true;
      clearTimeout(timer);
      unsubscribe();
    };
  }, [state]);
  return <iframe ref={frame} className="preview" title="报告预览" sandbox="allow-same-origin" />;
}

/** Draws into the frame without loading it anew, so that it stays where it was scrolled to. */
function show(frame: HTMLIFrameElement, page: { html: string; body: string }): void {
  const main = frame.contentDocument?.querySelector("main");
  if (main) main.innerHTML = page.body;
  else frame.srcdoc = page.html;
}
