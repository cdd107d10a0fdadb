import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtinEditions } from "../../src/edition/builtin.ts";
import { openDraft, openDraftFile } from "../../src/report/file/open.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { sampleNames, sampleText } from "../fixtures/reports.ts";

describe("a draft that was cut off", () => {
  it("anywhere in its first and last 400 characters says that it is cut off", () => {
    const text = sampleText("qinghe-2025").trimEnd();
    const lengths = Array.from({ length: 400 }, (_, index) => [index + 1, text.length - index - 1]).flat();
    for (const length of lengths) {
      const opening = openDraft(text.slice(0, length), builtinEditions);
      expect(opening, `cut at ${length}`).toMatchObject({ ok: false, failure: { code: "cutOff" } });
    }
  });

  const prefixes = pinned(20250401, 400);
  it(`at any byte fails with the sentence for it ${seedOf(prefixes)}`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sampleNames),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (name, share) => {
          const bytes = new TextEncoder().encode(sampleText(name).trimEnd());
          const length = Math.min(bytes.length - 1, Math.floor(bytes.length * share));
          const opening = openDraftFile(bytes.subarray(0, length), builtinEditions);
          expect(opening.ok ? "opened" : opening.failure.code).toBe(length === 0 ? "empty" : "cutOff");
        },
      ),
      prefixes,
    );
  });

  const spoilt = pinned(20250402, 400);
  it(`with any stretch of bytes overwritten opens or fails, but never throws ${seedOf(spoilt)}`, () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.uint8Array({ minLength: 1, maxLength: 40 }), (at, noise) => {
        const bytes = new TextEncoder().encode(sampleText("lixia-2020"));
        bytes.set(noise.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length);
        const opening = openDraftFile(bytes, builtinEditions);
        if (!opening.ok) expect(opening.failure.message).toMatch(/。$/);
      }),
      spoilt,
    );
  });

  const noise = pinned(20250403, 300);
  it(`any bytes at all open or fail, but never throw ${seedOf(noise)}`, () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          expect(openDraftFile(bytes, builtinEditions).ok).toBe(false);
        },
      ),
      noise,
    );
  });
});
