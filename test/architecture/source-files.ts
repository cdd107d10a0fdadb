import { readdir, readFile } from "node:fs/promises";
import { join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

/** Something written in a source file, and its line. */
export type Place = { readonly text: string; readonly line: number };

/** What the rules of the architecture look at in a source file. */
export type SourceFile = {
  /** From the project's root, with slashes: `src/check/live.ts`. */
  readonly path: string;
  readonly lines: number;
  /** Modules that are imported, exported again or loaded later; `text` is the specifier. */
  readonly imports: readonly (Place & { readonly typeOnly: boolean })[];
  /** Texts in quotes, in templates and in JSX; specifiers of imports are among them. */
  readonly texts: readonly Place[];
  /** The patterns of regular expressions. */
  readonly patterns: readonly Place[];
  /** Names of properties, read or written. */
  readonly properties: readonly Place[];
};

const project = fileURLToPath(new URL("../../", import.meta.url));

/** The paths of all files under some folders whose names end so, sorted. */
export async function pathsUnder(folders: readonly string[], ends: readonly string[]): Promise<string[]> {
  const lists = folders.map(async (folder) => {
    const entries = await readdir(join(project, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && ends.some((end) => entry.name.endsWith(end)))
      .map((entry) => relative(project, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  });
  return (await Promise.all(lists)).flat().sort();
}

/** The text of a file of the project. */
export function textAt(path: string): Promise<string> {
  return readFile(join(project, path), "utf8");
}

/** Every TypeScript file under `src`. */
export async function sourceFiles(): Promise<SourceFile[]> {
  const paths = await pathsUnder(["src"], [".ts", ".tsx"]);
  return Promise.all(paths.map(async (path) => readSource(path, await textAt(path))));
}

/** Reads the text of a TypeScript file; its syntax decides, so nothing in a comment counts. */
export function readSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: { text: string; line: number; typeOnly: boolean }[] = [];
  const texts: Place[] = [];
  const patterns: Place[] = [];
  const properties: Place[] = [];
  const lineStarts = [...text.matchAll(/\n/g)].map((match) => match.index);
  const place = (found: string, { start }: { start: number }): Place => ({
    text: found,
    line: lineStarts.filter((lineEnd) => lineEnd < start).length + 1,
  });
  for (const node of nodesIn(program)) {
    const source = sourceOf(node);
    if (source) imports.push({ ...place(source.value, source), typeOnly: isTypeOnly(node) });
    if (node.type === "Literal" && node.regex) patterns.push(place(node.regex.pattern, node));
    else if (node.type === "Literal" && typeof node.value === "string") texts.push(place(node.value, node));
    else if (node.type === "JSXText") texts.push(place(String(node.value), node));
    else if (node.type === "TemplateElement") texts.push(place(textOfTemplate(node.value), node));
    const name =
      node.type === "MemberExpression" ? node.property : node.type === "Property" ? node.key : undefined;
    if (name?.name !== undefined) properties.push(place(name.name, name));
  }
  return { path, lines: text.trimEnd().split("\n").length, imports, texts, patterns, properties };
}

/** A node of the syntax tree (ESTree), as far as it is looked at here. */
type Node = {
  readonly type: string;
  readonly start: number;
  readonly name?: string;
  readonly value?: unknown;
  readonly regex?: { readonly pattern: string };
  readonly source?: Node | null;
  readonly property?: Node;
  readonly key?: Node;
  readonly importKind?: string;
  readonly exportKind?: string;
};

/** A node and everything under it. */
function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== "object" || value === null) return;
  if ("type" in value && typeof value.type === "string") yield value as Node;
  for (const inner of Object.values(value)) yield* nodesIn(inner);
}

/** The specifier of an import, an export from elsewhere, `import()` or `import("…").Type`. */
function sourceOf({ type, source }: Node): { value: string; start: number } | undefined {
  const imports = /^(Import|Export).*(Declaration|Expression)$|^TSImportType$/.test(type);
  if (!imports || typeof source?.value !== "string") return undefined;
  return { value: source.value, start: source.start };
}

function isTypeOnly(node: Node): boolean {
  return node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type";
}

function textOfTemplate(value: unknown): string {
  return (value as { raw: string }).raw;
}

/** The file that a relative import of a file means; undefined for a library. */
export function importedPath(from: string, specifier: string): string | undefined {
  return specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier) : undefined;
}
