import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import lock from "../package-lock.json" with { type: "json" };

type Entry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
const packages: Readonly<Record<string, Entry>> = lock.packages;

test("the lock file has each package for another platform that a package names, or npm ci refuses it there", () => {
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ path, name })),
  );
  const missing = wanted.filter(
    ({ path, name }) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
  );
  expect(wanted.length).toBeGreaterThan(30);
  expect(missing).toEqual([]);
  const platforms = Object.keys(packages).filter((path) => path.startsWith("node_modules/@biomejs/cli-"));
  for (const platform of ["win32-x64", "darwin-arm64", "linux-x64"]) {
    expect(platforms).toContain(`node_modules/@biomejs/cli-${platform}`);
  }
});

test("what is checked before a change is taken begins with npm ci, as on a fresh machine", async () => {
  const script = await readFile(new URL("../.ci/run", import.meta.url), "utf8");
  const commands = script.split("\n").filter((line) => /^npm /.test(line));
  expect(commands).toEqual(["npm ci", "npm test"]);
});
