import { copyFileSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launchInstalledBrowser } from "../../support/browser.ts";
import { type Command, isInstalled, timeOf } from "./processes.ts";
import { median } from "./samples.ts";

/** A program that prints the same report as PDF. */
export type PrintPeer = {
  readonly name: string;
  /** The whole process, for one document. */
  readonly once: Command;
  readonly pdf: string;
  /** Milliseconds for each further document in a process that has printed one. */
  readonly further: () => Promise<number>;
};

/** LibreOffice with a profile of its own, printing our Word file; undefined where it is not installed. */
export function libreOffice(docx: string, folder: string): PrintPeer | undefined {
  if (!isInstalled("soffice")) return undefined;
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  const printing = (files: readonly string[], out: string): Command => ({
    program: "soffice",
    args: [profile, "--headless", "--convert-to", "pdf", "--outdir", out, ...files],
  });
  const copies = Array.from({ length: 9 }, (_, index) => {
    mkdirSync(join(folder, "copies"), { recursive: true });
    const copy = join(folder, "copies", `${index}.docx`);
    copyFileSync(docx, copy);
    return copy;
  });
  const out = join(folder, "by-libreoffice");
  return {
    name: "LibreOffice, from our Word file",
    once: printing([docx], out),
    pdf: join(out, "report.pdf"),
    further: async () => {
      const one = await timeOf(printing([docx], out));
      return ((await timeOf(printing([docx, ...copies], out))) - one) / copies.length;
    },
  };
}

const chromiums = ["chromium", "chromium-browser", "google-chrome"];

/** Headless Chromium with a profile of its own, printing our web page; undefined where it is not installed. */
export function chromium(html: string, folder: string): PrintPeer | undefined {
  const program = chromiums.find(isInstalled);
  if (program === undefined) return undefined;
  const pdf = join(folder, "by-chromium.pdf");
  const profile = `--user-data-dir=${join(folder, "chromium")}`;
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", profile];
  const address = String(pathToFileURL(html));
  return {
    name: "headless Chromium, from our web page",
    once: { program, args: [...flags, `--print-to-pdf=${pdf}`, address] },
    pdf,
    further: async () => {
      const browser = await launchInstalledBrowser();
      const page = await browser.newPage();
      const times: number[] = [];
      for (let printed = 0; printed < 12; printed++) {
        const before = performance.now();
        await page.goto(address);
        await page.pdf({ format: "A4" });
        times.push(performance.now() - before);
      }
      await browser.close();
      return median(times.slice(4));
    },
  };
}

export function sizeOf(file: string): number {
  return statSync(file).size;
}
