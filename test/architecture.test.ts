import { describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { circlesIn } from "./architecture/circles.ts";
import { chineseIn, idsIn } from "./architecture/names-in-code.ts";
import {
  importedPath,
  pathsUnder,
  readSource,
  type SourceFile,
  sourceFiles,
  textAt,
} from "./architecture/source-files.ts";
import { saidWithoutDom } from "./architecture/without-dom.ts";

const files = await sourceFiles();

/** A file as a rule would see it, to show that the rule can fail. */
function written(path: string, text: string): SourceFile[] {
  return [readSource(path, text)];
}

describe("the rooms look only in the directions of docs/architecture.md", () => {
  const core = ["edition", "report", "check", "document", "formats", "exchange"];
  const mayLookInto: Readonly<Record<string, readonly string[]>> = {
    edition: [],
    report: ["edition"],
    check: ["edition", "report"],
    document: ["edition", "report"],
    formats: ["document"],
    exchange: ["edition", "report", "document", "formats"],
    store: ["report"],
    cli: core,
    app: [...core, "store"],
  };
  /** Filling in a sentence of `templates/wording.json` is nobody's own. */
  const forAll = "src/edition/wording.ts";

  function wrongDirections(sources: readonly SourceFile[]): string[] {
    return sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ text, line }) => {
        const target = importedPath(path, text);
        return target === undefined || mayImport(path, target) ? [] : [`${path}:${line} imports ${target}`];
      }),
    );
  }

  function mayImport(path: string, target: string): boolean {
    if (!target.startsWith("src/") || target === forAll) return true;
    if (roomOf(path) !== roomOf(target)) return mayLookInto[roomOf(path)]?.includes(roomOf(target)) ?? false;
    // The formats stand side by side; what several need stands in none of them.
    const [own, other] = [path, target].map((name) => /^src\/formats\/([^/]+)\//.exec(name)?.[1]);
    return !own || !other || own === other || ["chart", "lines", "package"].includes(other);
  }

  function roomOf(path: string): string {
    return path.split("/")[1] ?? "";
  }

  test("in every file", () => {
    expect(wrongDirections(files)).toEqual([]);
    expect([...new Set(files.map(({ path }) => roomOf(path)))].sort()).toEqual(
      Object.keys(mayLookInto).sort(),
    );
  });

  test.for([
    ["src/check/live.ts", 'import { compose } from "../document/compose.ts";'],
    ["src/report/file/open.ts", 'export * from "../../check/check.ts";'],
    ["src/formats/html/write.ts", 'const { cellsOf } = await import("../../edition/cells.ts");'],
    ["src/formats/html/write.ts", 'type Draft = import("../../report/draft.ts").Draft;'],
    ["src/formats/html/write.ts", 'import { writePdf } from "../pdf/write.ts";'],
    ["src/formats/style.ts", 'import { openDraft } from "../report/file/open.ts";'],
    ["src/formats/html/write.ts", 'import { formats } from "../../exchange/formats.ts";'],
    ["src/exchange/open.ts", 'import { check } from "../check/check.ts";'],
    ["src/cli/new.ts", 'import { browserDrafts } from "../store/drafts.ts";'],
  ] as const)("and %s with %s would be seen", ([path, text]) => {
    expect(wrongDirections(written(path, text))).toHaveLength(1);
  });
});

describe("nothing looks round in a circle, and no room inside a room looks back", () => {
  test("in every folder, types included", () => {
    expect(circlesIn(files)).toEqual([]);
  });

  test.for([
    ["two files", ["src/check/a.ts", "./b.ts"], ["src/check/b.ts", "./a.ts"], "src/check: a.ts ↔ b.ts"],
    ["two folders", ["src/check/x/a.ts", "../y/b.ts"], ["src/check/y/c.ts", "../x/d.ts"], "src/check: x ↔ y"],
    [
      "a folder and a file",
      ["src/check/x/a.ts", "../b.ts"],
      ["src/check/b.ts", "./x/c.ts"],
      "src/check: b.ts ↔ x",
    ],
  ] as const)("and a circle of %s would be seen", ([, [from, to], [back, home], circle]) => {
    const probe = [
      ...written(from, `import type { A } from "${to}";`),
      ...written(back, `const b = await import("${home}");`),
    ];
    expect(circlesIn(probe)).toEqual([circle]);
    expect(circlesIn(probe.slice(1))).toEqual([]);
  });
});

test("a folder holds about a dozen files", async () => {
  const paths = await pathsUnder(["src", "test"], [".ts", ".tsx", ".css"]);
  const folders = paths.map((path) => path.slice(0, path.lastIndexOf("/")));
  const counts = [...new Set(folders)].map((folder) => ({
    folder,
    files: folders.filter((other) => other === folder).length,
  }));
  expect(counts.filter(({ files: count }) => count > 13)).toEqual([]);
});

describe("each library stays in its room", () => {
  const rooms: Readonly<Record<string, readonly string[]>> = {
    react: ["src/app/"],
    "react-dom": ["src/app/"],
    "react-hook-form": ["src/app/"],
    "react-aria-components": ["src/app/"],
    ...Object.fromEntries(
      Object.keys(packageJson.dependencies)
        .filter((name) => name.startsWith("@tiptap/"))
        .map((name) => [name, ["src/app/editor/narrative/"]]),
    ),
    docx: ["src/formats/docx/"],
    "@napi-rs/canvas": ["src/cli/draw-png.ts"],
    fflate: [
      "src/formats/package/",
      "src/formats/pdf/found/stream-budget.ts",
      "src/exchange/packed-files.ts",
    ],
    parse5: ["src/formats/html/found/"],
    pdfmake: ["src/formats/pdf/"],
    "pdfjs-dist": ["src/formats/pdf/"],
    "subset-font": ["src/formats/pdf/faces/fonts.vite.ts"],
    vite: ["src/formats/pdf/faces/fonts.vite.ts"],
    "write-excel-file": ["src/formats/xlsx/"],
    idb: ["src/store/"],
    zod: [
      "src/edition/",
      "src/report/",
      "src/exchange/fonts-folder.ts",
      "src/exchange/read-style.ts",
      "src/formats/style-schema.ts",
    ],
    "node:": ["src/cli/", "src/formats/pdf/faces/node-faces.ts", "src/formats/pdf/faces/fonts.vite.ts"],
  };

  function strayLibraries(sources: readonly SourceFile[]): string[] {
    return sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ text }) => importedPath(path, text) === undefined)
        .filter(({ text }) => !rooms[libraryOf(text)]?.some((room) => path.startsWith(room)))
        .map(({ text, line }) => `${path}:${line} imports ${text}`),
    );
  }

  /** `pdfmake` of `pdfmake/build/pdfmake.min.js` and `#pdfmake`, `@scope/name`, `node:` for all of Node's own. */
  function libraryOf(specifier: string): string {
    if (specifier.startsWith("node:")) return "node:";
    return /^#?((?:@[^/]+\/)?[^/]+)/.exec(specifier)?.[1] ?? specifier;
  }

  test("in every file", () => {
    expect(strayLibraries(files)).toEqual([]);
  });

  test("and what the program runs with is a dependency, not one of development", () => {
    const needed = files
      .filter(({ path }) => !path.endsWith(".vite.ts") && !path.endsWith(".d.ts"))
      .flatMap(({ path, imports }) => imports.filter(({ text }) => importedPath(path, text) === undefined))
      .map(({ text }) => libraryOf(text))
      .filter((library) => library !== "node:");
    const { dependencies, optionalDependencies } = packageJson;
    const known = Object.keys({ ...dependencies, ...optionalDependencies });
    expect(known).toEqual(expect.arrayContaining([...new Set(needed)]));
  });

  test.for([
    ["src/check/live.ts", 'import { z } from "zod";'],
    ["src/formats/docx/write.ts", 'import pdfmake from "pdfmake/build/pdfmake.min.js";'],
    ["src/report/file/open.ts", 'import type { ReactNode } from "react";'],
    ["src/report/file/open.ts", 'import { readFile } from "node:fs/promises";'],
    ["src/app/app.tsx", 'import { isEqual } from "lodash";'],
  ] as const)("and %s with %s would be seen", ([path, text]) => {
    expect(strayLibraries(written(path, text))).toHaveLength(1);
  });
});

test("nothing below app and store knows the browser: it compiles without the DOM", async () => {
  const { ofProbe, ofRooms } = await saidWithoutDom([
    "edition",
    "report",
    "check",
    "document",
    "formats",
    "exchange",
    "cli",
  ]);
  expect(ofProbe).toHaveLength(2);
  expect(ofRooms).toEqual([]);
});

test("no file is longer than 250 lines", async () => {
  const paths = await pathsUnder(["src", "test"], [".ts", ".tsx", ".css"]);
  const lengths = await Promise.all(
    paths.map(async (path) => ({ path, lines: (await textAt(path)).trimEnd().split("\n").length })),
  );
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
});

describe("Chinese words live in templates and in the interface", () => {
  test("and nowhere else", () => {
    expect(chineseIn(files)).toEqual([]);
  });

  test.for(['const words = "已保存";', "const words = `共`;", "const label = /总计/;"])(
    "and %s would be seen",
    (text) => {
      expect(chineseIn(written("src/check/live.ts", `// 注释\n${text}`))).not.toEqual([]);
    },
  );
});

describe("rows, columns and rules are named in templates only", () => {
  test("in every file", () => {
    expect(idsIn(files)).toEqual([]);
  });

  test.for([
    'const rule = "requests.balance";',
    "const cell = `requests.received.business`;",
    'const row = "carriedOut";',
    "const value = tables.requests;",
    "const row = { carriedIn: 0 };",
  ])("and %s would be seen", (text) => {
    expect(idsIn(written("src/check/live.ts", text))).toHaveLength(1);
  });
});
