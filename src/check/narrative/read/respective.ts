import { narrativeWords } from "../../../edition/narrative/words.ts";
import { pattern } from "./patterns.ts";
import type { Quantity } from "./quantities.ts";

/**
 * 予以公开、部分公开、不予公开分别为119件、25件、45件: each figure with the words of its own place in the list
 * before it. Where there are more names than figures, or fewer, nobody can say which belongs to which.
 */
export function withOwnWords(text: string, quantities: readonly Quantity[]): Quantity[] {
  const own = new Map<Quantity, Quantity>();
  quantities.forEach((first, index) => {
    const list = pattern(narrativeWords().respectivelyList).exec(first.before);
    const names = list?.[1]?.split(pattern(narrativeWords().joining)) ?? [];
    const figures = inARow(text, quantities.slice(index));
    if (!list || names.length < 2 || figures.length !== names.length) return;
    const lead = text.slice(first.sentence.from, first.from - first.before.length + list.index);
    figures.forEach((figure, place) => void own.set(figure, { ...figure, before: names[place] ?? "", lead }));
  });
  return own.size === 0 ? [...quantities] : quantities.map((one) => own.get(one) ?? one);
}

/** The first of the quantities, and those after it between which nothing else is said. */
export function inARow(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const joined = pattern(`^(?:${narrativeWords().joining})$`);
  const end = quantities.findIndex(
    ({ from }, index) => index > 0 && !joined.test(text.slice(quantities[index - 1]?.end, from)),
  );
  return end === -1 ? quantities : quantities.slice(0, end);
}
