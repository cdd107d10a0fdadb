import { Button } from "react-aria-components";
import type { OutputFormat } from "../../exchange/formats.ts";
import { useReport } from "../report-state/open-report.ts";
import type { ExportProps } from "./export-panel.tsx";
import { type Exported, exportReport, outgoing } from "./exporting.ts";
import { perform, type Work } from "./work.ts";

const names: Readonly<Record<OutputFormat, string>> = {
  docx: "Word 文档（.docx）",
  pdf: "PDF 文件（.pdf）",
  html: "网页（.html）",
  xlsx: "Excel 工作簿（.xlsx）",
  txt: "纯文本（.txt）",
};

/** The formats; each is written at one press. Word, which most offices hand in, waits under the focus. */
export function ExportFormats({ onWork, close }: ExportProps) {
  const { state } = useReport();
  const exportAs = (format: OutputFormat): void => {
    close();
    void perform(names[format], onWork, async (signal) => {
      const { name, faces } = await exportReport(format, outgoing(state), signal);
      return exportWords(name, faces);
    });
  };
  return (
    <section aria-labelledby="export-formats">
      <h2 id="export-formats">导出成</h2>
      {(Object.keys(names) as OutputFormat[]).map((format) => (
        <Button
          key={format}
          className="export-entry"
          autoFocus={format === "docx"}
          onPress={() => exportAs(format)}
        >
          {names[format]}
        </Button>
      ))}
    </section>
  );
}

/** What there is to mend comes first, and stays on the screen. */
function exportWords(name: string, faces: Exported["faces"]): Work {
  if (!faces) return { words: `已导出 ${name}` };
  const { missing, faults, bodyFace } = faces;
  const gaps = missing.length > 0 ? `PDF 缺字“${missing.join("")}”，印成了〓，可改导出 Word。` : "";
  return { words: `${gaps}${faults}${bodyFace}，已导出 ${name}`, stays: gaps + faults !== "" };
}
