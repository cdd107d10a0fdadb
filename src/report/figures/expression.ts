/**
 * What a living figure says of the tables. Cells are ids (`table.row.column`), computed ones among them;
 * several are added up. `growth`, `difference` and `prior` speak of last year's report.
 */
export type FigureExpression = {
  readonly as: FigureKind;
  readonly cells: readonly string[];
  /** For a share, the whole of which the cells are a part. */
  readonly of?: readonly string[];
  /** How many decimals are printed; without it a figure is printed as it is, a percentage with one. */
  readonly decimals?: number;
};

export const figureKinds = ["value", "share", "growth", "difference", "prior"] as const;
export type FigureKind = (typeof figureKinds)[number];

const mostDecimals = 6;

/** Reads the attributes of a figure in a file; undefined where they state no figure that can be computed. */
export function figureExpression(
  attrs: Readonly<Record<string, unknown>> | undefined,
): FigureExpression | undefined {
  const { as, cells, of, decimals } = attrs ?? {};
  const kind = figureKinds.find((known) => known === as);
  if (kind === undefined || !isListOfIds(cells)) return undefined;
  if (kind === "share" && !isListOfIds(of)) return undefined;
  return {
    as: kind,
    cells,
    ...(kind === "share" && isListOfIds(of) ? { of } : {}),
    ...(isDecimals(decimals) ? { decimals } : {}),
  };
}

function isListOfIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((id) => typeof id === "string" && id !== "");
}

function isDecimals(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= mostDecimals;
}

/**
 * The name of a figure, by which a document refers to it: a plain value of one cell is called by its cell,
 * everything else as `share(a+b/c;1)`.
 */
export function nameOfFigure({ as, cells, of, decimals }: FigureExpression): string {
  const [only] = cells;
  if (as === "value" && cells.length === 1 && only !== undefined && decimals === undefined) return only;
  const whole = of === undefined ? "" : `/${of.join("+")}`;
  return `${as}(${cells.join("+")}${whole}${decimals === undefined ? "" : `;${decimals}`})`;
}

/** The figure that `nameOfFigure` called so; undefined for any other text. */
export function figureNamed(name: string): FigureExpression | undefined {
  const match = /^([a-z]+)\(([^/;()]+)(?:\/([^/;()]+))?(?:;(\d+))?\)$/.exec(name);
  if (!match) return /^[^()+/;\s]+$/.test(name) ? { as: "value", cells: [name] } : undefined;
  const [, as, cells = "", of, decimals] = match;
  return figureExpression({
    as,
    cells: cells.split("+"),
    ...(of === undefined ? {} : { of: of.split("+") }),
    ...(decimals === undefined ? {} : { decimals: Number(decimals) }),
  });
}
