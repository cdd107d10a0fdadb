import { type Block, type Paragraph, textOf } from "../document/tree.ts";

/** Whether a block is a line of a signature. */
export function isSigned(block: Block | undefined): block is Paragraph {
  return block?.type === "paragraph" && block.style === "signature";
}

/** The lines of the signature to which a block belongs, and which of them it is. */
export function signedAround(
  blocks: readonly Block[],
  index: number,
): { readonly texts: readonly string[]; readonly at: number } {
  let first = index;
  while (isSigned(blocks[first - 1])) first--;
  const texts: string[] = [];
  for (let next = first; ; next++) {
    const block = blocks[next];
    if (!isSigned(block)) return { texts, at: index - first };
    texts.push(textOf(block.runs));
  }
}
