import { useId, useLayoutEffect, useRef } from "react";
import type { NarrativeTemplate } from "../../../edition/schema.ts";
import { openingOf } from "../../../report/contacts.ts";
import { isPlainNarrative, narrativeToText, textToNarrative } from "../../../report/narrative/narrative.ts";
import { textIdOf, useReport } from "../../report-state/open-report.ts";
import { withLines } from "./with-lines.ts";
import "./narrative.css";

/** A text of the report, a paragraph a line. Text with tables, lists or marks is shown but kept as it is. */
export function NarrativeField({ content, name }: { content: NarrativeTemplate; name: string }) {
  const { state } = useReport();
  const area = useRef<HTMLTextAreaElement>(null);
  const help = useId();
  const { slot, parts, opening, suggestion } = content;
  const textNow = (): string => narrativeToText(state.draft().narrative[slot]);
  const narrativeOf = (text: string) => textToNarrative(text, state.draft().narrative[slot]);
  const editable = isPlainNarrative(state.draft().narrative[slot]);
  useLayoutEffect(() => {
    const show = (): void => {
      const text = narrativeToText(state.draft().narrative[slot]);
      if (!area.current) return;
      if (area.current.value !== text) area.current.value = text;
      growToText(area.current);
    };
    show();
    return state.subscribe(`text:${slot}`, show);
  }, [state, slot]);
  const write = (text: string): void => {
    state.setText(slot, narrativeOf(text));
    area.current?.focus();
  };
  return (
    <div className="narrative">
      <p id={help} className="narrative-help">
        {editable
          ? "每段一行，段首不用空格；“（一）……”单独一行就是小标题。"
          : "这段文字里有列表、表格或加粗等格式，这里只能看，不能改；内容会原样保存。"}
      </p>
      <textarea
        ref={area}
        id={textIdOf(slot)}
        onInput={(event) => state.typeText(slot, narrativeOf(event.currentTarget.value))}
        aria-label={name}
        aria-describedby={help}
        readOnly={!editable}
        rows={8}
      />
      {editable && (
        <div className="narrative-actions">
          {opening && (
            <button
              type="button"
              className="button"
              onClick={() => write(withLines(textNow(), openingOf(content, state.edition(), state.draft())))}
            >
              按封面信息补写
            </button>
          )}
          {parts && (
            <button
              type="button"
              className="button"
              onClick={() =>
                write(
                  withLines(
                    textNow(),
                    parts.map((part) => part.heading),
                  ),
                )
              }
            >
              补上小标题
            </button>
          )}
          {suggestion !== undefined && (
            <button
              type="button"
              className="button"
              onClick={() => textNow().trim() === "" && write(suggestion)}
            >
              填“{suggestion}”
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** As high as its text, so that the page scrolls and not the box. */
function growToText(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}
