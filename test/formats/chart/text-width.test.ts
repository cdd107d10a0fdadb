import { expect, test } from "vitest";
import { wrapped } from "../../../src/formats/chart/text-width.ts";

const sentence = "本年新收申请308件；自然人申请占八成。";

test("the last line of a text in a picture is no remnant: it gets the word before it", () => {
  // The line would hold 八, and leave 成。 alone.
  const lines = wrapped(sentence, 18.5, 1);
  expect(lines).toEqual(["本年新收申请308件；自然人申请", "占八成。"]);
});

test("three characters on the last line stand as they are, and one line is not touched", () => {
  expect(wrapped("政府信息公开工作情况", 7, 1)).toEqual(["政府信息公开工", "作情况"]);
  expect(wrapped("无。", 7, 1)).toEqual(["无。"]);
});
