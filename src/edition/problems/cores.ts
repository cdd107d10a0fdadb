import { fold, foldLabel } from "../labels/fold.ts";
import type { Checking } from "./checking.ts";
import type { Path } from "./problem.ts";
import { type Stopgaps, stopgapsAt } from "./stopgaps.ts";

/** A row, a column, a group of them or a section, with the parts of its name by which it is known. */
type Named = {
  readonly label: string;
  readonly core: readonly string[];
  readonly also: readonly string[];
  readonly path: Path;
};

type Node = {
  readonly label: string;
  readonly core?: readonly string[];
  readonly also?: readonly string[];
  readonly children?: readonly Node[];
};

/**
 * A core tells its label from every other of its table, and its section from every other: one that stands in
 * another name would have a published row read as the wrong one. Labels that are alike (本年处理决定数量 in two
 * blocks) may share theirs.
 */
export function checkCores({ template, stopgaps, report }: Checking): void {
  const sections = template.sections.flatMap(({ heading, core = [], also = [] }, index): Named[] =>
    heading === undefined ? [] : [{ label: heading, core, also, path: ["sections", index] }],
  );
  const tables = template.tables.map((table, t) =>
    table.blocks.flatMap((block, b) => [
      ...namedIn(block.rows as readonly Node[], ["tables", t, "blocks", b, "rows"]),
      ...namedIn(block.columns as readonly Node[], ["tables", t, "blocks", b, "columns"]),
    ]),
  );
  for (const names of [sections, ...tables]) {
    for (const { path, core, label } of ambiguous(names.filter((name) => isSure(name, stopgaps))))
      report("coreShared", path, { core, label });
  }
}

function namedIn(nodes: readonly Node[], path: Path): Named[] {
  return nodes.flatMap(({ label, core = [], also = [], children = [] }, index) => [
    { label, core, also, path: [...path, index] },
    ...namedIn(children, [...path, index, "children"]),
  ]);
}

/** Nothing is said of what was put where a name could not be read. */
function isSure({ path }: Named, stopgaps: Stopgaps): boolean {
  return ["label", "heading", "core", "also"].every(
    (key) => stopgapsAt(stopgaps, [...path, key]).length === 0,
  );
}

type Ambiguity = { readonly path: Path; readonly core: string; readonly label: string };

/** Cores that stand in the whole of another name; of two cores, one in the other, the later. */
function ambiguous(names: readonly Named[]): Ambiguity[] {
  const cores = names.flatMap((name) =>
    name.core.map((core, index) => ({
      name,
      core,
      text: fold(core).text,
      path: [...name.path, "core", index],
    })),
  );
  const inNames = cores.flatMap((one) => {
    const other = names.find(
      ({ label, also }) =>
        foldLabel(label) !== foldLabel(one.name.label) &&
        [label, ...also].some((whole) => foldLabel(whole).includes(one.text)),
    );
    return other ? [{ ...one, label: other.label }] : [];
  });
  const left = cores.filter((core) => !inNames.some((own) => own.path === core.path));
  const inCores = left.flatMap((one, at) => {
    const other = left
      .slice(0, at)
      .find(
        ({ name, text }) =>
          foldLabel(name.label) !== foldLabel(one.name.label) &&
          (text.includes(one.text) || one.text.includes(text)),
      );
    return other ? [{ ...one, label: other.name.label }] : [];
  });
  return [...inNames, ...inCores];
}
