import type { RefObject } from "react";
import { Popover } from "react-aria-components";
import type { Style } from "../../formats/style.ts";
import { useOpenedByKey } from "../parts/presses/opened-by-key.ts";
import { sheetStyle } from "../parts/sheet-style.ts";
import { ExportPanel } from "./export-panel.tsx";
import type { Purpose } from "./outputs/exporting.ts";
import type { Work } from "./progress/work.ts";

type Props = {
  trigger: RefObject<HTMLButtonElement | null>;
  purpose: Purpose | undefined;
  onWork: (work: Work) => void;
  close: () => void;
  openFonts: (style: Style) => void;
};

/** The popover is the dialog itself: its own buttons for screen readers would stand outside an inner one. */
export function ExportPopover({ trigger, close, ...others }: Props) {
  useOpenedByKey(trigger);
  return (
    <Popover
      className="menu-popover export"
      style={sheetStyle()}
      aria-label="导出"
      placement="bottom end"
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && close()}
    >
      <ExportPanel close={close} {...others} />
    </Popover>
  );
}
