import fc from "fast-check";
import { expect, test } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { openDraftFile } from "../../../src/report/file/open.ts";
import wording from "../../../templates/wording.json" with { type: "json" };
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { sampleText } from "../../fixtures/reports.ts";

const whole = new TextEncoder().encode(sampleText("lixia-2020"));
/** `NIANBAO_TEST_RUNS` asks for more of them. */
const cases = pinned(20260117, Number(process.env.NIANBAO_TEST_RUNS ?? 300));
const known = Object.keys(wording.draftFailure);

/** A file as disks, mails and people damage it: bits turned over, a piece cut out, doubled, or put elsewhere. */
const damage = fc.record({
  kind: fc.constantFrom("flip", "cut", "double", "move", "end"),
  at: fc.nat(whole.length - 1),
  length: fc.integer({ min: 1, max: 300 }),
  bit: fc.nat(7),
});

function damaged(
  bytes: Uint8Array,
  { kind, at, length, bit }: typeof damage extends fc.Arbitrary<infer D> ? D : never,
) {
  const [before, piece, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  switch (kind) {
    case "flip": {
      const turned = bytes.slice();
      turned[at] = (turned[at] ?? 0) ^ (1 << bit);
      return turned;
    }
    case "cut":
      return Uint8Array.from([...before, ...after]);
    case "double":
      return Uint8Array.from([...before, ...piece, ...piece, ...after]);
    case "move":
      return Uint8Array.from([...piece, ...before, ...after]);
    default:
      return before.slice();
  }
}

test(`a damaged draft opens, or is refused with one of the known sentences; it never throws ${seedOf(cases)}`, () => {
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
      const opening = openDraftFile(damages.reduce(damaged, whole), builtinEditions);
      if (opening.ok) return;
      expect(known).toContain(opening.failure.code);
      expect(opening.failure.message.length).toBeLessThan(400);
    }),
    cases,
  );
}, 600_000);
