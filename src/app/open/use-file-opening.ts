import { type DragEvent, useState } from "react";
import { rememberNotice } from "./edit-notices.ts";
import { go } from "./place.ts";

export type Notice = { readonly kind: "failure" | "done"; readonly text: string };

/** Opens files by button or drop. A file that cannot be opened gives a sentence and changes nothing. */
export function useFileOpening() {
  const [notice, setNotice] = useState<Notice>();
  const open = async (file: File, as: "itself" | "lastYear"): Promise<void> => {
    setNotice(undefined);
    const { openChosenFile, openNextYear, keepDraft } = await import("./opening.ts");
    const opening = await (as === "itself" ? openChosenFile(file) : openNextYear(file));
    switch (opening.kind) {
      case "failure":
        return setNotice({ kind: "failure", text: `“${file.name}”没有打开。${opening.message}` });
      case "edition":
        return setNotice({ kind: "done", text: `已载入格式“${opening.name}”，新建报告时可以选用。` });
      case "draft":
        try {
          const id = await keepDraft(opening.draft, opening.title);
          if (opening.notice) rememberNotice(id, opening.notice);
          go({ name: "draft", id });
        } catch {
          setNotice({ kind: "failure", text: cannotKeep });
        }
    }
  };
  const openFile = (file: File): Promise<void> => open(file, "itself");
  const openLastYear = (file: File): Promise<void> => open(file, "lastYear");
  const dropTarget = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const [file] = event.dataTransfer.files;
      if (file) void openFile(file);
    },
  };
  return { notice, openFile, openLastYear, dropTarget };
}

/** Said where a draft cannot be kept, before anything is typed into it. */
export const cannotKeep =
  "浏览器不让保存草稿，填了会丢。看看磁盘是不是满了，或者是不是开着无痕窗口；换一个浏览器再试。";
