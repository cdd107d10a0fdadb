import { type IContext, type IXmlableObject, XmlComponent } from "docx";
import type { ChartRun } from "docx/charts";

/** What docx's charts have no options for. */
export type Retouch = {
  readonly language: string;
  /** For each series the pattern of its fill; `undefined` leaves it plain. */
  readonly patterns: readonly (string | undefined)[];
};

/** Changes a chart as it is written. Its part joins the package only while the run is written, so not before. */
export function retouch(run: ChartRun, touch: Retouch): void {
  const write = run.prepForXml.bind(run);
  run.prepForXml = (context: IContext) => {
    const xml = write(context);
    const content = context.file.PackageParts.Array.at(-1)?.part.options.content;
    if (content instanceof XmlComponent) {
      const writePart = content.prepForXml.bind(content);
      content.prepForXml = (partContext: IContext) => {
        const part = writePart(partContext);
        if (part) retouchElement(part, touch);
        return part;
      };
    }
    return xml;
  };
}

/** An element as docx formats it: one key, its name, over its children and `_attr`. */
function retouchElement(element: IXmlableObject, touch: Retouch): void {
  for (const [name, content] of Object.entries(element)) {
    if (name === "a:defRPr" || name === "a:rPr") giveChineseFace(childrenOf(content));
    if (name === "c:lang") setAttribute(content, "val", touch.language);
    if (name === "a:rPr" || name === "a:endParaRPr") setAttribute(content, "lang", touch.language);
    if (name === "c:ser") fillWithPattern(childrenOf(content), touch.patterns);
    for (const child of childrenOf(content)) retouchElement(child, touch);
  }
}

/** docx leaves the face of Chinese text to the theme, which has none: it is the face of Western text. */
function giveChineseFace(properties: readonly IXmlableObject[]): void {
  const face = properties.flatMap((child) => attributesOf(child["a:latin"]))[0]?.typeface;
  if (typeof face !== "string") return;
  for (const child of properties) setAttribute(child["a:ea"], "typeface", face);
}

/** A pattern in the colour of the series instead of the plain fill. */
function fillWithPattern(series: readonly IXmlableObject[], patterns: Retouch["patterns"]): void {
  const number = series.flatMap((child) => attributesOf(child["c:idx"]))[0]?.val;
  const pattern = patterns[Number(number)];
  const properties = series.find((child) => "c:spPr" in child);
  if (!pattern || !properties) return;
  const shape = childrenOf(properties["c:spPr"]);
  const fill = shape.find((child) => "a:solidFill" in child);
  const outline = shape.find((child) => "a:ln" in child);
  if (!fill || !outline) return;
  const colour = fill["a:solidFill"];
  delete (fill as Record<string, unknown>)["a:solidFill"];
  const white = [{ "a:srgbClr": { _attr: { val: "FFFFFF" } } }];
  Object.assign(fill, {
    "a:pattFill": [{ _attr: { prst: pattern } }, { "a:fgClr": colour }, { "a:bgClr": white }],
  });
  // Without an outline a pale pattern has no edge.
  Object.assign(outline, { "a:ln": [{ _attr: { w: 9525 } }, { "a:solidFill": colour }] });
}

function childrenOf(content: unknown): IXmlableObject[] {
  const children = Array.isArray(content) ? content : [content];
  return children.filter((child): child is IXmlableObject => typeof child === "object" && child !== null);
}

function attributesOf(content: unknown): Record<string, unknown>[] {
  return childrenOf(content)
    .map((child) => child._attr)
    .filter((attributes): attributes is Record<string, unknown> => typeof attributes === "object");
}

function setAttribute(content: unknown, name: string, value: string): void {
  for (const attributes of attributesOf(content)) if (name in attributes) attributes[name] = value;
}
