import {
  type Draft,
  draftSchema,
  type NarrativeNode,
  type Organisation,
  type Tables,
} from "../file/draft.ts";

/**
 * Last year's report as far as it is used in this one. A whole draft is one too, so that a report can be
 * compared with another before it is kept.
 */
export type Prior = {
  readonly edition?: string | undefined;
  readonly year?: number | undefined;
  readonly organisation?: Organisation | undefined;
  readonly tables?: Tables | undefined;
  readonly narrative?: Record<string, NarrativeNode> | undefined;
  readonly signature?: Draft["signature"];
  /** Where it came from: the name of the file. */
  readonly source?: string | undefined;
};

/** What a draft keeps of last year's report: its figures and texts, not what that one kept of the year before. */
export function priorFrom(draft: Draft, source: string): Prior {
  const { edition, year, organisation, tables, narrative, signature } = draft;
  return { edition, year, organisation, tables, narrative, ...(signature ? { signature } : {}), source };
}

/** The draft with last year's report beside it; one that was there gives way. */
export function withPrior(draft: Draft, prior: Prior): Draft {
  return { ...draft, prior };
}

/** The draft without last year's report. What was carried over from it stays. */
export function withoutPrior(draft: Draft): Draft {
  const { prior: _, ...rest } = draft;
  return rest as Draft;
}

/**
 * Last year's report that a draft keeps. Parts whose form the draft file does not fix are read with care:
 * one that another program wrote otherwise counts as not there.
 */
export function priorIn(draft: Pick<Draft, "prior">): Prior | undefined {
  const { prior } = draft;
  if (!prior) return undefined;
  const { edition, year, tables, narrative } = prior;
  const { organisation, signature } = draftSchema.shape;
  return {
    edition,
    year,
    tables,
    narrative,
    organisation: organisation.safeParse(prior.organisation).data,
    signature: signature.safeParse(prior.signature).data,
    source: typeof prior.source === "string" ? prior.source : undefined,
  };
}

/** Whether a report is the one of the year before; one that states no year is taken at its word. */
export function isLastYears(prior: Pick<Prior, "year">, year: number): boolean {
  return prior.year === undefined || prior.year === year - 1;
}

/**
 * The tables to which rules with a term of last year refer. A report of another year has none: its 结转 is
 * not ours, and each column would be called wrong.
 */
export function lastYearsTables(draft: Pick<Draft, "prior" | "year">): Tables | undefined {
  const { prior } = draft;
  return prior && isLastYears(prior, draft.year) ? prior.tables : undefined;
}

/** Whether two names are of two organisations: spaces and widths are notation, a blank is no name. */
export function isOtherName(a: string, b: string): boolean {
  const [plainA, plainB] = [a, b].map((name) => name.normalize("NFKC").replace(/\s/g, ""));
  return plainA !== "" && plainB !== "" && plainA !== plainB;
}
