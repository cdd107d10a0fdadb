import { type KeyboardEvent, useId, useLayoutEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import type { NarrativeTemplate } from "../../../edition/schema.ts";
import { openingOf } from "../../../report/contacts.ts";
import { isPlainNarrative, textToNarrative } from "../../../report/narrative/narrative.ts";
import type { ReportFields } from "../report/fields.ts";
import { textIdOf, useReport } from "../report/report-context.ts";
import { useUndo } from "../report/use-undo.ts";
import "./narrative.css";

/** A text of the report, a paragraph a line. Text with tables, lists or marks is shown but kept as it is. */
export function NarrativeField({ content, name }: { content: NarrativeTemplate; name: string }) {
  const { state, editing } = useReport();
  const { undo, redo } = useUndo();
  const { register, getValues } = useFormContext<ReportFields>();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const help = useId();
  const path = `narrative.${content.slot}` as const;
  const editable = isPlainNarrative(state.draft().narrative[content.slot]);
  const narrativeOf = (text: string) => textToNarrative(text, state.draft().narrative[content.slot]);
  const field = register(path, {
    onChange: (event: { target: HTMLTextAreaElement }) =>
      editing.typedText(content.slot, narrativeOf(event.target.value)),
  });
  useLayoutEffect(() => {
    const grow = (): void => {
      if (area.current) growToText(area.current);
    };
    grow();
    return state.subscribe(`narrative:${content.slot}`, grow);
  }, [state, content.slot]);
  const write = (text: string): void => {
    editing.write([], [{ slot: content.slot, narrative: narrativeOf(text) }]);
    area.current?.focus();
  };
  // The browser's own undo knows nothing of what the buttons wrote, and would undo only half.
  const undoKeys = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  };
  return (
    <div className="narrative">
      <p id={help} className="narrative-help">
        {editable
          ? "每段一行，段首不用空格；“（一）……”单独一行就是小标题。"
          : "这段文字里有列表、表格或加粗等格式，这里只能看，不能改；内容会原样保存。"}
      </p>
      <textarea
        {...field}
        ref={(element) => {
          field.ref(element);
          area.current = element;
        }}
        id={textIdOf(content.slot)}
        onKeyDown={undoKeys}
        aria-label={name}
        aria-describedby={help}
        readOnly={!editable}
        rows={8}
      />
      {editable && (
        <div className="narrative-actions">
          {content.opening && (
            <button
              type="button"
              className="button"
              onClick={() => {
                const lines = openingOf(content, state.edition(), state.draft());
                write(withLines(getValues(path) ?? "", lines));
              }}
            >
              按封面信息补写
            </button>
          )}
          {content.parts && (
            <button
              type="button"
              className="button"
              onClick={() =>
                write(withLines(getValues(path) ?? "", content.parts?.map((part) => part.heading) ?? []))
              }
            >
              补上小标题
            </button>
          )}
          {content.suggestion !== undefined && (
            <button
              type="button"
              className="button"
              onClick={() => (getValues(path) ?? "").trim() === "" && write(content.suggestion ?? "")}
            >
              填“{content.suggestion}”
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** The text with the lines it lacks added at its end. */
function withLines(text: string, lines: readonly string[]): string {
  const missing = lines.filter((line) => !text.includes(line));
  return [...(text.trim() === "" ? [] : [text.replace(/\n+$/, "")]), ...missing].join("\n");
}

/** As high as its text, so that the page scrolls and not the box. */
function growToText(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}
