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
  /** The style whose fonts are chosen. */
  const [fontsOf, setFontsOf] = useState<Style>();
  const trigger = useRef<HTMLButtonElement>(null);
  const isChoosingFonts = fontsOf !== undefined;
  useEffect(() => {
    if (!isChoosingFonts) return undefined;
    return () => findFocus(trigger.current);
  }, [isChoosingFonts]);
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
              setFontsOf(style);
            }}
          />
        )}
        {fontsOf && <PdfFonts style={fontsOf} onClose={() => setFontsOf(undefined)} />}
      </FaultBoundary>
    </>
  );
}

/** The dialog and the panel may go long after they are closed on a busy computer: three seconds are looked over. */
const mostFrames = 180;

/**
 * What opened the dialog of fonts went with the panel, and where both are drawn in one moment the focus finds no way back.
 * The dialog gives it back a frame after it is gone, draws it to itself while it goes, and may drop it once more after
 * that: so each frame is looked at, and only a focus that nothing has is taken.
 */
function findFocus(trigger: HTMLElement | null, frames = mostFrames): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) trigger?.focus();
    if (frames > 0) findFocus(trigger, frames - 1);
  });
}
