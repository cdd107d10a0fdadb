import { useEffect, useState } from "react";
import type { Salvage } from "../../report/file/salvage.ts";
import { download } from "../parts/download.ts";
import { addressOf, go } from "../parts/place.ts";
import { keepDraft, salvageOf } from "./opening.ts";

/** `text`: what lies in the browser, where it cannot be read. */
export type Failure = { readonly message: string; readonly text?: string };

/** Said where a report does not open; what lies there is left as it is, and what is readable is offered. */
export function NotOpened({ message, text }: Failure) {
  return (
    <div className="start">
      <main className="start-main">
        <h1>没有打开报告</h1>
        <p className="notice notice-failure" role="alert">
          {message}
          {text !== undefined && "存着的内容原样留着，没有动过。可以把它存成文件，交给懂电脑的同事看。"}
        </p>
        {text !== undefined && <Readable text={text} />}
        {text !== undefined && (
          <p>
            <button
              type="button"
              className="button"
              onClick={() => download("读不了的草稿.nianbao.json", new Blob([text]))}
            >
              原样存成文件
            </button>
          </p>
        )}
        <a href={addressOf({ name: "start" })}>返回首页</a>
      </main>
    </div>
  );
}

/** What can still be read, as a new draft beside the one that lies there. */
function Readable({ text }: { text: string }) {
  const [salvage, setSalvage] = useState<Salvage>();
  useEffect(() => {
    void salvageOf(text).then(setSalvage, () => undefined);
  }, [text]);
  if (!salvage) return null;
  const { draft, figures, texts } = salvage;
  const open = async (): Promise<void> => go({ name: "draft", id: await keepDraft(draft) });
  return (
    <p>
      还读得出：{draft.organisation.name || "单位名称已缺失"}，{figures} 个数字，{texts}{" "}
      段文字。其余是空的，打开后逐项核对。
      <button type="button" className="button button-primary" onClick={() => void open()}>
        把读得出的打开为新草稿
      </button>
    </p>
  );
}
