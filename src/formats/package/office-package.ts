import { readingBudget } from "../reading-budget.ts";
import type { XmlElement } from "./xml-tree.ts";
import { elementsIn, xmlTree } from "./xml-tree.ts";
import { openZip, type Zip } from "./zip.ts";

/** An office file (ISO/IEC 29500-2): parts of XML that point to each other. */
export type OfficePackage = {
  readonly names: readonly string[];
  readonly bytes: Zip["part"];
  readonly asItIs: Zip["asItIs"];
  readonly text: (name: string) => string | undefined;
  readonly tree: (name: string) => XmlElement | undefined;
  /** Where the relationships of a part point to, by their ids. What lies outside the file is not among them. */
  readonly targets: (name: string) => ReadonlyMap<string, string>;
};

/** @throws FileFault see `openZip` */
export function openPackage(bytes: Uint8Array): OfficePackage {
  const budget = readingBudget();
  const { names, part, asItIs } = openZip(bytes, budget);
  const text = (name: string): string | undefined => {
    const found = part(name);
    return found && new TextDecoder().decode(found);
  };
  const tree = (name: string): XmlElement | undefined => {
    const xml = text(name);
    return xml === undefined ? undefined : xmlTree(xml, budget);
  };
  return {
    names,
    bytes: part,
    asItIs,
    text,
    tree,
    targets: (name) => {
      const relationships = tree(name.replace(/([^/]*)$/, "_rels/$1.rels"));
      const folder = name.replace(/[^/]*$/, "");
      return new Map(
        (relationships ? elementsIn(relationships) : [])
          .filter(({ attributes }) => attributes.TargetMode !== "External")
          .map(({ attributes: { Id = "", Target = "" } }) => [Id, resolved(folder, Target)]),
      );
    },
  };
}

/** `word/` and `../media/a.png` give `media/a.png`; a target with a slash first counts from the root. */
function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith("/") ? target : `${folder}${target}`).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
