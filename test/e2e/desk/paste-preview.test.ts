import { expect } from "vitest";
import { put } from "../steps/clipboard-steps.ts";
import { test } from "../steps/in-browser.ts";
import { cell, openSample, openSection, sampleDraft } from "../steps/steps.ts";

test("the table is shown as it will be, and where no heads came along the clerk says where the figures begin", async ({
  page,
}) => {
  const draft = await sampleDraft("qinghe-2025");
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Escape");
  const labels = ["（一）予以公开", "（二）部分公开"];
  const some = ["granted", "partiallyGranted"].map((row) =>
    Object.values(draft.tables.requests?.[row] ?? {}),
  );
  const rows = some.map((figures, index) => [labels[index], ...figures.slice(1, 4)]);
  await cell(page, "requests.granted.naturalPerson").fill("92");
  await put(page, rows.map((row) => row.join("\t")).join("\r\n"));
  await page.keyboard.press("Control+v");
  await page.getByRole("heading", { name: "这些数字从哪一列填起？" }).waitFor();
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByRole("button", { name: "粘贴" }).isDisabled()).toBe(true);
  await dialog.getByLabel("从“商业企业”这一列填起").check();
  const preview = dialog.getByRole("table", { name: "粘贴后的表" });
  const shown = await preview.evaluate((table: HTMLTableElement) => {
    const row = [...table.rows].find(({ textContent }) => textContent?.includes("（一）予以公开"));
    const heads = [...table.querySelectorAll(".paste-head")].map(({ textContent }) => textContent);
    return {
      heads,
      cells: [...(row?.querySelectorAll("td") ?? [])].map((one) => [one.className, one.textContent]),
    };
  });
  expect(shown.heads).toContain("商业企业");
  const [, business, research, welfare] = some[0] ?? [];
  expect(shown.cells).toEqual([
    ["paste-old", "92"],
    ["paste-new", String(business)],
    ["paste-new", String(research)],
    ["paste-new", String(welfare)],
    ["paste-old", ""],
    ["paste-old", ""],
    ["paste-old", String(92 + Number(business) + Number(research) + Number(welfare))],
  ]);
  await dialog.getByRole("button", { name: "粘贴" }).click();
  await page.getByText("已粘贴 6 格").waitFor();
  expect(await cell(page, "requests.granted.naturalPerson").inputValue()).toBe("92");
  expect(await cell(page, "requests.granted.business").inputValue()).toBe(String(business));
});
