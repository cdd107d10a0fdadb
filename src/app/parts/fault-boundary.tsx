import { Component, type ReactNode } from "react";
import { draftFileName, serialiseDraft } from "../../report/file/serialise.ts";
import { draftOpenNow } from "../keeping/open-now.ts";
import { download } from "./download.ts";
import { isMissingPart, missingPartWords } from "./missing-part.ts";
import { addressOf } from "./place.ts";

type Props = {
  /** What failed, for the sentence: 检查栏. Without it the whole page did. */
  readonly part?: string;
  readonly children: ReactNode;
};

type State = { readonly fault?: unknown };

/** Keeps a fault in one part from taking the rest down: its place says so, and the draft can be saved as a file. */
export class FaultBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(fault: unknown): State {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    const again = (): void => this.setState({ fault: undefined });
    return this.props.part === undefined ? (
      <LastResort />
    ) : (
      <div className="notice notice-failure part-fault" role="alert">
        {isMissingPart(fault)
          ? missingPartWords
          : `${this.props.part}出了错，没有显示出来。其余部分照常，填的内容都在。`}{" "}
        <button type="button" className="link" onClick={again}>
          重新显示
        </button>
      </div>
    );
  }
}

/** What is left when the page itself fails: the draft as a file, and a way to begin anew. */
function LastResort() {
  const draft = draftOpenNow();
  return (
    <div className="start">
      <main className="start-main">
        <h1>页面出了错</h1>
        <p className="notice notice-failure" role="alert">
          {draft
            ? "填的内容还在。先把草稿存成文件，再刷新页面；刷新后仍出错，可以在另一台电脑或浏览器里打开这个文件。"
            : "刷新页面再试。草稿保存在这个浏览器里，没有受影响。"}
        </p>
        <p>
          {draft && (
            <button
              type="button"
              className="button button-primary"
              onClick={() => download(draftFileName(draft), new Blob([serialiseDraft(draft)]))}
            >
              把草稿存成文件
            </button>
          )}{" "}
          <button type="button" className="button" onClick={() => window.location.reload()}>
            刷新页面
          </button>{" "}
          <a href={addressOf({ name: "start" })} onClick={() => setTimeout(() => window.location.reload())}>
            返回首页
          </a>
        </p>
      </main>
    </div>
  );
}
