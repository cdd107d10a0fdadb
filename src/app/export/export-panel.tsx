import { useState } from "react";
import { causesOf } from "../../check/causes.ts";
import { errorsOf } from "../../check/check.ts";
import type { Style } from "../../formats/style.ts";
import { useReport } from "../open-report/open-report.ts";
import { ExportErrors } from "./export-errors.tsx";
import { ExportFormats } from "./export-formats.tsx";
import { ExportOthers } from "./export-others.tsx";
import type { Purpose } from "./outputs/exporting.ts";
import type { ExportProps } from "./progress/work.ts";
import { PurposeChoice } from "./purpose-choice.tsx";
import { StyleChoice } from "./style-choice.tsx";

type Props = ExportProps & { purpose: Purpose | undefined; openFonts: (style: Style) => void };

/** What for, as what, and how it looks; first, where there are any, what is wrong with the report as a finished one. */
export function ExportPanel({ purpose: chosen, onWork, close, openFonts }: Props) {
  const { state } = useReport();
  // The panel is made anew each time it opens, and nothing changes under it.
  const [errors] = useState(() =>
    causesOf(errorsOf(state.edition(), state.draft(), state.editions), state.edition(), state.figure),
  );
  const [goesOn, setGoesOn] = useState(errors.length === 0 || chosen === "review");
  const [purpose, setPurpose] = useState<Purpose>(errors.length > 0 ? "review" : (chosen ?? "publish"));
  if (!goesOn) return <ExportErrors errors={errors} close={close} onDraft={() => setGoesOn(true)} />;
  return (
    <>
      <PurposeChoice purpose={purpose} onPurpose={setPurpose} errors={errors.length} />
      <div className="export-columns">
        <ExportFormats purpose={purpose} onWork={onWork} close={close} />
        <div>
          <StyleChoice openFonts={openFonts} />
          <ExportOthers onWork={onWork} close={close} />
        </div>
      </div>
    </>
  );
}
