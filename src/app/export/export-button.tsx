import { useEffect, useRef, useState } from "react";
import type { Style } from "../../formats/style.ts";
import { PdfFonts } from "../fonts/pdf-fonts.tsx";
import { FaultBoundary } from "../parts/fault-boundary.tsx";
import { lazyPart } from "../parts/lazy-part.tsx";
import { once } from "../parts/once.ts";
import type { Purpose } from "./outputs/exporting.ts";
import type { Work } from "./progress/work.ts";
import "./export.css";

const loadPopover = () => import("./export-popover.tsx");

/** The panel comes with its library and the writers of web page and text, which the form itself does not need. */
const ExportPopover = lazyPart(async () => (await loadPopover()).ExportPopover);

/** That the panel is open: with a purpose that was chosen before, or with the question. */
export type Exporting = Purpose | "asked";

type Props = {
  exporting: Exporting | undefined;
  onExporting: (exporting: Exporting | undefined) => void;
  onWork: (work: Work) => void;
};

/** Opens the panel from which the report leaves the program. */
export function ExportButton({ exporting, onExporting, onWork }: Props) {
  const isOpen = exporting !== undefined;
  const close = (): void => onExporting(undefined);
  /** The style whose fonts are asked for in the panel, and then are chosen in the dialog. */
  const [fontsAsked, askFonts] = useState<Style>();
  const [fontsOf, chooseFonts] = useState<Style>();
  const trigger = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen || !fontsAsked) return undefined;
    // The dialog gives the focus back to what had it: it comes when the panel has gone and the button has the focus.
    trigger.current?.focus();
    return afterNextFrame(() => {
      askFonts(undefined);
      chooseFonts(fontsAsked);
    });
  }, [isOpen, fontsAsked]);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="button button-primary"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={() => void loadPopover().catch(() => undefined)}
        onClick={once(() => onExporting(isOpen ? undefined : "asked"))}
      >
        导出 ▾
      </button>
      <FaultBoundary part="导出">
        {isOpen && (
          <ExportPopover
            trigger={trigger}
            onWork={onWork}
            purpose={exporting === "asked" ? undefined : exporting}
            close={close}
            openFonts={(style) => {
              close();
              askFonts(style);
            }}
          />
        )}
        {fontsOf && <PdfFonts style={fontsOf} onClose={() => chooseFonts(undefined)} />}
      </FaultBoundary>
    </>
  );
}

/** Calls when the next frame is over, in which a panel that has gone looks where the focus is. Gives what calls it off. */
function afterNextFrame(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}
