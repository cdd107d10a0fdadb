import { Editor } from "@tiptap/core";
import { type Node as EditorDoc, Fragment, Slice } from "@tiptap/pm/model";
import { Selection, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { NarrativeNode } from "../../../../report/file/draft.ts";
import { LineBelow, withLineBelow, withoutLineBelow } from "./caret/line-below.ts";
import { Caret } from "./caret/take-caret.ts";
import { Figure, type FigureOptions } from "./figure-node.ts";
import { type EditorNode, fromBlocks, nodeFrom, toEditor } from "./file-json.ts";
import { HeadingByNumber } from "./headings/heading-by-number.ts";
import { isHeadingLine, levelOfHeading } from "./headings/heading-level.ts";
import { HeadingNumbers } from "./headings/heading-numbers.ts";
import { RunInHeadings } from "./headings/run-in-headings.ts";
import { nodes } from "./nodes.ts";
import { cleanPaste, type LeftOut } from "./paste/pasted-html.ts";
import { Underlines } from "./underlines.ts";

export type RichTextOptions = {
  readonly element: HTMLElement;
  readonly narrative: NarrativeNode | undefined;
  /** What names the field to a screen reader, and its id in the page. */
  readonly label: string;
  readonly id: string;
  readonly describedBy: string;
  readonly figures: FigureOptions;
  /** The text was changed by hand; `isPaste` where something was pasted. */
  readonly onChange: (narrative: NarrativeNode, isPaste: boolean) => void;
  readonly onLeftOut: (leftOut: LeftOut) => void;
  /** Pictures were pasted or dropped. */
  readonly onPictures: (files: readonly File[]) => void;
  /** Keys that the report answers, not the text; true where it did. */
  readonly onKey: (event: KeyboardEvent) => boolean;
};

/** The editor of a text, bound to a place of the page. */
export type RichText = {
  readonly editor: Editor;
  /** Shows a narrative that was changed elsewhere (undo, a button); the caret goes where it changed. */
  readonly show: (narrative: NarrativeNode | undefined) => void;
  /** The narrative as it stands. */
  readonly narrative: () => NarrativeNode;
};

export function createRichText(options: RichTextOptions): RichText {
  let written = options.narrative;
  const editor = new Editor({
    element: options.element,
    content: withLineBelow(toEditor(options.narrative)),
    extensions: [
      ...nodes.map((node) => (node.name === "figure" ? Figure.configure(options.figures) : node)),
      HeadingByNumber,
      HeadingNumbers,
      RunInHeadings,
      LineBelow,
      Underlines,
      Caret,
    ],
    // Old browsers and the page's policy: no style element is put into the page, the sheet brings all of it.
    injectCSS: false,
    editorProps: {
      attributes: {
        id: options.id,
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": options.label,
        "aria-describedby": options.describedBy,
        class: "rich-text",
        spellcheck: "false",
      },
      handleKeyDown: (view, event) => options.onKey(event) || toBeginning(view, event),
      // The view swallows the keys of undo, which belong to the report's one history.
      handleDOMEvents: { keydown: (_view, event) => isHistoryKey(event) },
      handlePaste: (_view, event) => takePictures(event.clipboardData, options),
      handleDrop: (_view, event) => takePictures(event.dataTransfer, options),
      transformPastedHTML: (html) => {
        // What is copied within the editor is its own.
        if (html.includes("data-pm-slice")) return html;
        const { html: clean, leftOut } = cleanPaste(html);
        options.onLeftOut(leftOut);
        return clean;
      },
      transformPasted: (slice, { state }) => belowHeading(slice, state.selection),
      clipboardTextParser: (text, _context, _plain, view) => {
        const lines = text.split(/\r\n|[\r\n\u2028\u2029]/);
        const blocks = lines
          .filter((line) => line.trim() !== "")
          .map((line) => blockOf(line, view.state.schema));
        return Slice.maxOpen(Fragment.from(blocks));
      },
    },
    onUpdate: ({ transaction }) => {
      if (transaction.getMeta("fromState")) return;
      written = fromBlocks(withoutLineBelow(blocksOf(editor.state.doc), written), written);
      options.onChange(written, transaction.getMeta("paste") === true);
    },
  });
  return {
    editor,
    narrative: () => written ?? { type: "doc", content: [] },
    show: (narrative) => {
      if (narrative === written || editor.view.composing) return;
      written = narrative;
      replaceChanged(editor, editor.schema.nodeFromJSON(withLineBelow(toEditor(narrative))));
    },
  };
}

const known = new WeakMap<EditorDoc, NarrativeNode>();

/** A block that was not changed is the same object as before: what was read of it stands. */
function blocksOf(doc: EditorDoc): NarrativeNode[] {
  return doc.children.map((block) => {
    const before = known.get(block);
    if (before) return before;
    const node = nodeFrom(block.toJSON() as EditorNode);
    known.set(block, node);
    return node;
  });
}

function isHistoryKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && ["z", "y"].includes(key.toLowerCase());
}

/**
 * Control+Home. The view takes a caret that comes to the beginning within 200 ms of the focus for a fault of the
 * browser and puts it back: right after a press on a tool the key would do nothing.
 */
function toBeginning(
  view: EditorView,
  { key, ctrlKey, shiftKey, altKey, isComposing }: KeyboardEvent,
): boolean {
  if (key !== "Home" || !ctrlKey || shiftKey || altKey || isComposing) return false;
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(Selection.atStart(doc)).scrollIntoView());
  return true;
}

/** Several lines that are pasted behind a heading come below it: their first one is no end of the heading. */
function belowHeading(slice: Slice, { $from, empty }: Selection): Slice {
  const { parent, parentOffset } = $from;
  const isBehind = empty && parent.type.name === "heading" && parentOffset === parent.content.size;
  return isBehind && parentOffset > 0 && slice.content.childCount > 1 && slice.openStart === 1
    ? new Slice(slice.content, 0, slice.openEnd)
    : slice;
}

function blockOf(line: string, schema: Editor["schema"]): EditorDoc {
  const text = line.replace(/^[\s\u3000]+/, "").trimEnd();
  const content = text === "" ? null : schema.text(text);
  const { heading, paragraph } = schema.nodes;
  if (!paragraph) throw new Error("the text has no paragraphs");
  return isHeadingLine(text) && heading
    ? heading.create({ level: levelOfHeading(text) }, content)
    : paragraph.create(null, content);
}

/** Pictures of a paste without text: from a screen program or a folder. */
function takePictures(data: DataTransfer | null, options: RichTextOptions): boolean {
  const files = [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
  if (files.length === 0 || data?.types.includes("text/html")) return false;
  options.onPictures(files);
  return true;
}

/** Replaces only what differs, so that the caret and the page stay where they are. */
function replaceChanged(editor: Editor, doc: EditorDoc): void {
  const { state, view } = editor;
  const start = state.doc.content.findDiffStart(doc.content);
  const end = state.doc.content.findDiffEnd(doc.content);
  if (start === null || !end) return;
  // Where the same words stand on both sides of the change, the two ends overlap.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const transaction = state.tr.replace(start, end.a + overlap, doc.slice(start, end.b + overlap));
  const caret = Math.min(end.b + overlap, transaction.doc.content.size);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(caret), -1));
  transaction.setMeta("fromState", true).setMeta("addToHistory", false);
  view.dispatch(transaction);
}
