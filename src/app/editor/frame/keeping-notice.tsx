import { useState } from "react";
import type { SaveState } from "../../../store/autosave.ts";
import { saveDraftFile } from "../../export/outputs/exporting.ts";
import { failureWords } from "../../keeping/failure-words.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";

/** What stands over the form while the report is not kept, or not written here. It goes by itself. */
export function KeepingNotice() {
  const { keeping } = useReport();
  const twoWrote = useValue(() => keeping.save().state === "elsewhere", "save");
  const reason = useValue(() => reasonOf(keeping.save()), "save");
  const part = useValue(keeping.part, "save");
  if (twoWrote) return <TwoWrote />;
  if (part === "reader") return <ReadingAlong />;
  return reason === undefined ? null : <NotSaved reason={reason} />;
}

function reasonOf(save: SaveState): string | undefined {
  return save.state === "failed" ? save.reason : undefined;
}

function NotSaved({ reason }: { reason: string }) {
  const { state } = useReport();
  return (
    <p className="editor-notice notice-failure" role="alert">
      保存失败：{failureWords(reason)}填的内容还在这个页面上，关掉页面前先存成文件。{" "}
      <button type="button" className="link" onClick={() => saveDraftFile(state.draft())}>
        存成文件
      </button>
    </p>
  );
}

function ReadingAlong() {
  const { keeping } = useReport();
  const [busy, setBusy] = useState(false);
  return (
    <p className="editor-notice" role="status">
      这份草稿正在另一个页面编辑，这里跟着更新，只能看。{" "}
      <button
        type="button"
        className="link"
        disabled={busy}
        onClick={() => {
          setBusy(true);
          void keeping.takeOver().finally(() => setBusy(false));
        }}
      >
        在此编辑
      </button>
    </p>
  );
}

function TwoWrote() {
  const { keeping } = useReport();
  const [busy, setBusy] = useState(false);
  const settle = (by: Parameters<typeof keeping.settle>[0]): void => {
    setBusy(true);
    void keeping.settle(by).finally(() => setBusy(false));
  };
  const choice = (by: Parameters<typeof settle>[0], words: string) => (
    <button type="button" className="link" disabled={busy} onClick={() => settle(by)}>
      {words}
    </button>
  );
  return (
    <p className="editor-notice notice-failure" role="alert">
      这份草稿刚在另一个页面存了新的内容，这里的改动还没有保存。{" "}
      {choice("writeOver", "用这里的（另一份留作版本）")} {choice("follow", "换成那里的")}{" "}
      {choice("keepApart", "两份都留")}
    </p>
  );
}
