import { expect } from "vitest";
import type { Draft } from "../../../src/report/file/draft.ts";
import { clicked, placeOf, pressed, whileBusy } from "../steps/hasty-steps.ts";
import { test } from "../steps/in-browser.ts";
import { downloaded, openSample, openSection } from "../steps/steps.ts";
import { writtenLines } from "../steps/text-steps.ts";

test("a contact that cannot be right is told in the list of parts too, and what may stay blank is not called missing", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "封面信息");
  const state = page.getByRole("navigation").getByRole("button", { name: "封面信息" });
  await state.getByText(/^还可填 \d 项$/).waitFor();
  await page.getByLabel("邮政编码").fill("12345");
  await state.getByText("看看联系方式").waitFor();
  await page.getByLabel("邮政编码").fill("274000");
  await state.getByText("看看联系方式").waitFor({ state: "detached" });
});

test("contacts filled in on the cover begin the preface and are kept in the draft", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "前言");
  const preface = async () => (await writtenLines(page, "前言")).join("\n");
  const before = await preface();
  await openSection(page, "封面信息");
  await page.getByLabel("办公电话").fill("0530-5551234");
  await page.getByLabel("办公地址").fill("青禾县府前街1号");
  await openSection(page, "前言");
  await page.getByRole("button", { name: "按封面信息补写" }).click();
  const after = await preface();
  expect(after.startsWith(before.trimEnd())).toBe(true);
  expect(after).toContain("联系（办公地址：青禾县府前街1号，办公电话：0530-5551234）。");
  await openSection(page, "封面信息");
  expect(await page.getByLabel("办公电话").inputValue()).toBe("0530-5551234");
  const saved = await downloaded(page, () => page.keyboard.press("Control+s"));
  const draft: Draft = JSON.parse(saved.text);
  expect(draft.organisation.contacts).toEqual({ telephone: "0530-5551234", address: "青禾县府前街1号" });
});

test("kind and level are taken from the name as it was typed to the end", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "封面信息");
  const name = page.getByLabel("单位全称");
  await name.fill("青禾县金山镇人民政府");
  const suggestion = await placeOf(page.getByRole("button", { name: "照名称改" }));
  await whileBusy(page, () => [...pressed(page, "Home", "Delete"), ...clicked(page, suggestion)]);
  expect(await name.inputValue()).toBe("禾县金山镇人民政府");
  expect(await page.getByLabel("级别").inputValue()).toBe("town");
});
