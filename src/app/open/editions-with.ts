import { builtinEditions, type Editions } from "../../edition/builtin.ts";
import { type EditionReading, readEditionText } from "../../edition/read.ts";

/** The shipped editions and those of the given texts; a text that cannot be read gives none. */
export function editionsWith(texts: readonly string[]): Editions {
  const own = texts.flatMap((text) => {
    const reading = readOwnEdition(text);
    return reading.ok ? [[reading.edition.id, reading.edition] as const] : [];
  });
  return new Map([...builtinEditions, ...own]);
}

/**
 * Reads an edition of one's own. One with the id of a shipped edition stands beside it under an id and a name of
 * its own: a changed copy must not stand in for what the state prescribes, and a draft says which of both it was
 * written with.
 */
export function readOwnEdition(text: string, known: Editions = builtinEditions): EditionReading {
  const reading = readEditionText(text, known.values());
  if (!reading.ok || !builtinEditions.has(reading.edition.id)) return reading;
  const { id, name } = reading.edition;
  const beside = {
    ...JSON.parse(text.replace(/^\uFEFF/, "")),
    id: `${id}-own`,
    name: `${name}（自己的文件）`,
  };
  return readEditionText(JSON.stringify(beside), known.values());
}
