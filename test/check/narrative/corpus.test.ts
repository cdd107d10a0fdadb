import { describe, expect, it } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { narrativeMarks } from "../../../src/edition/narrative/marks.ts";
import { narrativePhrases } from "../../../src/edition/narrative/phrases.ts";
import { pathsUnder, textAt } from "../../architecture/source-files.ts";
import { findingsOf, sentencesByFile } from "./narratives.ts";

const files = sentencesByFile();
const sentences = files.flatMap((file) => file.sentences);

/** A flag of the corpus, from what was found; with what would be right only where the corpus says it. */
function flagsFound(sentence: (typeof sentences)[number]): string[] {
  return findingsOf(sentence).map(({ code, excerpt = "", instead = "" }) => {
    const short = `${code.replace("narrative.", "")}|${excerpt}`;
    return sentence.flags.includes(short) ? short : `${short}|${instead}`;
  });
}

describe.each(files)("$about", ({ sentences: own }) => {
  it.each(own.map((sentence) => [sentence.text, sentence] as const))("%s", (_, sentence) => {
    expect(flagsFound(sentence).sort()).toEqual([...sentence.flags].sort());
  });
});

describe("the corpus", () => {
  it("has more than nine hundred sentences, half of them without a fault", () => {
    expect(sentences.length).toBeGreaterThan(900);
    expect(sentences.filter(({ flags }) => flags.length === 0).length).toBeGreaterThan(sentences.length / 2);
  });

  it("no finding about a text is an error: the notice fixes no words", () => {
    const errors = sentences.flatMap(findingsOf).filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
  });

  const shown = new Set(
    sentences.flatMap(({ flags }) => flags.map((flag) => `narrative.${flag.split("|")[0]}`)),
  );

  it("shows each kind of mark once", () => {
    const marks = narrativeMarks().map(({ code }) => code);
    expect(marks.filter((code) => !shown.has(code))).toEqual([]);
  });

  it("shows what each check in code finds", async () => {
    const checks = await pathsUnder(["src/check/narrative"], [".ts"]);
    const texts = await Promise.all(checks.map(textAt));
    const codes = texts.flatMap((text) => text.match(/(?<=")narrative\.\w+(?=")/g) ?? []);
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => !shown.has(code))).toEqual([]);
  });
});

describe("the bases of the editions", () => {
  it("are all said in some phrase of templates/narrative/phrases.json", () => {
    const said = new Set(narrativePhrases().phrases.map(({ id }) => id));
    const known = [...builtinEditions.values()].flatMap(({ bases }) => Object.keys(bases ?? {}));
    expect(known.filter((basis) => !said.has(basis))).toEqual([]);
  });
});
