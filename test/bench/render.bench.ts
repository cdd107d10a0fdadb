import { bench, describe } from "vitest";
import { compose } from "../../src/document/compose.ts";
import { outputFormats, writeOutput } from "../../src/exchange/write.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { gongwen } from "../../src/formats/style.ts";
import { edition, sample } from "../fixtures/reports.ts";

const draft = sample("qinghe-2025");
const edition2021 = edition("2021");

/** Each face is read from the disk once, as in the app. */
const faces = new Map<string, Promise<Uint8Array>>();
const loadFace = (name: string): Promise<Uint8Array> => {
  const face = faces.get(name) ?? loadNodeFace(name);
  faces.set(name, face);
  return face;
};

describe("a report of eight pages", () => {
  bench("composed", () => {
    compose(edition2021, draft);
  });

  for (const format of outputFormats) {
    bench(`composed and written as ${format}`, async () => {
      await writeOutput(compose(edition2021, draft), gongwen, format, loadFace);
    });
  }
});
