import { useEffect, useRef } from "react";
import type { Purpose } from "./outputs/exporting.ts";

type Props = { purpose: Purpose; onPurpose: (purpose: Purpose) => void; errors: number };

/** 送审稿 or 发布稿, and what each carries. With errors there is only the first. */
export function PurposeChoice({ purpose, onPurpose, errors }: Props) {
  const frame = useRef<HTMLFieldSetElement>(null);
  // A long list of errors was scrolled to the button at its end; what comes in its place is read from its beginning.
  // `void`: newer browsers answer with a promise, which React would call when the panel goes.
  useEffect(() => void frame.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <fieldset ref={frame} className="export-purpose">
      <legend>用途</legend>
      <Option
        name="发布稿"
        words={
          errors > 0
            ? `还有 ${errors} 处错误，改好才能导出`
            : "附的草稿只有报告本身的内容，没有上年数据和确认理由"
        }
        isChosen={purpose === "publish"}
        isOpen={errors === 0}
        choose={() => onPurpose("publish")}
      />
      <Option
        name="送审稿"
        words={`文件名加“（送审稿）”，附全部草稿${errors > 0 ? "，每页标上“草稿”" : ""}`}
        isChosen={purpose === "review"}
        isOpen
        choose={() => onPurpose("review")}
      />
    </fieldset>
  );
}

type OptionProps = { name: string; words: string; isChosen: boolean; isOpen: boolean; choose: () => void };

function Option({ name, words, isChosen, isOpen, choose }: OptionProps) {
  return (
    <label>
      <input type="radio" name="export-purpose" checked={isChosen} disabled={!isOpen} onChange={choose} />
      <span>
        <strong>{name}</strong>
        <small>{words}</small>
      </span>
    </label>
  );
}
