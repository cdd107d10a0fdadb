import { useState } from "react";
import { causesOf } from "../../check/causes.ts";
import { check } from "../../check/check.ts";
import { useReport } from "../report-state/open-report.ts";
import { ExportErrors } from "./export-errors.tsx";
import { ExportFormats } from "./export-formats.tsx";
import { ExportOthers } from "./export-others.tsx";
import { StyleChoice } from "./style-choice.tsx";
import type { Work } from "./work.ts";

export type ExportProps = { onWork: (work: Work) => void; close: () => void };

type Props = ExportProps & { openFonts: () => void };

/** Format, style and contents; first, where there are any, what is wrong with the report as a finished one. */
export function ExportPanel({ onWork, close, openFonts }: Props) {
  const { state } = useReport();
  // The panel is made anew each time it opens, and nothing changes under it.
  const [errors] = useState(() =>
    causesOf(
      check(state.edition(), state.draft(), state.editions).filter(({ severity }) => severity === "error"),
      state.edition(),
      state.figure,
    ),
  );
  const [goesOn, setGoesOn] = useState(errors.length === 0);
  if (!goesOn) return <ExportErrors errors={errors} close={close} onDraft={() => setGoesOn(true)} />;
  return (
    <>
      {errors.length > 0 && <p className="export-stamped">还有 {errors.length} 处错误，文件会标上“草稿”。</p>}
      <div className="export-columns">
        <ExportFormats onWork={onWork} close={close} />
        <div>
          <StyleChoice openFonts={openFonts} />
          <ExportOthers onWork={onWork} close={close} />
        </div>
      </div>
    </>
  );
}
