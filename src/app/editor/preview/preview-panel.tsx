import { type CSSProperties, useEffect, useRef, useState } from "react";
import type { Style } from "../../../formats/style.ts";
import { createRest } from "../../../store/rest.ts";
import { useExportChoice } from "../../export/outputs/export-choice.ts";
import { outgoing } from "../../export/outputs/exporting.ts";
import { useReport } from "../../open-report/open-report.ts";
import { once } from "../../parts/once.ts";
import { placeInPreview } from "./place-in-preview.ts";
import "./preview.css";

/** How long typing rests before the preview is drawn again, in milliseconds. */
const rest = 250;

type Pages = { readonly count: number; readonly current: number };

/** The report page by page, from the same document as every export; it follows the section that is edited. */
type Props = { section: string; isWide: boolean; onWide: (isWide: boolean) => void };

export function PreviewPanel({ section, isWide, onWide }: Props) {
  const { state, goTo } = useReport();
  const { chosen, contents } = useExportChoice();
  const { style } = chosen;
  const frame = useRef<HTMLIFrameElement>(null);
  const [pages, setPages] = useState<Pages>({ count: 1, current: 0 });
  const shown = useRef(section);
  shown.current = section;
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;
  const leading = useRef<(event: MouseEvent) => void>(undefined);
  leading.current = (event) => {
    event.preventDefault();
    const place = placeInPreview(event.target as Node, state.edition(), state.draft());
    if (!place) return;
    onWide(false);
    goTo(place);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the contents the pages are others.
  useEffect(() => {
    let left = false;
    const lead = (event: MouseEvent): void => leading.current?.(event);
    const draw = async (follow: boolean): Promise<void> => {
      const { drawPages, pageOfSection } = await import("./preview-pages.ts");
      if (left || !frame.current) return;
      const count = await drawPages(frame.current, outgoing(state).document, style);
      if (left || !frame.current) return;
      const target = follow ? pageOfSection(frame.current, state.edition(), shown.current, style) : undefined;
      setPages(({ current }) => ({ count, current: Math.min(target ?? current, count - 1) }));
    };
    draw(true)
      .then(() => {
        const main = frame.current?.contentDocument;
        if (main && !left) main.onclick = (event) => lead(event);
      })
      .catch(setFault);
    const { stir, stop } = createRest(rest, () => void draw(false).catch(setFault));
    const unsubscribe = state.subscribe("draft", stir);
    return () => {
      left = true;
      stop();
      unsubscribe();
    };
  }, [state, style, contents]);
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
      <div className="preview-sheet" style={pageSize(style)}>
        <iframe ref={frame} title="报告预览" sandbox="allow-same-origin" tabIndex={-1} />
      </div>
      <p className="preview-pages">
        <button type="button" className="button" onClick={once(() => onWide(!isWide))}>
          {isWide ? "缩小" : "放大"}
        </button>
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

/** The page of the style for the style sheet, drawn as wide as A4 is beside the work. */
function pageSize({ page }: Style): CSSProperties {
  return {
    "--page-width": `${page.widthMm}mm`,
    "--page-height": `${page.heightMm}mm`,
    "--to-a4": 210 / page.widthMm,
  } as CSSProperties;
}
