import { type KeyboardEvent, useRef, useState } from "react";
import type { Purpose } from "../../export/outputs/exporting.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";
import { FaultBoundary } from "../../parts/fault-boundary.tsx";
import { FindingsPanel } from "../findings/findings-panel.tsx";
import { GuidancePanel } from "../guidance-panel.tsx";
import { PreviewPanel } from "../preview/preview-panel.tsx";
import "../panels.css";

const tabs = { findings: "检查", preview: "预览", guidance: "填报说明" } as const;
export type SideTab = keyof typeof tabs;

const order = Object.keys(tabs) as SideTab[];
const label = "检查、预览和填报说明";

/**
 * Findings, preview and guidance beside the form. The tabs are our own: the library's panel walks through all
 * it holds at every change, which here is every keystroke.
 */
export function SidePanel({
  section,
  tab,
  onTab,
  onOpen,
  onExport,
  onClose,
}: {
  section: string;
  tab: SideTab;
  onTab: (tab: SideTab) => void;
  onOpen: (part: string) => void;
  onExport: (purpose: Purpose) => void;
  onClose: () => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  const isWide = wide && tab === "preview";
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (order.indexOf(tab) + step + order.length) % order.length;
    onTab(order[next] ?? tab);
    list.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <aside className={isWide ? "side side-wide" : "side"} aria-label={label}>
      <div ref={list} className="side-tab-list" role="tablist" aria-label={label} onKeyDown={move}>
        {order.map((id) => (
          <button
            key={id}
            type="button"
            id={`tab-${id}`}
            className="side-tab"
            role="tab"
            aria-selected={id === tab}
            aria-controls="side-panel"
            tabIndex={id === tab ? 0 : -1}
            onClick={() => onTab(id)}
          >
            {tabs[id]}
            {id === "findings" && <FindingCount />}
          </button>
        ))}
      </div>
      <button type="button" className="side-close" aria-label="收起" onClick={onClose}>
        ✕
      </button>
      <div
        key={tab}
        id="side-panel"
        className={`side-panel side-panel-${tab}`}
        role="tabpanel"
        aria-labelledby={`tab-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reached by keyboard.
        tabIndex={0}
      >
        <FaultBoundary part={tabs[tab]}>
          {tab === "findings" && <FindingsPanel onOpen={onOpen} onExport={onExport} />}
          {tab === "preview" && <PreviewPanel section={section} isWide={isWide} onWide={setWide} />}
          {tab === "guidance" && <GuidancePanel section={section} />}
        </FaultBoundary>
      </div>
    </aside>
  );
}

function FindingCount() {
  const { state } = useReport();
  const count = useValue(() => state.causes().length, "findings");
  return count > 0 ? ` ${count}` : null;
}
