import wording from "../../../../templates/wording.json" with { type: "json" };

const { tenThousandYuan } = wording.notation;

/** A number in a text: where its digits stand, what it is, and how exactly it is written. */
export type Numeral = {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** The worth of its last digit: 1 for 308, 0.1 for 45.8, 1000 for 32.6万. */
  readonly step: number;
};

const digits = /\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g;
const inWords = /[〇零一二两三四五六七八九十百千]+/g;
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** The numbers written in digits, with 万 and 亿 after them, and those written in words. */
export function numeralsIn(text: string): Numeral[] {
  const found: Numeral[] = [];
  for (const match of text.matchAll(digits)) found.push(numeralAt(text, match.index, match[0]));
  for (const match of text.matchAll(inWords)) {
    const value = valueOfWords(match[0]);
    const [from, to] = [match.index, match.index + match[0].length];
    if (value !== undefined && !/[万亿]/.test(text[to] ?? "")) found.push({ from, to, value, step: 1 });
  }
  return found.sort((a, b) => a.from - b.from);
}

function numeralAt(text: string, from: number, written: string): Numeral {
  const plain = written.replace(/[,，]/g, "");
  const to = from + written.length;
  const times = myriads[text[to] ?? ""] ?? 1;
  // 万元 is a unit of its own, in which amounts are given.
  const isUnit = text.startsWith(tenThousandYuan, to);
  const factor = isUnit ? 1 : times;
  const decimals = plain.split(".")[1]?.length ?? 0;
  return {
    from,
    to: factor === 1 ? to : to + 1,
    value: exact(Number(plain) * factor),
    step: exact(factor / 10 ** decimals),
  };
}

function exact(value: number): number {
  return Number(value.toPrecision(15));
}

const wordDigits = "零一二三四五六七八九";
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 十二, 一百零五, 二〇, 两; undefined where the signs make no number. */
export function valueOfWords(words: string): number | undefined {
  const plain = words.replaceAll("〇", "零").replaceAll("两", "二");
  if (!/[十百千]/.test(plain)) return /^.$/.test(plain) ? wordDigits.indexOf(plain) : valueOfDigits(plain);
  let total = 0;
  let digit: number | undefined;
  let last = Number.POSITIVE_INFINITY;
  for (const sign of plain) {
    const place = places[sign];
    if (place === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = wordDigits.indexOf(sign);
      continue;
    }
    if (place >= last || (digit === undefined && total > 0) || digit === 0) {
      if (!(place === 10 && digit === undefined && total > 0)) return undefined;
    }
    total += (digit ?? 1) * place;
    last = place;
    digit = undefined;
  }
  return total + (digit ?? 0);
}

function valueOfDigits(words: string): number | undefined {
  const value = [...words].map((sign) => wordDigits.indexOf(sign)).join("");
  return words.length > 1 && /^\d{2,4}$/.test(value) ? Number(value) : undefined;
}
