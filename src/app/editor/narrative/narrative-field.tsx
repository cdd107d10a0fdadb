import { useId, useLayoutEffect, useRef, useState } from "react";
import type { NarrativeTemplate } from "../../../edition/schema.ts";
import { plainTextOf } from "../../../report/narrative/passages.ts";
import { passagesIn } from "../../../report/narrative/read-passages.ts";
import { textFrameIdOf, textIdOf, useReport } from "../../open-report/open-report.ts";
import { NarrativeActions } from "./narrative-actions.tsx";
import type { MountedText } from "./rich-text/mount-text.ts";
import "./narrative.css";

type Props = { readonly content: NarrativeTemplate; readonly name: string };
type Parts = Pick<typeof import("./rich-text/mount-text.ts"), "mountText"> &
  Pick<typeof import("./text-tools.tsx"), "TextTools">;
type Loading = "loading" | "failed" | { readonly text: MountedText; readonly Tools: Parts["TextTools"] };

let parts: Parts | undefined;

async function loadParts(): Promise<Parts> {
  const [{ mountText }, { TextTools }] = await Promise.all([
    import("./rich-text/mount-text.ts"),
    import("./text-tools.tsx"),
  ]);
  parts = { mountText, TextTools };
  return parts;
}

/** A text of the report. Its editor is large and is loaded when the first text is opened. */
export function NarrativeField({ content, name }: Props) {
  const { state, keeping } = useReport();
  const { mayWrite } = keeping;
  const { slot } = content;
  const place = useRef<HTMLDivElement>(null);
  const [loading, setLoading] = useState<Loading>("loading");
  const [said, say] = useState("");
  const help = useId();
  // At once where the editor is loaded already: what is pressed next is meant for the text, and there may be no frame between.
  useLayoutEffect(() => {
    let mounted: MountedText | undefined;
    let isGone = false;
    const mount = ({ mountText, TextTools }: Parts): void => {
      if (isGone || !place.current) return;
      mounted = mountText(place.current, {
        state,
        slot,
        label: name,
        id: textIdOf(slot),
        help,
        say,
        mayWrite,
      });
      setLoading({ text: mounted, Tools: TextTools });
    };
    if (parts) mount(parts);
    else loadParts().then(mount, () => isGone || setLoading("failed"));
    return () => {
      isGone = true;
      mounted?.destroy();
    };
  }, [state, slot, name, help, mayWrite]);
  const loaded = typeof loading === "string" ? undefined : loading;
  return (
    <div className="narrative" id={textFrameIdOf(slot)}>
      <p id={help} className="narrative-help">
        小标题、列表、表格、图片用下面一行的按钮；要引用表里的数，按 /
        键或点“插入数字”，表里改了，文字里跟着变。画线的地方查出了问题，点一下或按 Shift+F10 看是什么。
      </p>
      {loaded && <loaded.Tools text={loaded.text} most={content.mostCharacters} say={say} />}
      <div ref={place} className="narrative-text" />
      {!loaded && <Unloaded slot={slot} failed={loading === "failed"} />}
      <p role="status" className="narrative-said">
        {said}
      </p>
      <NarrativeActions content={content} onWritten={() => loaded?.text.focus()} say={say} />
    </div>
  );
}

/** What is written, to be read, while the editor is on its way or where it cannot be had. */
function Unloaded({ slot, failed }: { slot: string; failed: boolean }) {
  const { state } = useReport();
  return (
    <>
      <p className={failed ? "notice notice-failure" : "narrative-help"} role={failed ? "alert" : undefined}>
        {failed
          ? "改文字的那部分程序没有打开，现在只能看。内容都在；先用“保存文件”存一份，再刷新页面。"
          : "正在打开……"}
      </p>
      <div className="narrative-plain">{plainTextOf(passagesIn(state.draft(), slot))}</div>
    </>
  );
}
