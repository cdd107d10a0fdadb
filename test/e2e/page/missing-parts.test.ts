import type { Page } from "playwright-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { serveApp } from "../../support/app-server.ts";
import { openProfile } from "../steps/builds.ts";
import {
  cell,
  dropFile,
  exportAs,
  openSection,
  openStart,
  sampleDraft,
  waitUntilSaved,
} from "../steps/steps.ts";

vi.setConfig({ testTimeout: 120_000 });

const words = "程序的这一部分没有载入";

/** A page that has fetched nothing ahead, and that can be cut off from the files of the program. */
async function openHastily() {
  const app = await serveApp();
  onTestFinished(app.close);
  const { page, context } = await openProfile({ serviceWorkers: "block", baseURL: app.address });
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
    window.print = () => undefined;
  });
  return {
    page,
    cutOff: (how: "stopped" | "replaced") =>
      context.route(/\/(assets|fonts)\//, (route) =>
        how === "stopped" ? route.abort() : route.fulfill({ status: 404, body: "Not found" }),
      ),
    joinAgain: () => context.unrouteAll(),
  };
}

/** Whether a press in its middle would meet it. */
function isInSight(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === element;
}

const alerts = (page: Page) => page.getByText(words);

test.for(["stopped", "replaced"] as const)(
  "a sample whose part of the program does not come, the server being %s, is opened at the next try",
  async (how) => {
    const { page, cutOff, joinAgain } = await openHastily();
    await openStart(page);
    // What the start page fetches for itself; a module that is cut off half way is lost to an older Chromium.
    await page.waitForLoadState("networkidle");
    await cutOff(how);
    await page.getByRole("link", { name: "青禾县人民政府" }).first().click();
    await alerts(page).waitFor();
    await joinAgain();
    await page.getByRole("button", { name: "再试一次" }).click();
    await page.getByRole("button", { name: "发布前检查" }).waitFor();
  },
);

test.for(["stopped", "replaced"] as const)(
  "in an open report whatever part does not come, the server being %s, says so, and the figures are kept",
  async (how) => {
    const { page, cutOff, joinAgain } = await openHastily();
    await page.goto("./#/sample/qinghe-2025");
    await page.getByRole("button", { name: "发布前检查" }).waitFor();
    await openSection(page, "二、");
    await cutOff(how);

    const bar = page.getByRole("banner");
    const opensNothing = async (name: string): Promise<void> => {
      await bar.getByRole("button", { name }).click();
      await bar.getByText(words).waitFor();
      expect(await bar.getByRole("button", { name: "再试一次" }).evaluate(isInSight)).toBe(true);
      await bar.getByRole("button", { name }).click();
      await bar.getByText(words).waitFor({ state: "detached" });
    };
    await opensNothing("更多");
    await opensNothing("导出");
    await page.getByRole("tab", { name: "预览" }).click();
    await page.getByRole("tabpanel", { name: "预览" }).getByText(words).waitFor();
    await dropFile(page, {
      name: "草稿.nianbao.json",
      content: JSON.stringify(await sampleDraft("lixia-2020")),
    });
    await page.getByText(`“草稿.nianbao.json”没有打开。${words}`).waitFor();
    await cell(page, "proactive.licensing.decisions").fill("12");
    await waitUntilSaved(page);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("青禾县人民政府");

    await joinAgain();
    await bar.getByRole("button", { name: "更多" }).click();
    const print = page.getByRole("menuitem", { name: "打印" });
    await print.waitFor();
    await cutOff(how);
    await print.click();
    await page.getByText(`没有打印：${words}`).waitFor();
    await joinAgain();
    expect((await exportAs(page, "docx")).bytes.length).toBeGreaterThan(5000);
    expect(await cell(page, "proactive.licensing.decisions").inputValue()).toBe("12");
  },
);
