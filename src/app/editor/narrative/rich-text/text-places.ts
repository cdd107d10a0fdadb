import type { Node as EditorDoc } from "@tiptap/pm/model";

/** The plain text of what stands in the editor, and where each character of it stands. */
export type TextPlaces = {
  /** As `plainTextOf` gives it for the same narrative: one line a passage. */
  readonly text: string;
  /** The position in the editor before the character at an offset. */
  readonly positionAt: (offset: number) => number;
  /** The offset of a position in the editor. */
  readonly offsetAt: (position: number) => number;
};

/** A stretch of the text whose characters follow each other in the editor too. */
type Stretch = {
  readonly offset: number;
  readonly position: number;
  readonly length: number;
  /** An atom: all its characters stand at one place. */
  readonly isAtom: boolean;
};

/** @param figureText what a living figure shows */
export function placesIn(
  doc: EditorDoc,
  figureText: (attrs: Readonly<Record<string, unknown>>) => string,
  lineBreak: string,
): TextPlaces {
  const lines: string[] = [];
  const stretches: Stretch[] = [];
  let length = 0;
  const line = (write: (add: (text: string, position: number, single: boolean) => void) => void): void => {
    if (lines.length > 0) length += 1;
    let own = "";
    write((text, position, single) => {
      stretches.push({ offset: length + own.length, position, length: text.length, isAtom: single });
      own += text;
    });
    lines.push(own);
    length += own.length;
  };
  const inlinesOf = (
    block: EditorDoc,
    start: number,
    add: Parameters<Parameters<typeof line>[0]>[0],
  ): void => {
    add("", start, true);
    block.forEach((node, offset) => {
      if (node.isText) add(node.text ?? "", start + offset, false);
      else if (node.type.name === "figure") add(figureText(node.attrs), start + offset, true);
      else if (node.type.name === "hardBreak") add(lineBreak, start + offset, true);
    });
  };
  const walk = (node: EditorDoc, start: number): void => {
    node.forEach((child, offset) => {
      const position = start + offset;
      if (child.isTextblock) line((add) => inlinesOf(child, position + 1, add));
      else if (child.type.name === "table")
        line((add) => cellsOf(child, position + 1, inlinesOf, lineBreak, add));
      else if (child.type.name === "image")
        line((add) => add(String(child.attrs.caption ?? ""), position, true));
      else if (!child.isAtom) walk(child, position + 1);
    });
  };
  walk(doc, 0);
  const text = lines.join("\n");
  return {
    text,
    positionAt: (offset) => {
      const stretch = lastOf(stretches, (one) => one.offset <= offset);
      return stretch ? stretch.position + within(offset - stretch.offset, stretch) : 0;
    },
    offsetAt: (position) => {
      const stretch = lastOf(stretches, (one) => one.position <= position);
      if (!stretch) return 0;
      const into = position - stretch.position;
      return stretch.offset + (stretch.isAtom && into > 0 ? stretch.length : Math.min(into, stretch.length));
    },
  };
}

/** How far a character is into its stretch, in places of the editor. */
function within(characters: number, { length, isAtom }: Stretch): number {
  if (!isAtom) return Math.min(characters, length);
  return characters >= length && length > 0 ? 1 : 0;
}

/** The last stretch that fits; stretches stand in order, so all before it fit too. */
function lastOf(stretches: readonly Stretch[], fits: (stretch: Stretch) => boolean): Stretch | undefined {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch && fits(stretch)) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1];
}

/** A table is one line: its cells with tabs between, the blocks of a cell with line breaks between. */
function cellsOf(
  table: EditorDoc,
  start: number,
  inlinesOf: (
    block: EditorDoc,
    start: number,
    add: (text: string, position: number, single: boolean) => void,
  ) => void,
  lineBreak: string,
  add: (text: string, position: number, single: boolean) => void,
): void {
  let isFirst = true;
  table.descendants((node, offset, parent, index) => {
    if (node.type.name === "tableCell" || node.type.name === "tableHeader") {
      if (!isFirst) add("\t", start + offset, true);
      isFirst = false;
    }
    if (!node.isTextblock) return true;
    if (index > 0 && parent && parent.type.name !== "tableRow") add(lineBreak, start + offset, true);
    inlinesOf(node, start + offset + 1, add);
    return false;
  });
}
