import type { Editor } from "@tiptap/core";
import { figuresOf } from "../../../../check/check.ts";
import { figureExpression } from "../../../../report/figures/expression.ts";
import { figureReader, type ShownFigure } from "../../../../report/figures/living.ts";
import { lineBreak } from "../../../../report/narrative/passages.ts";
import type { ReportState } from "../../../report-state/report-state.ts";
import { type KeptPlace, keepPlace } from "./caret/kept-place.ts";
import { followWriting } from "./caret/writing.ts";
import { createRichText } from "./create-rich-text.ts";
import { inText } from "./in-text.ts";
import { openText } from "./open-texts.ts";
import { leftOutWords } from "./paste/left-out-words.ts";
import { readyPicture } from "./paste/pictures.ts";
import { placesIn, type TextPlaces } from "./text-places.ts";
import { type Underline, underlinesKey } from "./underlines.ts";
import "./rich-text.css";

export type MountOptions = {
  readonly state: ReportState;
  readonly slot: string;
  readonly label: string;
  readonly id: string;
  /** The id of the element that explains the field. */
  readonly help: string;
  /** Says something beside the text. */
  readonly say: (words: string) => void;
  /** Whether this page may write: another one may have the report. */
  readonly mayWrite: () => boolean;
};

export type Wanted = "figure" | "find";

/** A text on the screen, for the tools around it. */
export type MountedText = {
  readonly editor: Editor;
  readonly slot: string;
  readonly focus: () => void;
  readonly insertPictures: (files: readonly File[]) => Promise<void>;
  /** The text as the checks see it, and where its characters stand in the editor. */
  readonly places: () => TextPlaces;
  /** Colours what was searched beside the lines under what was found. */
  readonly showMatches: (matches: readonly Underline[]) => void;
  /** Called when the clerk asks by a key for a figure, or to look for words. */
  readonly onWanted: (listener: (what: Wanted) => void) => void;
  readonly destroy: () => void;
};

/** Puts the editor of a text into the page and ties it to the report. */
export function mountText(element: HTMLElement, options: MountOptions): MountedText {
  const { state, slot, say } = options;
  let early: Wanted | undefined;
  // The tools are drawn a moment after the text; what is asked for before is not lost.
  let want = (what: Wanted): void => {
    early = what;
  };
  let matches: readonly Underline[] = [];
  const shown = (attrs: Readonly<Record<string, unknown>>): ShownFigure | undefined => {
    const expression = figureExpression(attrs);
    return expression && figureReader(state.edition(), figuresOf(state.draft()))(expression);
  };
  const figureText = (attrs: Readonly<Record<string, unknown>>): string =>
    shown(attrs)?.text ?? String(attrs.shown ?? "");
  const rich = createRichText({
    element,
    narrative: state.draft().narrative[slot],
    label: options.label,
    id: options.id,
    describedBy: options.help,
    figures: {
      show: (attrs) => ({ text: figureText(attrs), isOpen: shown(attrs)?.state !== "known" }),
      subscribe: (listener) => state.subscribe("draft", listener),
    },
    onChange: (narrative, isPaste) => {
      // What a paste left out was said just now.
      if (!isPaste) say("");
      state.typeText(slot, narrative);
    },
    onLeftOut: (leftOut) => say(leftOutWords(leftOut)),
    onPictures: (files) => void readPictures(files),
    onKey: (event) => {
      const wanted = wantedBy(event, rich.editor);
      if (wanted) want(wanted);
      return wanted !== undefined;
    },
  });
  const { editor } = rich;
  const places = (): TextPlaces => placesIn(editor.state.doc, figureText, lineBreak);
  const drawLines = (): void => {
    // An input method loses its place when the text under it is drawn anew.
    if (editor.view.composing) return;
    const found = state.findings().filter(({ at }) => "slot" in at && at.slot === slot);
    if (found.length === 0 && matches.length === 0 && !underlinesKey.getState(editor.state)?.find().length)
      return;
    const { positionAt } = places();
    const lines = found.flatMap(({ at, severity, headline }): Underline[] =>
      "slot" in at
        ? [
            {
              from: positionAt(at.from),
              to: positionAt(at.to),
              className: `said said-${severity}`,
              title: headline,
            },
          ]
        : [],
    );
    const transaction = editor.state.tr
      .setMeta(underlinesKey, [...lines, ...matches])
      .setMeta("fromState", true);
    editor.view.dispatch(transaction);
  };
  const insertPicture = async (file: File, place: KeptPlace): Promise<void> => {
    const { src, width, height, bytes } = await readyPicture(file);
    const image = { type: "image", attrs: { src, alt: "", caption: "" } };
    place.insert(() => {
      // Who wrote on or went elsewhere meanwhile stays there.
      if (place.isHere()) inText(editor).insertContent(image).run();
      else editor.commands.insertContentAt(place.now(), image, { updateSelection: false });
    });
    say(
      `已放入图片：宽 ${width}、高 ${height} 像素，${Math.max(1, Math.round(bytes / 1024))} KB。在下面写上图题和说明`,
    );
  };
  let reading: Promise<unknown> | undefined;
  /** They come where the caret stood when they were asked for, also into a text that was left: reading one takes a while. */
  const insertPictures = async (files: readonly File[]): Promise<void> => {
    const place = keepPlace(editor);
    for (const file of files) {
      try {
        await insertPicture(file, place);
      } catch {
        say(`“${file.name}”不是能放进来的图片。可以用 PNG 或 JPG 格式的图片`);
      }
    }
    place.forget();
  };
  const readPictures = (files: readonly File[]): Promise<void> => {
    const own = insertPictures(files);
    const all = Promise.all([reading, own]).then(() => {
      if (reading === all) reading = undefined;
    });
    reading = all;
    return own;
  };
  const keepEditable = (): void => {
    if (editor.isEditable !== options.mayWrite()) editor.setEditable(options.mayWrite(), false);
  };
  keepEditable();
  const unfollow = state.subscribe(`text:${slot}`, () => rich.show(state.draft().narrative[slot]));
  const leave = [
    state.subscribe("save", keepEditable),
    state.subscribe("findings", drawLines),
    followWriting(editor, (sentence) => {
      if (!sentence) state.setWriting(undefined);
      else
        state.setWriting(() => {
          const [{ offsetAt }, { from, to }] = [places(), sentence()];
          return { slot, from: offsetAt(from), to: offsetAt(to) };
        });
    }),
    openText(slot, {
      focus: () => editor.view.focus(),
      select: (from, to) => {
        const { positionAt } = places();
        inText(editor)
          .setTextSelection({ from: positionAt(from), to: positionAt(to) })
          .scrollIntoView()
          .run();
      },
    }),
  ];
  const drawWhenComposed = (): unknown => setTimeout(() => editor.isDestroyed || drawLines());
  editor.view.dom.addEventListener("compositionend", drawWhenComposed);
  drawLines();
  return {
    editor,
    slot,
    focus: () => editor.view.focus(),
    insertPictures: readPictures,
    places,
    showMatches: (found) => {
      matches = found;
      drawLines();
    },
    onWanted: (listener) => {
      want = listener;
      if (early) listener(early);
    },
    destroy: () => {
      for (const stop of leave) stop();
      const end = (): void => {
        unfollow();
        editor.destroy();
      };
      if (reading) void reading.then(end);
      else end();
    },
  };
}

function wantedBy(event: KeyboardEvent, editor: Editor): Wanted | undefined {
  if (event.isComposing || event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "f" ? "find" : undefined;
  return event.key === "/" && mayBeginFigure(editor) ? "figure" : undefined;
}

/** A stroke after a digit or a Latin letter is part of a date, a fraction or an address. */
function mayBeginFigure(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || !$from.parent.isTextblock) return false;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "\ufffc");
  return !/[\w.:/]$/.test(before);
}
