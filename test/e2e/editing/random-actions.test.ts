import type { Page } from "playwright-core";
import { expect } from "vitest";
import { causesOf } from "../../../src/check/causes.ts";
import { check, figuresOf } from "../../../src/check/check.ts";
import { splitByConfirmation } from "../../../src/check/confirmations.ts";
import { type Finding, inOrder } from "../../../src/check/finding.ts";
import { startLiveCheck } from "../../../src/check/live.ts";
import { narrativeFindings } from "../../../src/check/narrative/check-narrative.ts";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import type { Edition } from "../../../src/edition/read.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { settled } from "../steps/frame-probe.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { downloaded, openSample, type ShownFinding, shownFindings } from "../steps/steps.ts";

const { seed, numRuns: actions } = pinned(20_251_031, 2000);
/** How many actions are done between two looks. */
const stride = 40;

const severityNames = { error: "错误", warning: "提醒", hint: "提示" } as const;

/** What the check says of a draft, worked out anew outside the page. */
function realFindings(draft: Draft, finished: boolean): ShownFinding[] {
  const edition = builtinEditions.get(draft.edition);
  if (!edition) throw new Error(`no edition ${draft.edition}`);
  const found = finished ? check(edition, draft) : findingsWhileTyping(edition, draft);
  const { open } = splitByConfirmation(inOrder(found, edition), draft);
  return causesOf(open, edition, lookupIn(draft.tables)).map(({ severity, headline, message }) => ({
    severity: severityNames[severity],
    headline,
    message,
  }));
}

function findingsWhileTyping(edition: Edition, draft: Draft): Finding[] {
  const inTexts = narrativeFindings(edition, draft, figuresOf(draft));
  return [
    ...startLiveCheck(edition, draft).findings("typing"),
    ...inTexts.filter(({ stage }) => stage !== "finished"),
  ];
}

/**
 * Does random things as a clerk does, in the page itself: typing into a cell, a text or the cover, a paste, zeros,
 * a mend, a confirmation, undo and redo, other parts, tabs and editions. Gives the state of the generator.
 */
function actAtRandom(page: Page, count: number, state: number): Promise<number> {
  return page.evaluate(
    async ([times, begin]) => {
      let seeded = begin;
      const random = (below: number): number => {
        seeded = (seeded + 0x6d2b79f5) | 0;
        let mixed = Math.imul(seeded ^ (seeded >>> 15), 1 | seeded);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
      };
      const any = <Thing>(things: readonly Thing[]): Thing | undefined => things[random(things.length)];
      const all = <Kind extends Element>(selector: string) => [...document.querySelectorAll<Kind>(selector)];
      const type = (text: string): void => void document.execCommand("insertText", false, text);
      const press = (key: string): void => {
        const target = document.activeElement ?? document.body;
        const event = { key, ctrlKey: true, bubbles: true, cancelable: true };
        target.dispatchEvent(new KeyboardEvent("keydown", event));
      };
      const buttons = (words: RegExp) =>
        all<HTMLButtonElement>("main button, aside button").filter(({ textContent }) =>
          words.test(textContent ?? ""),
        );
      const texts = [
        "0",
        "7",
        "12",
        "247",
        "-",
        "/",
        "x",
        "481个",
        "1,2",
        "-3",
        "99999999999999999999",
        "2.5",
      ];
      const typeFigure = (): void => {
        any(all<HTMLInputElement>("main td input"))?.focus();
        const text = any(texts) ?? "";
        if (random(6) === 0) document.execCommand("delete");
        else type(text);
      };
      const paste = (): void => {
        const cell = any(all<HTMLInputElement>("main td input"));
        cell?.focus();
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", `${any(texts)}\t${any(texts)}\n${any(texts)}\t${any(texts)}`);
        cell?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      };
      const write = (): void => {
        any(all<HTMLElement>("main .rich-text, main .cover input:not([type=date])"))?.focus();
        type(
          any(["（一）主动公开", "公开信息一百条。", "新收申请309件。", "占45.8%", "2025", "青禾县", ""]) ??
            "",
        );
      };
      const confirm = (): void => {
        any(buttons(/^确认无误…$/))?.click();
      };
      const giveReason = (): void => {
        all<HTMLInputElement>(".confirm input")[0]?.focus();
        type("合并了两个单位");
        any(buttons(/^确认无误$/))?.click();
      };
      const changeEdition = (): void => {
        const choice = all<HTMLSelectElement>("#cover-edition")[0];
        if (!choice) return;
        choice.value = choice.value === "2021" ? "2019" : "2021";
        choice.dispatchEvent(new Event("change", { bubbles: true }));
      };
      const ways: readonly (() => void)[] = [
        typeFigure,
        typeFigure,
        typeFigure,
        paste,
        write,
        confirm,
        giveReason,
        changeEdition,
        () => any(all<HTMLButtonElement>(".dialog button"))?.click(),
        () => any(all<HTMLButtonElement>(".dialog button"))?.click(),
        () => press("z"),
        () => press("z"),
        () => press("y"),
        () => any(all<HTMLButtonElement>(".mends button"))?.click(),
        () => any(buttons(/一键补零|补上小标题|填“|换成|不换|照名称改|取消确认/))?.click(),
        () => any(all<HTMLButtonElement>("nav button"))?.click(),
        () => any(all<HTMLButtonElement>("nav button"))?.click(),
        () => any(all<HTMLButtonElement>("[role=tab]"))?.click(),
        () => any(buttons(/^只看填写中的问题$|^写完了/))?.click(),
        () =>
          all<HTMLButtonElement>(".top-bar .button")
            .find((own) => own.textContent === "发布前检查")
            ?.click(),
      ];
      for (let done = 0; done < times; done++) {
        any(ways)?.();
        // React renders between two actions, as it does between two of a person.
        if (random(3) === 0) await new Promise((resolve) => setTimeout(resolve, random(120)));
        else await Promise.resolve();
      }
      return seeded;
    },
    [count, state] as const,
  );
}

test(`the list equals the findings after ${actions} random actions ${seedOf({ seed, numRuns: actions, verbose: 1 })}`, {
  timeout: 600_000,
}, async ({ page }) => {
  await openSample(page, "qinghe-2025");
  let state = seed;
  const looks: number[] = [];
  for (let done = 0; done < actions; done += stride) {
    state = await actAtRandom(page, stride, state);
    for (let open = await page.locator(".dialog").count(); open > 0; open--)
      await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "检查" }).click();
    await settled(page);
    const finished = (await page.getByText("正在按成稿检查").count()) > 0;
    const { text } = await downloaded(page, () => page.keyboard.press("Control+s"));
    const real = realFindings(JSON.parse(text), finished);
    await eventually(async () => {
      expect(await shownFindings(page), `after ${done + stride} actions of seed ${seed}`).toEqual(real);
      const inTab = await page.getByRole("tab", { name: "检查" }).textContent();
      expect(Number(inTab?.replace(/\D/g, "") || 0)).toBe(real.length);
    });
    looks.push(real.length);
  }
  // Something was found, and not always the same.
  expect(new Set(looks).size).toBeGreaterThan(5);
});
