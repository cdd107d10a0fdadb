import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeExport } from "../../src/document/compose-export.ts";
import { importReport } from "../../src/exchange/import.ts";
import { outputFormats, writeOutput } from "../../src/exchange/write.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { gongwen } from "../../src/formats/style.ts";
import wording from "../../templates/wording.json" with { type: "json" };
import { damaged, damageOf } from "../fixtures/attacks/damage.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { edition2021, editions, sample } from "../fixtures/reports.ts";

const draft = sample("qinghe-2025");
/** `NIANBAO_TEST_RUNS` counts damaged drafts; of documents there are two for five of them. */
const runs = Math.round((Number(process.env.NIANBAO_TEST_RUNS ?? 100) * 0.4) / outputFormats.length);
const cases = pinned(20260121, runs);
const known = [...Object.keys(wording.draftFailure), ...Object.keys(wording.fileFailure)];

/** How far the memory of this process may grow, in bytes, and how long one file may take, in milliseconds. */
const mostMemory = 500 * 1024 * 1024;
const longest = 30_000;

describe(`a damaged document is read as far as it goes, or refused with a known sentence ${seedOf(cases)}`, () => {
  it.each(outputFormats)("%s", { timeout: 900_000 }, async (format) => {
    const content = await writeOutput(composeExport(edition2021, draft, []), gongwen, format, loadNodeFace);
    const whole = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const before = process.memoryUsage.rss();
    const counts = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(damageOf(whole), { minLength: 1, maxLength: 4 }), async (damages) => {
        const began = performance.now();
        const imported = await importReport(damages.reduce(damaged, whole), editions);
        expect(performance.now() - began).toBeLessThan(longest);
        expect(process.memoryUsage.rss() - before).toBeLessThan(mostMemory);
        const outcome = imported.ok ? (imported.recognition ? "read" : "opened") : imported.failure.code;
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        if (imported.ok) {
          // The draft inside is the draft, or it is said that it is not.
          if (!imported.recognition && !imported.notice) expect(imported.draft).toEqual(draft);
          return;
        }
        expect(known).toContain(imported.failure.code);
        expect(imported.failure.message).toMatch(/^[^{}]{5,400}。$/s);
      }),
      cases,
    );
    // What came of them, and how far the memory grew: read by who asks for many.
    if (runs > 100) process.stdout.write(`${format}: ${JSON.stringify(Object.fromEntries(counts))}\n`);
  });
});
