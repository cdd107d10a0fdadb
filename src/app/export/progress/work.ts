import { faultWords, isMissingPart } from "../../parts/missing-part.ts";

/** What the program does or did; with a way to stop it while it goes on. */
export type Work = {
  readonly words: string;
  readonly cancel?: () => void;
  /** Something went wrong: the words stay until they are put away. */
  readonly stays?: boolean;
  /** What the clerk may have done now. */
  readonly choices?: readonly Choice[];
};
export type Choice = { readonly name: string; readonly act: () => Promise<Work | undefined> };

/** What each part of the export panel is given: where to tell how the work goes, and how to close the panel. */
export type ExportProps = { readonly onWork: (work: Work) => void; readonly close: () => void };

/** Does a piece of work that takes a while, and tells how it went. `work` gives the words for when it is done. */
export async function perform(
  name: string,
  onWork: (work: Work) => void,
  work: (signal: AbortSignal) => Promise<Work>,
): Promise<void> {
  const abort = new AbortController();
  onWork({ words: `正在生成${name}…`, cancel: () => abort.abort() });
  try {
    onWork(await work(abort.signal));
  } catch (error) {
    if (abort.signal.aborted) return onWork({ words: "已取消导出" });
    const advice = isMissingPart(error) ? "" : "草稿没有变，可以再试一次或换一种格式。";
    onWork({ words: `没有导出：${faultWords(error)}${advice}`, stays: true });
  }
}
