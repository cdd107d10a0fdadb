import { Button } from "react-aria-components";
import { errorsOf } from "../../check/check.ts";
import { useReport } from "../open-report/open-report.ts";
import { download } from "../parts/download.ts";
import { copyReport } from "./outputs/copy-report.ts";
import { drawnInfographic, type PictureFormat } from "./outputs/export-infographic.ts";
import { outgoing } from "./outputs/exporting.ts";
import { PictureWords } from "./picture-words.tsx";
import { type ExportProps, perform } from "./progress/work.ts";

/** What leaves the program otherwise than as a file of the report: the clipboard, and the picture of the year. */
export function ExportOthers({ onWork, close }: ExportProps) {
  const { state } = useReport();
  const copy = async (): Promise<void> => {
    const { document, style } = outgoing(state);
    const isCopied = await copyReport(document, style);
    close();
    onWork({
      words: isCopied
        ? "已复制全文，可以粘贴到 Word、WPS 或网站的编辑框"
        : "浏览器不让复制。可以导出网页，打开后全选、复制。",
      stays: !isCopied,
    });
  };
  const draw = (format: PictureFormat): void => {
    close();
    void perform("图解", onWork, async () => {
      const [edition, draft] = [state.edition(), state.draft()];
      const errors = errorsOf(edition, draft, state.editions);
      const { style } = outgoing(state);
      const picture = await drawnInfographic(format, edition, draft, errors, style);
      if (!picture) return { words: "还没有数字，画不出图解。先填表格。", stays: true };
      download(picture.name, picture.blob);
      return { words: `已导出 ${picture.name}` };
    });
  };
  return (
    <section aria-labelledby="export-others">
      <h2 id="export-others">其他</h2>
      <Button className="export-entry" onPress={() => void copy()}>
        复制到剪贴板
      </Button>
      <Button className="export-entry" onPress={() => draw("png")}>
        图解（PNG 图片）
      </Button>
      <Button className="export-entry" onPress={() => draw("svg")}>
        图解（SVG 图片）
      </Button>
      <PictureWords />
    </section>
  );
}
