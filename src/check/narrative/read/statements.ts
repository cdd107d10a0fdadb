import { narrativePhrases, type Phrase } from "../../../edition/narrative/phrases.ts";
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { pattern } from "./patterns.ts";
import type { Quantity } from "./quantities.ts";
import { withOwnWords } from "./respective.ts";

/**
 * A figure whose basis is said. `difference` is 增加49件 of the figure before, `lastYear` is the figure of the
 * year that its words name, or of the year before.
 */
export type Statement = {
  readonly quantity: Quantity;
  /** The id of the phrase, and of the basis in the edition. */
  readonly basis: string;
  readonly as: "value" | "difference" | "lastYear";
  /** For a difference, which way it goes. */
  readonly direction?: "rise" | "fall";
  /** Its words often mean another count. */
  readonly isLoose?: boolean;
  /** The words that name the basis. */
  readonly words: string;
  /** The text from the beginning of the sentence up to those words: who, when, by which way. */
  readonly context: string;
};

type Compiled = { readonly phrase: Phrase; readonly forms: readonly { before: RegExp; after?: RegExp }[] };

let compiledPhrases: readonly Compiled[] | undefined;

function phrases(): readonly Compiled[] {
  compiledPhrases ??= narrativePhrases().phrases.map((phrase) => ({
    phrase,
    forms: phrase.phrases.map((form) => {
      const [before = "", after] = form.split("#");
      const opening = `(${before || "(?:)"})`;
      if (after === undefined) return { before: pattern(`(?:${opening}){filler}$`) };
      return { before: pattern(`(?:${opening}){filler}$`), after: pattern(`^(?:${after})`) };
    }),
  }));
  return compiledPhrases;
}

/** What the figures of a text say of the tables, in its order. `heading` is what stands over the text. */
export function statementsIn(text: string, quantities: readonly Quantity[], heading: string): Statement[] {
  const found: Statement[] = [];
  for (const quantity of withOwnWords(text, quantities)) {
    if (!isFiled(quantity)) continue;
    const inSentence = found.filter((one) => one.quantity.sentence.from === quantity.sentence.from);
    const statement = statementOf(quantity, { text, heading, inSentence });
    if (statement) found.push(statement);
  }
  return found;
}

/** Pages, issues and visitors are counted in no table. */
function isFiled({ kind, unit }: Quantity): boolean {
  return kind === "amount" || (kind === "count" && narrativeWords().filed.includes(unit));
}

type Around = {
  readonly text: string;
  readonly heading: string;
  readonly inSentence: readonly Statement[];
};

function statementOf(quantity: Quantity, around: Around): Statement | undefined {
  const last = around.inSentence.at(-1);
  if (pattern(narrativeWords().reached).test(quantity.before) && last)
    return { ...last, quantity, as: "value" };
  const compared = comparison(quantity.before);
  if (compared) {
    const { rest, direction } = compared;
    const own = rest === "" ? undefined : matched(quantity, rest, around);
    const basis = own?.phrase.id ?? last?.basis;
    if (basis === undefined) return undefined;
    return {
      quantity,
      basis,
      as: "difference",
      direction,
      words: own?.words ?? last?.words ?? "",
      context: own?.context ?? last?.context ?? "",
    };
  }
  if (pattern(narrativeWords().ofLastYear).test(quantity.before) && last)
    return { ...last, quantity, as: "lastYear", words: quantity.before };
  const from = pattern(narrativeWords().fromLastYear).exec(quantity.before);
  const began = from && matched(quantity, from[1] ?? "", around);
  if (began)
    return { quantity, basis: began.phrase.id, as: "lastYear", words: from[2] ?? "", context: began.context };
  const own = matched(quantity, quantity.before, around);
  if (!own) return undefined;
  const { phrase, words, context } = own;
  return {
    quantity,
    basis: phrase.id,
    as: "value",
    words,
    context,
    ...(phrase.isLoose ? { isLoose: true } : {}),
  };
}

/** 比上年增加, 同比减少: the direction, and what stands before the comparison. */
function comparison(before: string): { rest: string; direction: "rise" | "fall" } | undefined {
  const { comparing, comparison: words, cameIn } = narrativeWords();
  const match = pattern(words).exec(before);
  if (!match) return undefined;
  const rest = match[1] ?? "";
  const explicit = pattern(`(?:${comparing})`).test(before.slice(rest.length));
  // 新增 alone is how an office says that something came in.
  if (!explicit && pattern(cameIn).test(before)) return undefined;
  return { rest, direction: match[2] !== undefined ? "rise" : "fall" };
}

type Match = { readonly phrase: Phrase; readonly words: string; readonly context: string };

function matched(quantity: Quantity, before: string, around: Around): Match | undefined {
  const { text } = around;
  for (const { phrase, forms } of phrases()) {
    if ((phrase.unit ?? "count") !== quantity.kind) continue;
    for (const form of forms) {
      const head = form.before.exec(before);
      if (!head) continue;
      const tail = form.after?.exec(quantity.after);
      if (form.after && !tail) continue;
      if (!isMeant(phrase, quantity, around)) break;
      const clause = before + quantity.after.slice(0, tail?.[0].length ?? 0);
      if (phrase.unless !== undefined && pattern(phrase.unless).test(clause)) return undefined;
      const prefix = before.slice(0, head.index);
      if (pattern(narrativeWords().joint).test(prefix)) return undefined;
      if (isOfOtherWay(phrase, before)) return undefined;
      const start = text.slice(quantity.sentence.from, quantity.from);
      const context = quantity.lead ?? start.slice(0, Math.max(0, start.length - before.length)) + prefix;
      if (phrase.unlessAfter !== undefined && pattern(phrase.unlessAfter).test(context)) return undefined;
      return { phrase, words: before.slice(head.index) + (tail?.[0] ?? ""), context };
    }
  }
  return undefined;
}

/** Whether the sentence, the passage or its heading is about the topic, and the scope was named last. */
function isMeant(phrase: Phrase, quantity: Quantity, { text, heading, inSentence }: Around): boolean {
  const { topics } = narrativePhrases();
  const topic = topics.find(({ id }) => id === phrase.topic);
  const sentence = text.slice(quantity.sentence.from, quantity.sentence.to);
  if (phrase.sentence !== undefined && !pattern(phrase.sentence).test(sentence)) return false;
  if (topic) {
    if (topic.unless !== undefined && pattern(topic.unless).test(sentence)) return false;
    if (!isAboutTopic(topic, quantity, { text, heading, sentence })) return false;
    // What is said in words of its own, 予以公开 or 结转下年度, needs no figure before it.
    const isPlain = phrase.group === undefined && phrase.channels !== true;
    if (isPlain && goesOnFromOthers(topic, quantity, text)) return false;
  }
  if (phrase.follows !== undefined && !inSentence.some(({ basis }) => groupOf(basis) === phrase.follows))
    return false;
  if (phrase.notAfter !== undefined && inSentence.some(({ basis }) => groupOf(basis) === phrase.notAfter))
    return false;
  return phrase.scope === undefined || scopeAt(text.slice(0, quantity.from), heading) === phrase.scope;
}

type Topic = ReturnType<typeof narrativePhrases>["topics"][number];
type Near = { readonly text: string; readonly heading: string; readonly sentence: string };

/**
 * The heading says what a passage is about, or words before the figure; words behind it only where its
 * sentence counts nothing else.
 */
function isAboutTopic({ words, others, heading: over }: Topic, quantity: Quantity, near: Near): boolean {
  const { text, heading, sentence } = near;
  const until = text.slice(0, quantity.end) + quantity.after;
  if (pattern(over).test(heading) || pattern(words).test(until)) return true;
  return others !== undefined && pattern(words).test(sentence) && !pattern(others).test(sentence);
}

/** Whether the last count before it in the sentence is of something else, and no word since says otherwise. */
function goesOnFromOthers({ others, words }: Topic, quantity: Quantity, text: string): boolean {
  if (others === undefined) return false;
  const start = quantity.sentence.from;
  const before = text.slice(start, quantity.from);
  const counted = [...before.matchAll(pattern(`(?:${others})[^，,]{0,12}\\d`, "gu"))].at(-1);
  if (!counted) return false;
  return !pattern(words).test(text.slice(start + counted.index, quantity.end) + quantity.after);
}

function groupOf(basis: string): string | undefined {
  return narrativePhrases().phrases.find(({ id }) => id === basis)?.group;
}

/** What was named last: by the end of its words, the longer ones first. */
function scopeAt(text: string, heading: string): string | undefined {
  return lastScope(text) ?? lastScope(heading);
}

function lastScope(text: string): string | undefined {
  let last: { id: string; end: number; length: number } | undefined;
  for (const { id, words } of narrativePhrases().scopes) {
    for (const match of text.matchAll(pattern(words, "gu"))) {
      const end = match.index + match[0].length;
      const { length } = match[0];
      if (!last || end > last.end || (end === last.end && length > last.length)) last = { id, end, length };
    }
  }
  return last?.id;
}

function isOfOtherWay(phrase: Phrase, before: string): boolean {
  const { allWays, channel } = narrativeWords();
  return phrase.channels !== true && pattern(channel).test(before.replace(pattern(allWays), ""));
}
