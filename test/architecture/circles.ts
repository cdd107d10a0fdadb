import { importedPath, type SourceFile } from "./source-files.ts";

/**
 * The circles among what stands side by side in a folder: files, and folders with all that is in them taken as
 * one. Without any there is no circle of files either, and no folder inside a room looks back at one that looks at
 * it. Imports of types count.
 *
 * @returns for each circle a line: the folder, then the members of the circle
 */
export function circlesIn(sources: readonly SourceFile[]): string[] {
  const imports = sources.flatMap(({ path, imports: found }) =>
    found.flatMap(({ text }) => {
      const target = importedPath(path, text)?.replace(/\?.*$/, "");
      return target === undefined ? [] : [{ from: path, to: target }];
    }),
  );
  const folders = new Set(sources.flatMap(({ path }) => foldersOf(path)));
  return [...folders]
    .sort()
    .flatMap((folder) => circlesAmong(arrowsIn(folder, imports)).map((circle) => `${folder}: ${circle}`));
}

type Arrow = { readonly from: string; readonly to: string };

/** `src`, `src/check`, `src/check/rules` */
function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** The imports between different members of a folder, by the members' names. */
function arrowsIn(folder: string, imports: readonly Arrow[]): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    if (!from.startsWith(`${folder}/`) || !to.startsWith(`${folder}/`)) continue;
    const [here = "", there = ""] = [from, to].map((path) => path.slice(folder.length + 1).split("/")[0]);
    if (here !== there) arrows.set(here, (arrows.get(here) ?? new Set()).add(there));
  }
  return arrows;
}

/** Members that reach each other stand in one circle. */
function circlesAmong(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const reach = new Map([...arrows.keys()].map((name) => [name, reachedFrom(name, arrows)]));
  const circles = [...arrows.keys()].flatMap((name) => {
    const circle = [...arrows.keys()].filter(
      (other) => reach.get(name)?.has(other) && reach.get(other)?.has(name),
    );
    return circle.length > 0 ? [circle.sort().join(" ↔ ")] : [];
  });
  return [...new Set(circles)];
}

function reachedFrom(start: string, arrows: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const seen = new Set<string>();
  const next = [start];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    for (const target of arrows.get(name) ?? []) {
      if (!seen.has(target)) next.push(target);
      seen.add(target);
    }
  }
  return seen;
}
