import { Editor } from "@tiptap/core";
import { Document } from "@tiptap/extension-document";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { figuresOf } from "../../../src/check/check.ts";
import { type NarrativeCheck, startNarrativeCheck } from "../../../src/check/narrative/check-narrative.ts";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { withOneKeystroke } from "../text/one-keystroke.ts";

/** What a text costs without us: TipTap with the same paragraphs, and nothing that looks at them. */
export type TextPage = {
  readonly open: (paragraphs: readonly string[]) => void;
  /** Checks a long text after each of so many keystrokes. */
  readonly check: (draft: Draft, keystrokes: number) => Promise<void>;
};

let started: NarrativeCheck | undefined;

const page: TextPage = {
  open: (paragraphs) => {
    const content = paragraphs.map((text) => ({
      type: "paragraph",
      content: text === "" ? [] : [{ type: "text", text }],
    }));
    const element = document.getElementById("root") ?? document.body;
    new Editor({ element, extensions: [Document, Paragraph, Text], content: { type: "doc", content } });
  },
  check: (draft, keystrokes) => {
    const edition = builtinEditions.get(draft.edition);
    if (!edition) throw new Error("no edition");
    const figures = figuresOf(draft);
    const check = started ?? startNarrativeCheck(edition, draft, figures);
    started = check;
    return new Promise((resolve) => {
      // What a driver calls is not counted as script of the page; what its timer calls is.
      setTimeout(() => {
        for (let key = 0; key < keystrokes; key++) {
          check.changed(withOneKeystroke(draft, String(key)), figures);
          check.findings();
        }
        resolve();
      });
    });
  },
};

Object.assign(globalThis, { textPage: page });
