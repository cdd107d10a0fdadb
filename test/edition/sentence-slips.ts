import { withAt, withoutAt } from "../fixtures/json.ts";
import { templateJson } from "../fixtures/reports.ts";
import type { Slip } from "./shape-slips.ts";

const whole = templateJson("templates/editions/2021.json");
const set = (path: string, value: unknown): unknown => withAt(whole, path, value);

/** Slips in the sentences about the tables. */
export const sentenceSlips: readonly Slip[] = [
  [
    "a sentence for an unknown text",
    "unknownSlot",
    "sentences[0].slot",
    "overveiw",
    set("sentences[0].slot", "overveiw"),
  ],
  [
    "a sentence that needs a misspelt cell",
    "unknownCell",
    "sentences[0].needs[1]",
    "requests.carriedIn.totl",
    set("sentences[0].needs[1]", "requests.carriedIn.totl"),
  ],
  [
    "a sentence with an unknown name in braces",
    "unknownPlaceholder",
    "sentences[0].variants[0].text[0]",
    "yaer",
    set("sentences[0].variants[0].text[0]", "{yaer}年，未收到申请。"),
  ],
  [
    "a sentence with no words for other figures",
    "lastVariant",
    "sentences[3].variants[0].zero",
    "",
    withoutAt(whole, "sentences[3].variants[1]"),
  ],
];
