import type { PdfFile } from "./pdf-file.ts";
import { array, dictionary, name, number, type Pdf, reference, textString } from "./syntax.ts";

/** An element of the structure (14.7.2): a paragraph, a table, a cell. What is drawn for it is added as it is drawn. */
export type Tag = {
  readonly type: string;
  readonly children: readonly Tag[];
  /** By this other elements refer to it; one of a kind in the file. */
  readonly id?: string;
  /** Attributes of its kind: the spans and heads of a cell. */
  readonly attributes?: Pdf;
  /** For whom it has no content: a title. */
  readonly title?: string;
};

/** The structure of a document in the making. */
export type Structure = {
  /** Tells that what is drawn next on a page belongs to an element; gives the number of that content on the page. */
  readonly mark: (tag: Tag, page: number) => number;
  /** Tells that an annotation belongs to an element; gives its key among the structure's parents. */
  readonly hold: (tag: Tag, page: number, annotation: number) => number;
  /** Adds the structure to the file, `roots` in reading order; gives the number of its root. */
  readonly addTo: (file: PdfFile, roots: readonly Tag[], pages: readonly number[]) => number;
};

type Content =
  | { readonly page: number; readonly mark: number }
  | { readonly page: number; readonly annotation: number };

/** @param pages how many there are: each has a key of its own among the structure's parents, its index */
export function newStructure(pages: number): Structure {
  const contents = new Map<Tag, Content[]>();
  const marks: Tag[][] = Array.from({ length: pages }, () => []);
  const holders: Tag[] = [];
  const put = (tag: Tag, content: Content) => contents.set(tag, [...(contents.get(tag) ?? []), content]);
  return {
    mark: (tag, page) => {
      const onPage = marks[page] ?? [];
      put(tag, { page, mark: onPage.push(tag) - 1 });
      return onPage.length - 1;
    },
    hold: (tag, page, annotation) => {
      put(tag, { page, annotation });
      return pages + holders.push(tag) - 1;
    },
    addTo: (file, roots, pageIds) => {
      const ids = new Map<Tag, number>();
      const root = file.reserve();
      const document = { type: "Document", children: roots };
      addElement(document, root, { file, ids, contents, pageIds });
      const refTo = (tag: Tag) => reference(ids.get(tag) ?? root);
      const parents = [
        ...marks.map((tags, page) => `${page} ${array(tags.map(refTo))}`),
        ...holders.map((tag, index) => `${pages + index} ${refTo(tag)}`),
      ];
      file.add(rootOf(refTo(document), parents, pages + holders.length, namedElements(ids)), root);
      return root;
    },
  };
}

type Adding = {
  readonly file: PdfFile;
  readonly ids: Map<Tag, number>;
  readonly contents: ReadonlyMap<Tag, readonly Content[]>;
  readonly pageIds: readonly number[];
};

function addElement(tag: Tag, parent: number, adding: Adding): number {
  const { file, ids, contents, pageIds } = adding;
  const id = file.reserve();
  ids.set(tag, id);
  const own = contents.get(tag) ?? [];
  const page = own[0]?.page;
  const pageOf = (content: Content) => reference(pageIds[content.page] ?? 0);
  const kids = [
    ...own.map((content) => contentItem(content, page, pageOf(content))),
    ...tag.children.map((child) => reference(addElement(child, id, adding))),
  ];
  const value = dictionary({
    Type: "/StructElem",
    S: name(tag.type),
    P: reference(parent),
    ID: tag.id === undefined ? undefined : textString(tag.id),
    T: tag.title === undefined ? undefined : textString(tag.title),
    A: tag.attributes,
    Pg: own[0] ? pageOf(own[0]) : undefined,
    K: kids.length === 1 ? kids[0] : kids.length === 0 ? undefined : array(kids),
  });
  file.addPacked(value, id);
  return id;
}

function contentItem(content: Content, page: number | undefined, pageRef: Pdf): Pdf {
  if ("annotation" in content) {
    return dictionary({ Type: "/OBJR", Pg: pageRef, Obj: reference(content.annotation) });
  }
  if (content.page === page) return number(content.mark);
  return dictionary({ Type: "/MCR", Pg: pageRef, MCID: number(content.mark) });
}

/** The elements that others refer to, by name in the order of their bytes. */
function namedElements(ids: ReadonlyMap<Tag, number>): Pdf[] {
  return [...ids]
    .flatMap(([{ id }, object]) => (id === undefined ? [] : [{ id, object }]))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, object }) => `${textString(id)} ${reference(object)}`);
}

function rootOf(document: Pdf, parents: readonly Pdf[], nextKey: number, named: readonly Pdf[]): Pdf {
  return dictionary({
    Type: "/StructTreeRoot",
    K: document,
    ParentTree: dictionary({ Nums: array(parents) }),
    ParentTreeNextKey: number(nextKey),
    IDTree: named.length === 0 ? undefined : dictionary({ Names: array(named) }),
    // The title of a document has no type of its own before PDF 2.0.
    RoleMap: dictionary({ Title: "/P" }),
  });
}
