import { useLayoutEffect, useRef, useState } from "react";
import type { Style } from "../../formats/style.ts";
import { FileButton } from "../open/file-button.tsx";
import {
  addStyle,
  chooseStyle,
  removeStyle,
  setContents,
  setWithoutDraft,
  useExportChoice,
} from "./outputs/export-choice.ts";

type Notice = { readonly kind: "failure" | "done"; readonly text: string };

/** How many faults of a style file are shown at once. */
const mostFaults = 6;

/** No style file is larger; what is, is another file. In bytes. */
const largestStyle = 1024 * 1024;

/** Which style the files have, and whether a table of contents stands in them. */
export function StyleChoice({ openFonts }: { openFonts: (style: Style) => void }) {
  const { styles, chosen, contents, withoutDraft } = useExportChoice();
  const [notice, setNotice] = useState<Notice>();
  const choices = useRef<HTMLFieldSetElement>(null);
  const removed = useRef(false);
  // The button goes with the style that is taken out; the focus must not fall out of the panel.
  useLayoutEffect(() => {
    if (removed.current && !chosen.isOwn)
      choices.current?.querySelector<HTMLElement>("input:checked")?.focus();
    removed.current = false;
  }, [chosen]);
  const remove = (): void => {
    removed.current = true;
    removeStyle(chosen.key);
  };
  const open = async (file: File): Promise<void> => setNotice(await openStyle(file));
  return (
    <section aria-labelledby="export-look">
      <fieldset ref={choices} className="export-styles">
        <legend id="export-look">版式</legend>
        {styles.map(({ key, name }) => (
          <label key={key}>
            <input
              type="radio"
              name="export-style"
              checked={key === chosen.key}
              onChange={() => chooseStyle(key)}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <p className="export-style-actions">
        <FileButton className="link" label="版式文件" accept=".json" onFile={({ file }) => void open(file)}>
          打开别的版式文件…
        </FileButton>
        {chosen.isOwn && (
          <button type="button" className="link export-remove" onClick={remove}>
            去掉这个版式
          </button>
        )}
      </p>
      {notice && (
        <p className={notice.kind === "failure" ? "notice notice-failure" : "notice"} role="alert">
          {notice.text}
        </p>
      )}
      <label className="export-contents">
        <input type="checkbox" checked={contents} onChange={(event) => setContents(event.target.checked)} />
        标题后加目录
      </label>
      <label className="export-contents">
        <input
          type="checkbox"
          checked={!withoutDraft}
          aria-describedby="export-draft-help"
          onChange={(event) => setWithoutDraft(!event.target.checked)}
        />
        附上草稿
      </label>
      <p id="export-draft-help" className="field-help">
        以后能用本程序打开再改。送审稿附的还有上年数据和确认提醒的理由。
      </p>
      <p className="export-style-actions">
        <button type="button" className="link" onClick={() => openFonts(chosen.style)}>
          PDF 字体…
        </button>
      </p>
    </section>
  );
}

async function openStyle(file: File): Promise<Notice> {
  if (file.size > largestStyle)
    return { kind: "failure", text: `“${file.name}”太大，不是版式文件。看看是不是选错了文件。` };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { kind: "failure", text: `读不到“${file.name}”。看看它是不是被移动了，或者正被别的程序占用。` };
  }
  const adding = addStyle(text);
  if (adding.ok) {
    const words = adding.isKept ? "" : "。浏览器不让保存，下次要重新打开";
    return { kind: "done", text: `已载入“${adding.name}”${words}` };
  }
  const shown = adding.problems.slice(0, mostFaults).map(({ message }) => message);
  const count = adding.problems.length;
  return { kind: "failure", text: `“${file.name}”有 ${count} 处要改：\n${shown.join("\n")}` };
}
