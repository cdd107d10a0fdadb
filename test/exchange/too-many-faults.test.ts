import { expect, it } from "vitest";
import { mostFaults } from "../../src/edition/parsed-by.ts";
import { readEditionText } from "../../src/edition/read.ts";
import { readFontsFolder } from "../../src/exchange/fonts-folder.ts";
import { readStyleText } from "../../src/exchange/read-style.ts";
import { gongwen } from "../../src/formats/style.ts";
import edition2021 from "../../templates/editions/2021.json" with { type: "json" };

type Sentences = (faults: number) => Promise<readonly string[]>;

const numbered = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value]));
const sentencesOf = (
  reading: { ok: true } | { ok: false; problems: readonly { message: string }[] },
): string[] => (reading.ok ? [] : reading.problems.map(({ message }) => message));
const edition = async (json: object) =>
  sentencesOf(readEditionText(JSON.stringify({ ...edition2021, ...json })));

const files: readonly (readonly [name: string, read: Sentences])[] = [
  ["keys that an edition does not know", (faults) => edition(numbered(faults, 1))],
  ["rules that are none", (faults) => edition({ rules: Array.from({ length: faults }, () => 1) })],
  [
    "fonts of a style that are none",
    async (faults) =>
      sentencesOf(
        readStyleText(JSON.stringify({ ...gongwen, fonts: { ...gongwen.fonts, ...numbered(faults, 1) } })),
      ),
  ],
  [
    "keys that a fonts folder does not know",
    async (faults) => {
      const manifest = JSON.stringify({ faces: [], ...numbered(faults, 1) });
      const bytes = new TextEncoder().encode(manifest);
      return (await readFontsFolder("fonts.json", bytes, gongwen, async () => undefined)).problems;
    },
  ],
];

it.each(files)("%s are told one by one, but not 150,000 of them", async (_, read) => {
  expect(await read(mostFaults)).toHaveLength(mostFaults);
  for (const faults of [mostFaults + 1, 150_000]) {
    const [sentence, ...others] = await read(faults);
    expect(others).toEqual([]);
    expect(sentence).toMatch(/整个文件：写法不对的地方超过 1000 处，看看是不是选错了文件。$/);
  }
});

it("a fonts folder of ten thousand faces is not asked for them", async () => {
  const asked: string[] = [];
  const faces = Array.from({ length: 10_000 }, () => ({ name: "仿宋", file: "a.ttf" }));
  const bytes = new TextEncoder().encode(JSON.stringify({ faces }));
  const { problems } = await readFontsFolder("fonts.json", bytes, gongwen, async (file) => {
    asked.push(file);
    return undefined;
  });
  expect(asked).toEqual([]);
  expect(problems).toEqual(["fonts.json：faces：写法不对。"]);
});
