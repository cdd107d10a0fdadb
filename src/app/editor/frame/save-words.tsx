import { useLayoutEffect, useRef } from "react";
import type { SaveState } from "../../../store/autosave.ts";
import { createRest } from "../../../store/rest.ts";
import { useReport } from "../../open-report/open-report.ts";
import { wait } from "../../report-state/at-rest.ts";
import { spokenTime } from "../../spoken-time.ts";

/**
 * Says in the top bar whether the report is saved; saved only when it was read back from the browser. What is
 * not saved is said at once; that it is saved can wait until typing rests, or it would change with every key.
 */
export function SaveWords() {
  const { state, keeping } = useReport();
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    let shown: string | undefined;
    const write = (): void => {
      const words = wordsFor(keeping.save());
      if (!element.current || words === shown) return;
      element.current.textContent = words;
      element.current.classList.toggle("save-failed", hasFailed(keeping.save()));
      shown = words;
    };
    // A rest of its own: what waits for typing to rest must not be put off by a save.
    const { stir, stop } = createRest(wait, write);
    const told = (): void => {
      const { state: now } = keeping.save();
      if (now === "saving" || now === "saved") stir();
      else {
        stop();
        write();
      }
    };
    write();
    const leave = state.subscribe("save", told);
    return () => {
      leave();
      stop();
    };
  }, [state, keeping]);
  return <span ref={element} />;
}

function wordsFor(save: SaveState): string {
  switch (save.state) {
    case "unchanged":
      return "";
    case "unsaved":
      return "未保存";
    case "saving":
      return "保存中…";
    case "saved":
      return `已保存 ${spokenTime(save.at)}`;
    case "failed":
      return "保存失败";
    case "elsewhere":
      return "未保存：别的页面也改了";
  }
}

function hasFailed({ state }: SaveState): boolean {
  return state === "failed" || state === "elsewhere";
}
