import { execFile } from "node:child_process";
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { temporaryDirectory } from "./run.ts";

const run = promisify(execFile);

/** A checkout of its own, of which nothing was compiled yet. */
function freshCheckout(): string {
  const folder = temporaryDirectory();
  const root = new URL("../../", import.meta.url);
  for (const name of ["bin", "src", "templates", "package.json", "package-lock.json"]) {
    cpSync(new URL(name, root), join(folder, name), { recursive: true });
  }
  for (const name of ["node_modules", "dist-faces"])
    symlinkSync(new URL(name, root), join(folder, name), "junction");
  return folder;
}

it("the command line is compiled at the first call, once for several, and again when a source has changed", async () => {
  const checkout = freshCheckout();
  const built = () => readdirSync(join(checkout, "dist-cli"));
  const said = () =>
    run(process.execPath, [join(checkout, "bin/nianbao.mjs"), "prüfe"]).catch(({ stderr }) => stderr);

  const words = "没有“prüfe”这个命令";
  for (const stderr of await Promise.all([said(), said()])) expect(stderr).toContain(words);
  const [first, ...others] = built();
  expect(others).toEqual([]);

  await said();
  expect(built()).toEqual([first]);

  const wording = join(checkout, "templates/wording.json");
  const changed = readFileSync(wording, "utf8").replace("没有“{name}”这个命令", "不认识“{name}”");
  writeFileSync(wording, changed);
  expect(await said()).toContain("不认识“prüfe”");
  expect(built()).toHaveLength(1);
  expect(built()).not.toEqual([first]);
});
