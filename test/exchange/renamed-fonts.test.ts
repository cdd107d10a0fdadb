import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readStyle } from "../../src/exchange/read-style.ts";
import { outputFormats, writeOutput } from "../../src/exchange/write.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { gongwen, tuwen } from "../../src/formats/style.ts";
import { withFontsRenamed } from "../fixtures/renamed-fonts.ts";
import { everyKind } from "../formats/docx/documents.ts";

// The time of writing stands in several kinds of file.
beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-20T09:00:00Z") }));
afterAll(() => void vi.useRealTimers());

const document = { ...everyKind, stamp: "草稿", contents: true };

describe.each([gongwen, tuwen])("a style that calls every font of $name by another name", (style) => {
  const renamed = withFontsRenamed(style);

  it("is read as a sound one", () => {
    expect(readStyle(JSON.parse(JSON.stringify(renamed)))).toEqual({ ok: true, style: renamed });
    expect(renamed.text.body.font).not.toBe(style.text.body.font);
  });

  it.each(outputFormats)("writes the same file as %s", async (format) => {
    const [as, called] = await Promise.all(
      [style, renamed].map(async (each) =>
        Buffer.from(await writeOutput(document, each, format, loadNodeFace)),
      ),
    );
    expect(called?.equals(as ?? Buffer.alloc(0))).toBe(true);
  });
});
