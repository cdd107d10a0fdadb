import { flushSync } from "react-dom";
import { useReport } from "../../open-report/open-report.ts";
import { lazyPart } from "../../parts/lazy-part.tsx";
import type { Comparing } from "./use-comparing.ts";

const CompareBox = lazyPart(async () => (await import("./compare-box.tsx")).CompareBox);

/** The comparison with what is published; while one mends the draft, the way back to it. */
export function ComparePublished({ comparing }: { comparing: Comparing }) {
  const { goTo } = useReport();
  const { isShown, site, show, hide, end } = comparing;
  const go = (cell: string): void => {
    // At once: the dialog keeps the focus while it is there, and what is typed next is meant for the cell.
    flushSync(hide);
    goTo({ cells: [cell] });
  };
  if (isShown) return <CompareBox comparing={comparing} onGo={go} />;
  if (!site) return null;
  return (
    <section className="editor-notice notice" aria-label="和网上对照">
      正在和“{site.name}”对照。
      <button type="button" className="link" onClick={show}>
        回到对照结果
      </button>{" "}
      <button type="button" className="link" onClick={end}>
        对照完了
      </button>
    </section>
  );
}
