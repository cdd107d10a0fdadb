import { useEffect, useRef, useState } from "react";
import { createRest } from "../../../store/rest.ts";
import { useExportChoice } from "../../export/export-choice.ts";
import { useReport } from "../../report-state/open-report.ts";
import "./preview.css";

/** How long typing rests before the preview is drawn again, in milliseconds. */
const rest = 250;

type Pages = { readonly count: number; readonly current: number };

/** The report page by page, from the same document as every export; it follows the section that is edited. */
export function PreviewPanel({ section }: { section: string }) {
  const { state } = useReport();
  const { style } = useExportChoice().chosen;
  const frame = useRef<HTMLIFrameElement>(null);
  const [pages, setPages] = useState<Pages>({ count: 1, current: 0 });
  const shown = useRef(section);
  shown.current = section;
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;
  useEffect(() => {
    let left = false;
    const draw = async (follow: boolean): Promise<void> => {
      const { drawPages, pageOfSection } = await import("./preview-pages.ts");
      if (left || !frame.current) return;
      const count = await drawPages(frame.current, state.edition(), state.draft(), style);
      if (left || !frame.current) return;
      const target = follow ? pageOfSection(frame.current, state.edition(), shown.current, style) : undefined;
      setPages(({ current }) => ({ count, current: Math.min(target ?? current, count - 1) }));
    };
    draw(true).catch(setFault);
    const { stir, stop } = createRest(rest, () => void draw(false).catch(setFault));
    const unsubscribe = state.subscribe("draft", stir);
    return () => {
      left = true;
      stop();
      unsubscribe();
    };
  }, [state, style]);
  useEffect(() => {
    import("./preview-pages.ts").then(({ pageOfSection }) => {
      const page = frame.current && pageOfSection(frame.current, state.edition(), section, style);
      if (typeof page === "number") setPages(({ count }) => ({ count, current: Math.min(page, count - 1) }));
    }, setFault);
  }, [state, section, style]);
  useEffect(() => {
    import("./preview-pages.ts").then(
      ({ showPage }) => frame.current && showPage(frame.current, pages.current, style),
      setFault,
    );
  }, [pages, style]);
  return (
    <div className="preview">
      <div className="preview-sheet">
        <iframe ref={frame} title="报告预览" sandbox="allow-same-origin" tabIndex={-1} />
      </div>
      <p className="preview-pages">
        <button
          type="button"
          className="button"
          disabled={pages.current === 0}
          onClick={() => setPages({ ...pages, current: pages.current - 1 })}
        >
          上一页
        </button>
        <span role="status">
          第 {pages.current + 1} / {pages.count} 页
        </span>
        <button
          type="button"
          className="button"
          disabled={pages.current >= pages.count - 1}
          onClick={() => setPages({ ...pages, current: pages.current + 1 })}
        >
          下一页
        </button>
      </p>
    </div>
  );
}
