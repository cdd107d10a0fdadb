import type { Draft } from "./file/draft.ts";

/** What the clerk says of a part of the picture of the year, by the heading of the part. "" is no sentence. */
export type PictureSentences = Readonly<Record<string, string>>;

/** The sentences of a draft. What is none there (the key is optional and another program's hand may be in it) is left out. */
export function pictureSentencesOf({ infographic }: Pick<Draft, "infographic">): PictureSentences {
  const sentences = (infographic as { sentences?: unknown } | null | undefined)?.sentences;
  if (typeof sentences !== "object" || sentences === null) return {};
  return Object.fromEntries(
    Object.entries(sentences).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** What the draft keeps with a sentence of a part; without one the proposed sentence stands again. */
export function withPictureSentence(
  { infographic }: Pick<Draft, "infographic">,
  heading: string,
  sentence: string | undefined,
): unknown {
  const { [heading]: _, ...others } = pictureSentencesOf({ infographic });
  const own = typeof infographic === "object" && infographic !== null ? infographic : {};
  return { ...own, sentences: sentence === undefined ? others : { ...others, [heading]: sentence } };
}
