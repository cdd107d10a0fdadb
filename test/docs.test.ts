import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { renderKinds } from "../src/cli/render.ts";

const project = fileURLToPath(new URL("../", import.meta.url));
const inDocs = await readdir(join(project, "docs"), { recursive: true });
const pages = ["README.md", "CONTRIBUTING.md", ...inDocs.map((name) => join("docs", name))].filter((name) =>
  name.endsWith(".md"),
);

test.for(pages)("%s names only files, folders and commands that are there", async (page) => {
  const text = await readFile(join(project, page), "utf8");
  const named = [...text.matchAll(/`((?:src|test|templates|docs|build|bin)\/[\w./-]+)`/g)].map(
    ([, path = ""]) => path,
  );
  const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = ""]) =>
    join(dirname(page), path),
  );
  const commands = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, script = ""]) => script);
  expect([...named, ...linked].filter((path) => !existsSync(join(project, path)))).toEqual([]);
  expect(commands.filter((script) => !Object.hasOwn(packageJson.scripts, script))).toEqual([]);
});

test("the README names each kind of file that render writes", async () => {
  const text = await readFile(join(project, "README.md"), "utf8");
  const named = /render FILE --to ([\w,]+)/.exec(text)?.[1]?.split(",") ?? [];
  expect(named.sort()).toEqual([...renderKinds].sort());
});

test("the README names the headers that forbid other sites to frame the page, which no page can forbid itself", async () => {
  const text = await readFile(join(project, "README.md"), "utf8");
  expect(text).toContain("`Content-Security-Policy: frame-ancestors 'none'`");
  expect(text).toContain("`X-Frame-Options: DENY`");
});

test("the README is read in one go", async () => {
  const text = await readFile(join(project, "README.md"), "utf8");
  expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(200);
});
