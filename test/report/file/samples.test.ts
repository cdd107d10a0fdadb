import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import samples from "../../../templates/samples/index.json" with { type: "json" };

test("the list of samples names exactly the sample files", async () => {
  const names = await readdir(new URL("../../../templates/samples/", import.meta.url));
  const drafts = names.filter((name) => name !== "index.json").sort();
  expect(samples.map(({ file }) => `${file}.nianbao.json`).sort()).toEqual(drafts);
});
