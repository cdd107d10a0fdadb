import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterEach, expect, it, vi } from "vitest";
import { samplePath } from "../fixtures/reports.ts";
import { nianbao, temporaryDirectory } from "./run.ts";

const qinghe = samplePath("qinghe-2025");

afterEach(() => {
  vi.doUnmock("@napi-rs/canvas");
  vi.resetModules();
});

it("a PNG of the picture has twice the size of the SVG, and its words where the SVG has them", async () => {
  const out = temporaryDirectory();
  const { status, stderr } = await nianbao("render", qinghe, "--to", "svg,png", "--out", out);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [svg = "", png = ""] = [".svg", ".png"].map((ending) =>
    join(out, readdirSync(out).find((name) => name.endsWith(ending)) ?? ""),
  );
  const drawing = readFileSync(svg, "utf8");
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawing) ?? [];
  const image = await loadImage(readFileSync(png));
  expect([image.width, image.height]).toEqual([2 * Number(width), 2 * Number(height)]);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  /** How many pixels of a box of the SVG have a colour. */
  const counted = (colour: string, [left, top, right, bottom]: readonly [number, number, number, number]) => {
    const wanted = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
    let count = 0;
    for (let y = Math.round(2 * top); y < Math.round(2 * bottom); y++)
      for (let x = Math.round(2 * left); x < Math.round(2 * right); x++) {
        const at = 4 * (y * image.width + x);
        if (wanted.every((part, index) => Math.abs(part - (data[at + index] ?? 0)) < 8)) count++;
      }
    return count;
  };
  // Chinese characters are as wide as they are high: it is known where such a text begins and ends.
  const texts = [
    ...drawing.matchAll(
      /<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"(?: text-anchor="(\w+)")? fill="(#\w+)">(\p{Script=Han}{3,})</gu,
    ),
  ];
  expect(texts.length).toBeGreaterThan(20);
  for (const [, x, y, fontSize, anchor = "start", fill = "", words = ""] of texts) {
    const size = Number(fontSize);
    const whole = size * [...words].length;
    const shift = { start: 0, middle: whole / 2, end: whole }[anchor] ?? 0;
    const [left, base] = [Number(x) - shift, Number(y)];
    const [top, bottom] = [base - 0.9 * size, base + 0.15 * size];
    const ink = [...words].map((_, index) =>
      counted(fill, [left + index * size, top, left + (index + 1) * size, bottom]),
    );
    expect(Math.min(...ink), words).toBeGreaterThan(0.03 * (2 * size) ** 2);
    expect(counted(fill, [left - 0.3 * size, top, left, bottom]), words).toBe(0);
  }
});

it("where the package that draws is missing, that is said, and what else was asked for is written", async () => {
  vi.resetModules();
  vi.doMock("@napi-rs/canvas", () => {
    throw new Error("not installed");
  });
  const fresh = await import("./run.ts");
  const out = temporaryDirectory();
  const { status, stdout, stderr } = await fresh.nianbao("render", qinghe, "--to", "png,svg", "--out", out);
  expect(status).toBe(1);
  expect(stderr).toBe(
    "这台电脑上没有画 PNG 的组件（@napi-rs/canvas），没有生成图片。可以用 --to svg，或在网页里导出图解\n",
  );
  expect(readdirSync(out)).toEqual([expect.stringMatching(/图解\.svg$/)]);
  expect(stdout.trimEnd()).toMatch(/图解\.svg$/);
  expect((await fresh.nianbao("render", qinghe, "--to", "png", "--out", out)).status).toBe(2);
});
