import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button, Group, ToggleButton, Toolbar } from "react-aria-components";
import { charactersIn } from "../../../report/narrative/passages.ts";
import { FigurePicker } from "./figure-picker.tsx";
import { FindBar } from "./find-bar.tsx";
import { FoundHere } from "./found/found-here.tsx";
import { LinkFigures } from "./link-figures.tsx";
import { PictureForm } from "./picture-form.tsx";
import { numberBefore } from "./rich-text/headings/heading-level.ts";
import { numberAt, numberedHeading } from "./rich-text/headings/heading-numbers.ts";
import { inText } from "./rich-text/in-text.ts";
import type { MountedText } from "./rich-text/mount-text.ts";
import { TableTools } from "./table-tools.tsx";
import { useEditor } from "./use-editor.ts";

type Props = {
  readonly text: MountedText;
  /** How many characters the text may have, where the edition says so. */
  readonly most: number | undefined;
  readonly say: (words: string) => void;
};

const headings = [
  { level: 2, name: "（一）小标题" },
  { level: 3, name: "1. 小标题" },
  { level: 4, name: "（1）小标题" },
] as const;

/** The row of buttons over a text, and what they open. */
export function TextTools({ text, most, say }: Props) {
  const { editor } = text;
  /** `stroke`: the figure is asked for by a key that may have been meant as a sign. */
  const [open, setOpen] = useState<"figure" | "stroke" | "find">();
  const files = useRef<HTMLInputElement>(null);
  useEffect(() => text.onWanted((what) => setOpen(what === "figure" ? "stroke" : what)), [text]);
  const close = useCallback(() => {
    setOpen(undefined);
    text.focus();
  }, [text]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+F looks in the text wherever its tools have the focus.
    <div
      className="text-tools"
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "f") return;
        event.preventDefault();
        setOpen("find");
      }}
    >
      <Toolbar aria-label="文字格式" className="text-toolbar">
        <Group aria-label="段落">
          {headings.map(({ level, name }) => (
            <Toggle
              key={level}
              editor={editor}
              name={name}
              isOn={() => editor.isActive("heading", { level })}
              press={() => toggleHeading(editor, level)}
            />
          ))}
        </Group>
        <Group aria-label="文字">
          <Toggle
            editor={editor}
            name="加粗"
            isOn={() => editor.isActive("bold")}
            press={() => inText(editor).toggleBold().run()}
          />
        </Group>
        <Group aria-label="列表">
          <Toggle
            editor={editor}
            name="编号"
            isOn={() => editor.isActive("orderedList")}
            press={() => inText(editor).toggleOrderedList().run()}
          />
          <Toggle
            editor={editor}
            name="圆点"
            isOn={() => editor.isActive("bulletList")}
            press={() => inText(editor).toggleBulletList().run()}
          />
        </Group>
        <Group aria-label="插入">
          <Button
            className="tool"
            onPress={() => {
              inText(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
              const { node } = editor.view.domAtPos(editor.state.selection.from);
              // The caret is in its first cell; at the foot of the window the rest would lie below it.
              (node instanceof Element ? node : node.parentElement)
                ?.closest("table")
                ?.scrollIntoView({ block: "nearest" });
            }}
          >
            表格
          </Button>
          <Button className="tool" onPress={() => files.current?.click()}>
            图片
          </Button>
          <Button className="tool" onPress={() => setOpen("figure")}>
            插入数字
          </Button>
          <LinkFigures text={text} say={say} />
          <Button className="tool" onPress={() => setOpen("find")}>
            查找替换
          </Button>
        </Group>
        <CharacterCount text={text} most={most} />
      </Toolbar>
      <input
        ref={files}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif,image/bmp"
        multiple
        hidden
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = "";
          void text.insertPictures(chosen);
        }}
      />
      {(open === "figure" || open === "stroke") && (
        <FigurePicker text={text} byStroke={open === "stroke"} onDone={close} />
      )}
      {open === "find" && <FindBar text={text} say={say} onDone={close} />}
      <TableTools editor={editor} />
      <PictureForm editor={editor} />
      <FoundHere text={text} />
    </div>
  );
}

type ToggleProps = { editor: Editor; name: string; isOn: () => boolean; press: () => void };

function Toggle({ editor, name, isOn, press }: ToggleProps) {
  const isSelected = useEditor(editor, isOn);
  return (
    <ToggleButton className="tool" isSelected={isSelected} onChange={press}>
      {name}
    </ToggleButton>
  );
}

function CharacterCount({ text, most }: Pick<Props, "text" | "most">) {
  const count = useEditor(text.editor, () => charactersIn(text.places().text));
  const over = most === undefined || count <= most ? "" : `，超出 ${count - most} 字`;
  return (
    <span className="text-count">
      {most === undefined ? `${count} 字` : `${count} 字，规定不超过 ${most} 字${over}`}
    </span>
  );
}

/** A heading comes with the number that is due at its place; a paragraph that was one loses it. */
function toggleHeading(editor: Editor, level: 2 | 3 | 4): void {
  const wasHeading = editor.isActive("heading", { level });
  const { $from } = editor.state.selection;
  const before = $from.parent.textContent;
  const start = $from.start();
  const had = [2, 3, 4].map((each) => numberBefore(before, each)).find((number) => number !== "") ?? "";
  const number = wasHeading ? "" : numberAt(editor.state.doc, start - 1, level);
  inText(editor)
    .toggleHeading({ level })
    .command(({ tr }) => {
      // An item of a list has left it by now, and stands at another place.
      const begin = tr.selection.$from.start();
      tr.insertText(number, begin, begin + had.length).setMeta(numberedHeading, true);
      return true;
    })
    .run();
}
