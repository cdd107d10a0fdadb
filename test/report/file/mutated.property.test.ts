import fc from "fast-check";
import { expect, test } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { openDraftFile } from "../../../src/report/file/open.ts";
import wording from "../../../templates/wording.json" with { type: "json" };
import { damaged, damageOf } from "../../fixtures/attacks/damage.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { sampleText } from "../../fixtures/reports.ts";

const whole = new TextEncoder().encode(sampleText("lixia-2020"));
/** `NIANBAO_TEST_RUNS` asks for more of them. */
const cases = pinned(20260117, Number(process.env.NIANBAO_TEST_RUNS ?? 300));
const known = Object.keys(wording.draftFailure);

test(`a damaged draft opens, or is refused with one of the known sentences; it never throws ${seedOf(cases)}`, () => {
  fc.assert(
    fc.property(fc.array(damageOf(whole), { minLength: 1, maxLength: 4 }), (damages) => {
      const opening = openDraftFile(damages.reduce(damaged, whole), builtinEditions);
      if (opening.ok) return;
      expect(known).toContain(opening.failure.code);
      expect(opening.failure.message.length).toBeLessThan(400);
    }),
    cases,
  );
}, 600_000);
