import { useEffect, useState } from "react";
import { useReport } from "../../open-report/open-report.ts";
import type { MountedText } from "./rich-text/mount-text.ts";
import { type Match, matchesOf } from "./rich-text/search.ts";
import { useEditor } from "./use-editor.ts";

type Props = {
  readonly text: MountedText;
  readonly say: (words: string) => void;
  readonly onDone: () => void;
};

/** Finds words in the text and replaces them, one by one or all. */
export function FindBar({ text, say, onDone }: Props) {
  const { editor } = text;
  const { state } = useReport();
  const [words, setWords] = useState("");
  const [instead, setInstead] = useState("");
  const doc = useEditor(editor, () => editor.state.doc);
  const matches = matchesOf(doc, words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: matches follow from the text and the words.
  useEffect(() => {
    text.showMatches(matches.map((match) => ({ ...match, className: "searched" })));
  }, [text, doc, words]);
  useEffect(() => () => text.showMatches([]), [text]);
  const next = (): Match | undefined => {
    const after = editor.state.selection.to;
    const match = matches.find(({ from }) => from >= after) ?? matches[0];
    if (match) editor.chain().setTextSelection(match).scrollIntoView().run();
    return match;
  };
  const replace = (): void => {
    const { from, to } = editor.state.selection;
    const isChosen = matches.some((match) => match.from === from && match.to === to);
    if (isChosen) editor.view.dispatch(editor.state.tr.insertText(instead, from, to));
    next();
  };
  const replaceAll = (): void => {
    const transaction = editor.state.tr;
    for (const { from, to } of [...matches].reverse()) transaction.insertText(instead, from, to);
    state.endStep();
    if (matches.length > 0) editor.view.dispatch(transaction);
    state.endStep();
    say(`已替换 ${matches.length} 处。按 Ctrl+Z 可以撤销`);
  };
  return (
    <search>
      <form
        className="find-bar"
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
        onKeyDown={(event) => event.key === "Escape" && onDone()}
      >
        <input
          aria-label="查找"
          placeholder="查找"
          // biome-ignore lint/a11y/noAutofocus: the bar opens because it was asked for.
          autoFocus
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <span role="status">
          {words === "" ? "" : matches.length === 0 ? "没有找到" : `${matches.length} 处`}
        </span>
        <button type="submit" className="button">
          下一处
        </button>
        <input
          aria-label="替换为"
          placeholder="替换为"
          value={instead}
          onChange={(event) => setInstead(event.target.value)}
        />
        <button type="button" className="button" onClick={replace}>
          替换
        </button>
        <button type="button" className="button" onClick={replaceAll}>
          全部替换
        </button>
        <button type="button" className="button" onClick={onDone}>
          关闭
        </button>
      </form>
    </search>
  );
}
