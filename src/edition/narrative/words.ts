import "../no-eval.ts";
import { z } from "zod";
import words from "../../../templates/narrative/words.json" with { type: "json" };

/**
 * The words by which figures in a text are read. Everything but the units is a pattern over text without
 * spaces; `{name}` stands for a group of that name.
 */
const pattern = z.string().min(1);

const schema = z.strictObject({
  units: z.strictObject({
    /** What is counted: 件, 条. Longer ones first. */
    count: z.array(pattern),
    share: z.array(pattern),
    amount: z.array(pattern),
    duration: z.array(pattern),
  }),
  /** Units in which applications, cases and documents are counted. */
  filed: z.array(pattern),
  /** What makes a unit part of another word: 一件事. */
  notAfterUnit: pattern,
  /** What after a number without a unit makes it a date or the number of a document. */
  notBare: pattern,
  /** Words around a number that say it is not exact. */
  rough: z.strictObject({ before: pattern, after: pattern }),
  roughNumeral: pattern,
  /** Before a number that counts places, not things: 第54次. */
  ordinal: pattern,
  groups: z.record(z.string(), pattern),
  /** What may stand between the words for a figure and the figure. */
  filler: pattern,
  /** The ways by which applications come in: a figure of one of them is a part that no table has. */
  channel: pattern,
  /** All ways together, which is no part: 通过现场、邮寄等方式. */
  allWays: pattern,
  /** Words of a time that is not the year. */
  partOfYear: pattern,
  comparing: pattern,
  rise: pattern,
  fall: pattern,
  /** Words before a rate that can only mean a fall. */
  falls: pattern,
  /** Words of a difference; with what stands before them, rise and fall; 新增, which is none without 比. */
  compared: pattern,
  comparison: pattern,
  cameIn: pattern,
  /** 比2024年的: the figure is that year's. */
  ofLastYear: pattern,
  /** 由2024年的279件增至: what it is a figure of, and the year. */
  fromLastYear: pattern,
  /** 由7.8万人 before 增加到. */
  fromBefore: pattern,
  /** Two bases that share a figure: 予以公开、部分公开144件. */
  joint: pattern,
  /** Words that say nothing but the direction: rise and fall. */
  direction: pattern,
  /** After a growth: the new figure. */
  reach: pattern,
  reached: pattern,
  share: pattern,
  /** What may stand between 占 and the percentage without naming another whole. */
  shareOf: pattern,
  isShare: pattern,
  /** What stands before the first of several shares: 占比分别为. */
  shareList: pattern,
  /** A last part that closes a list, and what it must not be; what stands between the parts. */
  rest: pattern,
  restUnless: pattern,
  listJoin: pattern,
  /** What stands before the first of a list, and after the last. */
  listLead: pattern,
  listEnd: pattern,
  among: pattern,
  /** What is told beside a figure and not in it: 另有2件. */
  beside: pattern,
  /** What opens a list of the parts of a whole: 其中, and words right behind it. */
  listOpens: pattern,
  /** Of those, what says that all parts follow; what leaves parts out; and what says behind them that none is. */
  listIsAll: pattern,
  listIsOpen: pattern,
  listNoOthers: pattern,
  respectively: pattern,
  /** Names before 分别为, whose figures come in the same order. */
  respectivelyList: pattern,
  /** What stands between the members of a list. */
  joining: pattern,
  /** What closes a list with its total: 合计. */
  total: pattern,
  /** Words before a count that opens a sentence as the whole, and after one; around one that a share names. */
  whole: pattern,
  wholeAfter: pattern,
  wholeNamed: pattern,
  ofNamed: pattern,
  /** Parts that are the whole: nothing else is beside them. */
  closedSets: z.array(z.array(pattern).min(2)),
  /** Units that mean the same of an application or a case: 29例, 其中25件. */
  sameUnits: z.array(pattern),
  /** That all were done, and the share of what was done: 均已答复，答复率. */
  rates: z.strictObject({
    all: pattern,
    rate: pattern,
    done: pattern,
    /** Rates of what was made public, and how that is said: 办理214件，公开203件，公开率. */
    madePublic: z.tuple([pattern, pattern]),
    excepted: pattern,
  }),
  /** A count whose number is gone: 共公开条. */
  numberMissing: pattern,
  /** Who may apply: words that are no offices. */
  applicants: pattern,
  /** How offices are called, and which of them are the one that reports. */
  bodies: pattern,
  ownBodies: pattern,
  /** What after the name of a government makes it the name of its office. */
  officeOf: pattern,
  /** Where the name of an office may be cut, and how its parts are said in short. */
  nameParts: pattern,
  governmentEnd: pattern,
  shortNames: z.array(z.tuple([z.string(), z.string()])),
  /** How an office whose name ends so calls itself: 学校. */
  selfNames: z.array(z.tuple([pattern, z.array(z.string())])),
  nothing: pattern,
  nothingVerb: pattern,
  /** Words that make it something else of which there was none. */
  nothingUnless: pattern,
  nothingEnd: pattern,
  /** Words for this year and for the one before. */
  periodNow: pattern,
  periodLast: pattern,
  periodToken: pattern,
  periodOfLast: pattern,
  comparedClause: pattern,
  end: pattern,
  /** Lists that count: 一是…二是, and the parts of which something is said to consist. */
  order: z.strictObject({
    enumerator: pattern,
    /** How a part of a text is begun by a word that counts, and by a short sentence that names it. */
    partOpens: pattern,
    partNamed: pattern,
    parts: pattern,
    partsBefore: pattern,
    partsBetween: pattern,
    /** What says that not all of them are listed. */
    partsOpen: pattern,
    /** The part after which none comes: 其他需要报告的事项等六个部分. */
    partsLast: pattern,
    partsAfter: pattern,
    /** Names of parts that have a mark or an 和 inside. */
    partsJoined: pattern,
    partsAnd: pattern,
  }),
  years: z.strictObject({
    /** Sentences that say for which time the figures hold. */
    period: pattern,
    until: pattern,
    title: pattern,
    opening: pattern,
    notice: pattern,
    /** Before a title in 《》 that makes it the report's own: 现发布《…》. */
    ownTitle: pattern,
    /** Outside the preface: 现将…报告如下. */
    told: pattern,
    /** Words with which a sentence may rightly speak of a year before, or of the next. */
    lookingBack: pattern,
    future: pattern,
    reporting: pattern,
  }),
  /**
   * The name of a government where a text says whose report it is, what of it is not the place, the name as what a
   * sentence opens with, and 县 alone.
   */
  places: z.strictObject({ office: pattern, government: pattern, opening: pattern, generic: pattern }),
});

export type NarrativeWords = z.infer<typeof schema>;

let read: NarrativeWords | undefined;

/** The words, read when they are first asked for. */
export function narrativeWords(): NarrativeWords {
  read ??= schema.parse(words);
  return read;
}
