import { Extension, Mark, mergeAttributes, Node } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { Figure } from "./figure-node.ts";
import { levelOfHeading } from "./headings/heading-level.ts";

/** What the file says of a node and the editor does not know, carried through unseen. */
const Keeps = Extension.create({
  name: "keeps",
  addGlobalAttributes: () => [
    {
      types: [
        "paragraph",
        "heading",
        "bulletList",
        "orderedList",
        "listItem",
        "table",
        "tableRow",
        "tableHeader",
        "tableCell",
        "image",
        "figure",
        "hardBreak",
      ],
      attributes: { keeps: { default: null, rendered: false } },
    },
  ],
});

/** A picture: its source is part of the draft, so that nothing is asked of a network. */
const Image = Node.create({
  name: "image",
  group: "block",
  draggable: true,
  addAttributes: () => ({ src: { default: "" }, alt: { default: "" }, caption: { default: null } }),
  parseHTML: () => [{ tag: "img[src^='data:image/']" }],
  renderHTML: ({ HTMLAttributes: { src, alt, caption } }) => [
    "figure",
    ["img", { src, alt }],
    ["figcaption", {}, caption ?? ""],
  ],
});

/** A block of another program that cannot be shown; it stays in the draft as it is. */
const UnknownBlock = Node.create({
  name: "unknownBlock",
  group: "block",
  atom: true,
  addAttributes: () => ({ json: { default: null, rendered: false } }),
  renderHTML: ({ HTMLAttributes }) => [
    "div",
    mergeAttributes(HTMLAttributes, { class: "unknown-block" }),
    "这里有一段用别的程序写的内容，这里不能显示，会原样保存",
  ],
});

const UnknownInline = Node.create({
  name: "unknownInline",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ json: { default: null, rendered: false } }),
  renderHTML: () => ["span", { class: "unknown-inline" }, "▫"],
});

const UnknownMarks = Mark.create({
  name: "unknownMarks",
  addAttributes: () => ({ json: { default: null, rendered: false } }),
  renderHTML: () => ["span", 0],
});

/** Headings of pasted text have the level that their number tells, （一） 1. （1）, else that of the page. */
const NumberedHeading = Heading.extend({
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((tag) => ({
      tag: `h${tag}`,
      getAttrs: (element) => ({
        level: levelOfHeading(element.textContent ?? "") ?? Math.min(Math.max(tag, 2), 4),
      }),
    })),
}).configure({ levels: [2, 3, 4] });

/** All that a text of the report may hold. */
export const nodes = [
  Document,
  Paragraph,
  Text,
  NumberedHeading,
  BulletList,
  OrderedList,
  ListItem,
  ListKeymap,
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
  HardBreak,
  Bold,
  Italic,
  Image,
  Figure,
  UnknownBlock,
  UnknownInline,
  UnknownMarks,
  Keeps,
];
