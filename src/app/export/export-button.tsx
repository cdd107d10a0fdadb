import { useRef, useState } from "react";
import type { Style } from "../../formats/style.ts";
import { PdfFonts } from "../fonts/pdf-fonts.tsx";
import { FaultBoundary } from "../parts/fault-boundary.tsx";
import { lazyPart } from "../parts/lazy-part.tsx";
import type { Work } from "./work/work.ts";
import "./export.css";

const loadPopover = () => import("./export-popover.tsx");

/** The panel comes with its library and the writers of web page and text, which the form itself does not need. */
const ExportPopover = lazyPart(async () => (await loadPopover()).ExportPopover);

/** Opens the panel from which the report leaves the program. */
export function ExportButton({ onWork }: { onWork: (work: Work) => void }) {
  const [isOpen, setOpen] = useState(false);
  /** The style whose fonts are chosen. */
  const [fontsOf, setFontsOf] = useState<Style>();
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="button button-primary"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={() => void loadPopover().catch(() => undefined)}
        onClick={() => setOpen(true)}
      >
        导出 ▾
      </button>
      <FaultBoundary part="导出">
        {isOpen && (
          <ExportPopover
            trigger={trigger}
            onWork={onWork}
            close={() => setOpen(false)}
            openFonts={(style) => {
              setOpen(false);
              setFontsOf(style);
            }}
          />
        )}
        {fontsOf && <PdfFonts style={fontsOf} onClose={() => setFontsOf(undefined)} />}
      </FaultBoundary>
    </>
  );
}
