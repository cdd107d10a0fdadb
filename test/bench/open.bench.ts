import { bench, describe } from "vitest";
import { builtinEditions } from "../../src/edition/builtin.ts";
import { readEditionText } from "../../src/edition/read.ts";
import { draftSchema } from "../../src/report/file/draft.ts";
import { openDraftFile } from "../../src/report/file/open.ts";
import { serialiseDraft } from "../../src/report/file/serialise.ts";
import { sample, sampleText, textOfFile } from "../fixtures/reports.ts";

const text = sampleText("qinghe-2025");
const bytes = new TextEncoder().encode(text);
const draft = sample("qinghe-2025");
const template = textOfFile("templates/editions/2021.json");

describe("opening a draft", () => {
  bench("the whole pipeline: encoding, safety, version, shape, edition", () => {
    if (!openDraftFile(bytes, builtinEditions).ok) throw new Error("does not open");
  });

  bench("JSON.parse and the zod schema alone", () => {
    draftSchema.parse(JSON.parse(text));
  });

  bench("JSON.parse alone", () => {
    JSON.parse(text);
  });
});

describe("what else a start needs", () => {
  bench("reading and verifying an edition", () => {
    if (!readEditionText(template).ok) throw new Error("does not read");
  });

  bench("writing the text of a draft", () => {
    serialiseDraft(draft);
  });
});
