import { gongwen } from "../../src/formats/style.ts";
import type { PrintedLine } from "./docx/printed-pages.ts";

const { page: sheet } = gongwen;

/** The edges of the text area, in millimetres. */
export const area = {
  left: sheet.marginMm.left,
  right: sheet.widthMm - sheet.marginMm.right,
  top: sheet.marginMm.top,
  bottom: sheet.heightMm - sheet.marginMm.bottom,
};

type FullLine = { readonly line: PrintedLine; readonly characters: string[]; readonly next: string };

/**
 * The lines of paragraphs but for the last of each: those from which another goes on without an indent. Rows of
 * dashes are left out, as faces join dashes to longer ones.
 */
export function fullLines(lines: readonly PrintedLine[], signature: string): FullLine[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    if (next === undefined || line.left > area.left + 1 || next.left > area.left + 1) return [];
    if (line.text.includes("———") || withoutSpace(next.text) === signature) return [];
    return [{ line, characters: [...withoutSpace(line.text)], next: withoutSpace(next.text) }];
  });
}

/** What a reader takes for one character of the grid: Chinese characters and the marks that are as wide. */
export function isFullWidth(character: string): boolean {
  return /^[\u3001-\u3011\u3014\u3015\uff01-\uff60“”‘’…—]$/.test(character) || isIdeograph(character);
}

export function isIdeograph(character: string): boolean {
  return /^\p{Script=Han}$/u.test(character);
}

export function joined(lines: readonly PrintedLine[]): string {
  return withoutSpace(lines.map(({ text }) => text).join(""));
}

export function withoutSpace(text: string): string {
  return text.replace(/\s/g, "");
}

export function near(size: number, wanted: number): boolean {
  return Math.abs(size - wanted) < 0.3;
}
