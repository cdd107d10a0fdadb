import { expect } from "vitest";
import { eventually, test } from "../steps/in-browser.ts";
import {
  cell,
  downloaded,
  formatNames,
  openSample,
  openSection,
  sectionStates,
  shownFindings,
} from "../steps/steps.ts";

test("发布前检查 says the verdict, what is empty, what changed since the last export, and leads out both ways", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await page.getByRole("button", { name: "发布前检查" }).click();
  const out = page.getByRole("region", { name: "导出" });
  await out.getByText("这份报告在这个浏览器里还没有导出过。").waitFor();
  await out.getByRole("button", { name: "导出发布稿…" }).click();
  const panel = page.getByRole("dialog", { name: "导出" });
  expect(await panel.getByLabel("发布稿").isChecked()).toBe(true);
  await downloaded(page, () => panel.getByRole("button", { name: formatNames.txt }).click());
  await out.getByText(/导出过 .*年度报告\.txt。此后：没有改动。/).waitFor();

  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").fill("249");
  await cell(page, "requests.received.business").fill("");
  await out.getByText(/此后：三、收到和处理政府信息公开申请情况 2 格。/).waitFor();
  expect(await out.getByRole("button", { name: "导出发布稿…" }).isDisabled()).toBe(true);
  expect(await page.locator(".verdict").textContent()).toMatch(/^还不能发布：/);
  await page.getByRole("list", { name: "还没有完成的部分" }).getByText("三、").waitFor();
  // A blank beside a column that does not balance is an error of its own, in the list of parts as in the panel.
  const errors = (await shownFindings(page)).filter(({ severity }) => severity === "错误").length;
  expect(errors).toBe(2);
  expect((await sectionStates(page)).find((words) => words.includes("处错误"))).toMatch(/^2 处错误/);
  // Empty parts first, then findings by weight, then the ways out.
  const order = await page.evaluate(() =>
    [...document.querySelectorAll(".verdict, .unfinished, .group-error, .group-warning, .ways-out")].map(
      ({ classList }) => [...classList].at(-1),
    ),
  );
  expect(order[0]).toMatch(/^verdict/);
  expect(order.slice(1, 3)).toEqual(["unfinished", "group-error"]);
  expect(order.at(-1)).toBe("ways-out");
  // Pressed again, it shows the verdict, wherever the list was.
  await out.scrollIntoViewIfNeeded();
  const list = page.locator("#side-panel");
  expect(await list.evaluate((panel) => panel.scrollTop)).toBeGreaterThan(0);
  await page.getByRole("button", { name: "发布前检查" }).click();
  await eventually(async () => expect(await list.evaluate((panel) => panel.scrollTop)).toBe(0));
  await out.getByRole("button", { name: "导出送审稿…" }).click();
  await eventually(async () => expect(await panel.getByLabel("送审稿").isChecked()).toBe(true));
});

test("that nothing was found is said only of what was looked at", async ({ page }) => {
  await page.addInitScript(() => {
    const said = new Set<string>();
    Object.assign(window, { said });
    new MutationObserver(() => said.add(document.querySelector(".verdict")?.textContent ?? "")).observe(
      document,
      { subtree: true, childList: true, characterData: true },
    );
  });
  await openSample(page, "qinghe-2025");
  await page.locator(".verdict", { hasText: "已填的表格和文字没有发现问题。" }).waitFor();
  const said = await page.evaluate(() =>
    [...(window as unknown as { said: Set<string> }).said].filter(Boolean),
  );
  // The texts come a moment after the tables.
  expect(said).toEqual(["已填的表格没有发现问题；文字还没有核对。", "已填的表格和文字没有发现问题。"]);
  await page.getByRole("button", { name: "发布前检查" }).click();
  await page.locator(".verdict", { hasText: "可以发布" }).waitFor();
});
