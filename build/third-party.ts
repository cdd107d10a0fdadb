import { readdir, readFile } from "node:fs/promises";
import type { Plugin } from "vite";

/** The file of the program that holds the text. */
const holder = "/src/app/start/third-party.ts";
const root = new URL("../", import.meta.url);

type Locked = { readonly version?: string; readonly license?: string; readonly dev?: boolean };

/**
 * The notice of what the program is made of: every package that the lock file names for running it, with the
 * licence as the package says it. Shipped as `THIRD-PARTY.txt`, and shown by the program itself.
 */
export function thirdParty(): Plugin {
  let notice: Promise<string> | undefined;
  const text = (): Promise<string> => {
    notice ??= writeNotice();
    return notice;
  };
  return {
    name: "third-party",
    load: async (id) =>
      id.endsWith(holder) ? `export const notice = ${JSON.stringify(await text())};` : undefined,
    async generateBundle() {
      // A mark of its encoding, for the editors of old desks.
      this.emitFile({ type: "asset", fileName: "THIRD-PARTY.txt", source: `\ufeff${await text()}` });
    },
  };
}

/** The whole notice, package by package in the order of the lock file. */
export async function writeNotice(): Promise<string> {
  const { packages } = JSON.parse(await readFile(new URL("package-lock.json", root), "utf8")) as {
    readonly packages: Readonly<Record<string, Locked & { readonly optional?: boolean }>>;
  };
  const shipped = Object.entries(packages).filter(
    ([path, { dev, optional }]) => path !== "" && !dev && !optional,
  );
  const parts = await Promise.all(shipped.map(([path, locked]) => partOf(path, locked)));
  return `${parts.join(`\n${"=".repeat(78)}\n\n`)}`;
}

async function partOf(path: string, { version, license }: Locked): Promise<string> {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const folder = new URL(`${path}/`, root);
  const files = (await readdir(folder))
    .filter((file) => /^(licen[cs]e|copying|notice|ofl)/i.test(file))
    .sort();
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), "utf8")));
  return [`${name} ${version ?? ""}`, `Licence: ${license ?? "see below"}`, "", ...texts, ""].join("\n");
}
