import { expect, onTestFinished, test, vi } from "vitest";
import { serveApp } from "../../support/app-server.ts";
import { openProfile } from "../steps/builds.ts";
import { cell, downloaded, dropFile, openSection, waitUntilSaved } from "../steps/steps.ts";

vi.setConfig({ testTimeout: 120_000 });

const decisions = "proactive.licensing.decisions";

test("a fault in one part leaves the form alone, and where the page itself fails the draft is given as a file", async () => {
  const app = await serveApp();
  onTestFinished(app.close);
  const { page, context } = await openProfile({ serviceWorkers: "block", baseURL: app.address });
  // A part that came, and breaks when it is shown.
  await context.route(/\/assets\/export-popover/, async (route) => {
    const names = /export\{(.*)\};?\s*$/.exec(await (await route.fetch()).text())?.[1] ?? "";
    const broken = names.split(",").map((name) => `broken as ${name.split(" as ").at(-1)}`);
    const body = `const broken=()=>{throw new Error("broken")};export{${broken}}`;
    await route.fulfill({ body, contentType: "text/javascript" });
  });
  await page.goto("./#/sample/qinghe-2025");
  await openSection(page, "二、");
  await page.getByRole("banner").getByRole("button", { name: "导出" }).click();
  await page.getByText("导出出了错，没有显示出来。其余部分照常，填的内容都在。").waitFor();
  await cell(page, decisions).fill("4242");
  await waitUntilSaved(page);

  // What is on the page is moved by something else, as a program that translates pages does, and React stumbles over it.
  const alert = page.getByRole("alert").filter({ hasText: "通知.json" });
  await dropFile(page, { name: "通知.json", content: "关于编制年度报告的通知" });
  await alert.waitFor();
  await alert.evaluate((element) => document.body.append(element));
  await dropFile(page, { name: "通知.json", content: "关于编制年度报告的通知" });
  await page.getByRole("heading", { name: "页面出了错" }).waitFor();
  const file = await downloaded(page, () => page.getByRole("button", { name: "把草稿存成文件" }).click());
  expect(JSON.parse(file.text).tables.proactive.licensing.decisions).toBe(4242);
  await page.getByRole("button", { name: "刷新页面" }).click();
  await openSection(page, "二、");
  expect(await cell(page, decisions).inputValue()).toBe("4242");
});
