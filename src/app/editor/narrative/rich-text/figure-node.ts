import { mergeAttributes, Node } from "@tiptap/core";

/** What a living figure shows now, by its attributes; `isOpen` where it cannot be computed. */
export type ShownFigure = { readonly text: string; readonly isOpen: boolean };

export type FigureOptions = {
  readonly show: (attrs: Readonly<Record<string, unknown>>) => ShownFigure;
  /** Calls back when figures may have changed; gives what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
};

/**
 * A figure that comes from the tables. It is an atom without text of its own to edit: input methods break in
 * editable nodes inside a line (ueberdosis/tiptap#7135).
 */
export const Figure = Node.create<FigureOptions>({
  name: "figure",
  group: "inline",
  inline: true,
  atom: true,
  marks: "_",
  addOptions: () => ({
    show: (attrs) => ({ text: String(attrs.shown ?? ""), isOpen: false }),
    subscribe: () => () => undefined,
  }),
  addAttributes: () => ({
    as: { default: "value", rendered: false },
    cells: { default: [], rendered: false },
    of: { default: null, rendered: false },
    decimals: { default: null, rendered: false },
    shown: { default: "", rendered: false },
  }),
  parseHTML: () => [
    {
      tag: "span[data-figure]",
      getAttrs: (element) => {
        try {
          return JSON.parse(element.getAttribute("data-figure") ?? "") as Record<string, unknown>;
        } catch {
          return false;
        }
      },
    },
  ],
  renderHTML({ node, HTMLAttributes }) {
    const { text } = this.options.show(node.attrs);
    const { keeps: _, ...attrs } = node.attrs;
    return [
      "span",
      mergeAttributes(HTMLAttributes, { class: "living", "data-figure": JSON.stringify(attrs) }),
      text,
    ];
  },
  renderText({ node }) {
    return this.options.show(node.attrs).text;
  },
  addNodeView() {
    const { show, subscribe } = this.options;
    return ({ node }) => {
      const dom = document.createElement("span");
      let { attrs } = node;
      const draw = (): void => {
        const { text, isOpen } = show(attrs);
        if (dom.textContent !== text) dom.textContent = text;
        dom.className = isOpen ? "living living-open" : "living";
      };
      draw();
      const stop = subscribe(draw);
      return {
        dom,
        update: (next) => {
          if (next.type.name !== "figure") return false;
          attrs = next.attrs;
          draw();
          return true;
        },
        ignoreMutation: () => true,
        destroy: stop,
      };
    };
  },
});
