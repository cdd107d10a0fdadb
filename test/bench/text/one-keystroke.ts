import type { Draft } from "../../../src/report/file/draft.ts";

const slot = "overview";

/** The report after one more sign was typed into a paragraph in the middle; all else is shared. */
export function withOneKeystroke(draft: Draft, typed: string): Draft {
  const narrative = draft.narrative[slot];
  const content = [...(narrative?.content ?? [])];
  const middle = content.findIndex(({ type }, index) => index > content.length / 2 && type === "paragraph");
  const text = `${content[middle]?.content?.[0]?.text ?? ""}${typed}`;
  content[middle] = { type: "paragraph", content: [{ type: "text", text }] };
  return { ...draft, narrative: { ...draft.narrative, [slot]: { type: "doc", content } } };
}
