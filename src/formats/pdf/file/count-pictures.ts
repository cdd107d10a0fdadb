/** Smaller ones, in pixels, are bullets and signs. */
const smallest = 48;

/** How much of a dictionary is looked at on either side of the word that says what it is, in characters. */
const reach = 1_500;

/**
 * How many pictures a PDF holds. They are not read, and what is not read is said. Dictionaries of streams stand in the
 * open even where all else is packed. A picture that only lends another its transparency is none of its own.
 */
export function countPictures(bytes: Uint8Array): number {
  const file = new TextDecoder("latin1").decode(bytes);
  const masks = new Set(
    [...file.matchAll(/\/SMask\s{0,9}(\d{1,9})\s{1,9}\d{1,5}\s{1,9}R/g)].map(([, id]) => id),
  );
  return [...file.matchAll(/\/Subtype\s{0,9}\/Image\b/g)].filter(({ index }) => {
    const before = file.slice(Math.max(0, index - reach), index);
    const begin = before.lastIndexOf(" obj");
    const [, id] = /(\d{1,9})\s{1,9}\d{1,5}$/.exec(before.slice(0, Math.max(0, begin))) ?? [];
    const behind = file.slice(index, index + reach);
    const dictionary = before.slice(begin + 1) + behind.slice(0, behind.indexOf("stream") + 1 || undefined);
    const sides = ["Width", "Height"].map((side) =>
      Number(new RegExp(`/${side}\\s{0,9}(\\d{1,6})`).exec(dictionary)?.[1] ?? smallest),
    );
    return begin >= 0 && !masks.has(id) && sides.every((length) => length >= smallest);
  }).length;
}
