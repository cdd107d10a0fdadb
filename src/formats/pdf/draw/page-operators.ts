/** A piece of a page's content: operators that belong together. */
export type Drawn = {
  /** `group` is what stands between q and Q; `path` a line or an area by itself; `state` draws nothing. */
  readonly type: "group" | "path" | "state";
  readonly chunks: readonly Uint8Array[];
};

const pathOperators = ["m", "l", "c", "v", "y", "h", "re", "W", "W*"];
const paintOperators = ["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"];

/**
 * Divides the content of a page as pdfkit writes it, one operator a chunk, into what may be marked by itself.
 *
 * pdfkit fills an empty path and sets the opacity, always 1 here, before every text: both fall away. And it
 * sets the colour of a path between its lines and its end, where nothing else may stand: it goes before them.
 */
export function drawnOn(chunks: readonly Uint8Array[]): Drawn[] {
  const drawn: Drawn[] = [];
  let group: Uint8Array[] = [];
  let path: Uint8Array[] = [];
  let depth = 0;
  for (const chunk of chunks) {
    const operator = operatorOf(chunk);
    if (operator === "q") depth += 1;
    if (depth > 0) {
      group.push(chunk);
      if (operator === "Q") depth -= 1;
      if (depth > 0) continue;
      drawn.push({ type: "group", chunks: group });
      group = [];
    } else if (pathOperators.includes(operator)) path.push(chunk);
    else if (paintOperators.includes(operator)) {
      if (path.length > 0) drawn.push({ type: "path", chunks: [...path, chunk] });
      path = [];
    } else if (operator !== "gs") drawn.push({ type: "state", chunks: [chunk] });
  }
  if (group.length > 0 || path.length > 0) throw new Error("A page ends amid a drawing");
  return drawn;
}

/** Whether a group shows text. */
export function showsText({ chunks }: Drawn): boolean {
  return chunks.some((chunk) => operatorOf(chunk) === "BT");
}

/** The last word of a chunk, without the line end. */
function operatorOf(chunk: Uint8Array): string {
  let operator = "";
  for (let index = chunk.length - 2; index >= 0; index--) {
    const code = chunk[index] ?? 0x20;
    if (code === 0x20 || code === 0x0a) break;
    operator = String.fromCharCode(code) + operator;
  }
  return operator;
}
