import { useState } from "react";
import { Button, DialogTrigger, Popover } from "react-aria-components";
import { PdfFonts } from "../fonts/pdf-fonts.tsx";
import { FaultBoundary } from "../parts/fault-boundary.tsx";
import { lazyPart } from "../parts/lazy-part.tsx";
import type { Work } from "./work.ts";
import "./export.css";

const loadPanel = () => import("./export-panel.tsx");

/** The panel comes with the writers of web page and text, which the form itself does not need. */
const ExportPanel = lazyPart(async () => (await loadPanel()).ExportPanel);

/** Opens the panel from which the report leaves the program. */
export function ExportButton({ onWork }: { onWork: (work: Work) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [fontsOpen, setFontsOpen] = useState(false);
  const openFonts = (): void => {
    setOpen(false);
    setFontsOpen(true);
  };
  return (
    <>
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button
          className="button button-primary"
          onHoverStart={() => void loadPanel().catch(() => undefined)}
        >
          导出 ▾
        </Button>
        {/* The popover is the dialog itself: its own buttons for screen readers would stand outside an inner one. */}
        <Popover className="menu-popover export" placement="bottom end">
          <FaultBoundary part="导出">
            <ExportPanel onWork={onWork} close={() => setOpen(false)} openFonts={openFonts} />
          </FaultBoundary>
        </Popover>
      </DialogTrigger>
      {fontsOpen && <PdfFonts onClose={() => setFontsOpen(false)} />}
    </>
  );
}
