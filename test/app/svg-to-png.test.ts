import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeInfographic } from "../../src/document/compose-infographic.ts";
import { infographicSvg } from "../../src/formats/chart/infographic.ts";
import { edition2021, sample } from "../fixtures/reports.ts";
import { launchBrowser } from "../support/browser.ts";

const entry = fileURLToPath(new URL("../../src/app/export/outputs/svg-to-png.ts", import.meta.url));
const picture = infographicSvg(composeInfographic(edition2021, sample("qinghe-2025"), []), {
  font: "sans-serif",
});

/** The function for a browser, as a script that defines `pictures.svgToPng`. */
async function script(): Promise<string> {
  const lib = { entry, formats: ["iife" as const], name: "pictures" };
  const built = await build({ configFile: false, logLevel: "silent", build: { write: false, lib } });
  const [bundle] = Array.isArray(built) ? built : [];
  const [chunk] = bundle?.output ?? [];
  if (!chunk) throw new Error("nothing was built");
  return chunk.code;
}

/** Draws the picture in the page; gives the first bytes, the size, and the colour of the pixel at the top left. */
function drawIn(page: Page, svg: string, scale: number) {
  return page.evaluate(
    async ([source, by]) => {
      const { pictures } = globalThis as unknown as {
        pictures: { svgToPng(svg: string, scale: number): Promise<Blob> };
      };
      const blob = await pictures.svgToPng(source, by);
      const bitmap = await createImageBitmap(blob);
      const context = document.createElement("canvas").getContext("2d");
      context?.drawImage(bitmap, 0, 0);
      return {
        start: [...new Uint8Array(await blob.slice(0, 4).arrayBuffer())],
        size: [bitmap.width, bitmap.height],
        pixel: [...(context?.getImageData(0, 0, 1, 1).data ?? [])],
      };
    },
    [svg, scale] as const,
  );
}

describe("a picture as PNG", () => {
  let browser: Browser;
  let code: string;
  beforeAll(async () => {
    [browser, code] = await Promise.all([launchBrowser(), script()]);
  });
  afterAll(() => browser.close());

  it.each([
    ["with a canvas off the page", ""],
    ["in a browser that has none", "delete globalThis.OffscreenCanvas;"],
    ["in one that has it without 2d", "OffscreenCanvas.prototype.getContext = () => null;"],
  ])("is drawn %s, at the size asked for", async (_, before) => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: `${code};${before}` });
    const { start, size, pixel } = await drawIn(page, picture, 2);
    expect(start).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(size[0]).toBe(2160);
    expect(size[1]).toBeGreaterThan(4000);
    expect(pixel).toEqual([31, 90, 166, 255]);
    await page.close();
  });

  it("that is no SVG is refused", async () => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: code });
    await expect(drawIn(page, "<svg", 1)).rejects.toThrow();
    await page.close();
  });
});
