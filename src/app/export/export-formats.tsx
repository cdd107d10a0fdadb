import { useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { compose } from "../../document/compose.ts";
import type { Document } from "../../document/tree.ts";
import type { OutputFormat } from "../../exchange/formats.ts";
import { leftOutWords } from "../../exchange/left-out.ts";
import type { Style } from "../../formats/style.ts";
import { rememberExport } from "../keeping/last-export.ts";
import { useReport } from "../open-report/open-report.ts";
import { useExportChoice } from "./outputs/export-choice.ts";
import { type Exported, exportReport, outgoing, type Purpose } from "./outputs/exporting.ts";
import { exportPackage } from "./outputs/publishing-package.ts";
import { type ExportProps, perform, type Work } from "./progress/work.ts";

type Offered = { readonly name: string; readonly use: string };

const offered: Readonly<Record<OutputFormat, Offered>> = {
  docx: { name: "Word 文档（.docx）", use: "送审、修改、报送" },
  pdf: { name: "PDF 文件（.pdf）", use: "公布和存档，版面不变" },
  html: { name: "网页（.html）", use: "放到网站上" },
  xlsx: { name: "Excel 工作簿（.xlsx）", use: "只有三张表，汇总用" },
  txt: { name: "纯文本（.txt）", use: "粘贴到别的系统" },
};

/** The formats; each is written at one press. Word, which most offices hand in, waits under the focus. */
export function ExportFormats({ purpose, onWork, close }: ExportProps & { purpose: Purpose }) {
  const { state, keeping } = useReport();
  const { chosen } = useExportChoice();
  const document = useMemo(
    () => compose(state.edition(), state.draft(), { charts: chosen.style.charts }),
    [state, chosen],
  );
  const missing = useMissingInPdf(document, chosen.style);
  const noteExport = (name: string): void => {
    rememberExport(keeping.id(), state.draft(), name);
    state.tell("save");
  };
  const exportAs = (format: OutputFormat): void => {
    close();
    void perform(offered[format].name, onWork, async (signal) => {
      const { name, faces } = await exportReport(format, outgoing(state, purpose), signal);
      noteExport(name);
      return exportWords(name, faces);
    });
  };
  const packUp = (): void => {
    close();
    void perform("发布包", onWork, async (signal) => {
      const name = await exportPackage(state, signal);
      noteExport(name);
      return { words: `已导出 ${name}` };
    });
  };
  return (
    <section aria-labelledby="export-formats">
      <h2 id="export-formats">导出成</h2>
      {(Object.keys(offered) as OutputFormat[]).map((format) => (
        <Button
          key={format}
          className="export-entry"
          autoFocus={format === "docx"}
          onPress={() => exportAs(format)}
        >
          {offered[format].name}
          <small>{offered[format].use}</small>
          <LeftOut words={leftOutWords(document, format)} />
          {format === "pdf" && <LeftOut words={missing} />}
        </Button>
      ))}
      {purpose === "publish" && (
        <Button className="export-entry" onPress={packUp}>
          发布包（.zip）
          <small>Word、PDF、网页和图解装在一起</small>
        </Button>
      )}
    </section>
  );
}

/** What a PDF of this report could not draw, once it is known; the export tells it again. */
function useMissingInPdf(document: Document, style: Style): string {
  const [words, setWords] = useState("");
  useEffect(() => {
    let left = false;
    const look = async (): Promise<void> => {
      const { missingInPdf } = await import("../fonts/export-pdf.ts");
      const missing = await missingInPdf(document, style);
      if (!left) setWords(missing.length > 0 ? `缺字“${missing.join("")}”，会印成〓，可改导出 Word` : "");
    };
    // What keeps the part from coming is said where a PDF is asked for.
    look().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [document, style]);
  return words;
}

/** What of this report such a file does not show, said before it is written. */
function LeftOut({ words }: { words: string }) {
  return words === "" ? null : <small className="export-left-out">{words}</small>;
}

/** What there is to mend comes first, and stays on the screen. */
function exportWords(name: string, faces: Exported["faces"]): Work {
  if (!faces) return { words: `已导出 ${name}` };
  const { missing, faults, bodyFace } = faces;
  const gaps = missing.length > 0 ? `PDF 缺字“${missing.join("")}”，印成了〓，可改导出 Word。` : "";
  return { words: `${gaps}${faults}${bodyFace}，已导出 ${name}`, stays: gaps + faults !== "" };
}
