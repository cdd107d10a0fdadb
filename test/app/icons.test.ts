import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import manifest from "../../src/app/offline/manifest.json" with { type: "json" };
import { launchBrowser } from "../support/browser.ts";

const folder = new URL("../../src/app/offline/", import.meta.url);

/** How far two pictures of one size differ, per channel of a pixel: 0 to 255. */
async function difference(page: Page, one: string, other: string, size: number): Promise<number> {
  return page.evaluate(
    async ([first, second, side]) => {
      const pixels = async (address: string) => {
        const image = new Image(side, side);
        image.src = address;
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
        const context = canvas.getContext("2d") as CanvasRenderingContext2D;
        context.drawImage(image, 0, 0, side, side);
        return context.getImageData(0, 0, side, side).data;
      };
      const [left, right] = [await pixels(first), await pixels(second)];
      return left.reduce((sum, value, at) => sum + Math.abs(value - (right[at] ?? 0)), 0) / left.length;
    },
    [one, other, size] as const,
  );
}

test("the icons of the installed program are drawn from its SVG, in the sizes that the manifest says", async () => {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const svg = await readFile(new URL("icons/icon.svg", folder), "utf8");
  const drawn = manifest.icons.filter(({ type }) => type === "image/png");
  expect(drawn.map(({ sizes }) => sizes)).toEqual(["192x192", "512x512", "512x512"]);
  for (const { src, sizes, purpose } of drawn) {
    const png = await readFile(new URL(src, folder));
    const size = Number.parseInt(sizes, 10);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    // A mask cuts its own corners.
    const shape = purpose === "maskable" ? svg.replace('rx="96"', "") : svg;
    const sized = shape.replace("<svg ", `<svg width="${size}" height="${size}" `);
    const source = `data:image/svg+xml,${encodeURIComponent(sized)}`;
    const differs = await difference(page, source, `data:image/png;base64,${png.toString("base64")}`, size);
    expect(differs, src).toBeLessThan(1);
  }
});
