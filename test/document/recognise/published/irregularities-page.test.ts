import { expect, test } from "vitest";
import { textOfFile } from "../../../fixtures/reports.ts";
import { irregularities } from "../irregularities.ts";
import { layouts } from "../layouts.ts";
import { distortions } from "./distortions.ts";

/** The lines of the tables of docs/irregularities.md. */
const rows = textOfFile("docs/irregularities.md")
  .split("\n")
  .map((line) => line.split(/(?<!\\)\|(?= |$)/).map((cell) => cell.trim()))
  .flatMap((cells) => {
    const [file = "", name = ""] = cells.slice(1, -1).reverse();
    return file.startsWith("`") ? [{ name, file: file.replaceAll("`", "") }] : [];
  });

test("each line of the page of irregularities names a case that stands in its file", () => {
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter(({ name, file }) => !textOfFile(file).includes(`"${name}"`))).toEqual([]);
});

test("no generated case is missing there", () => {
  const names = [...irregularities, ...distortions].map(({ name }) => name).concat(Object.keys(layouts));
  const listed = new Set(rows.map(({ name }) => name));
  // The one that changes nothing is what all others are held against.
  expect(names.filter((name) => !listed.has(name))).toEqual(["as prescribed"]);
});
