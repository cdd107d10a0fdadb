import { type Editions, noticeOf } from "../../../edition/builtin.ts";
import type { Mark } from "../../../edition/narrative/marks.ts";
import type { Edition } from "../../../edition/read.ts";
import { fill } from "../../../edition/wording.ts";

/** An edition whose notice has a number, the parts of that number, and the report years it is in force for. */
type Prescribed = {
  readonly notice: string;
  readonly number: { readonly issuer: string; readonly year: string; readonly number: string };
  readonly from: number;
  readonly to: number | undefined;
};

/** 国办公开办函〔2021〕30号: who issued it, in which year, and its number. */
const numbered = /^(?<issuer>\p{L}+)〔(?<year>\d{4})〕(?<number>\d+)\p{L}$/u;

/**
 * The marks as they are looked for: those about the numbers of the notices are made for the editions there are, so
 * that a number is declared nowhere but in the edition.
 */
export function marksFor(marks: readonly Mark[], editions: Editions): Mark[] {
  const all = prescribed([...editions.values()]);
  return marks.flatMap((mark) => madeFor(mark, all));
}

function madeFor(mark: Mark, all: readonly Prescribed[]): Mark[] {
  switch (mark.notices) {
    case undefined:
      return [mark];
    case "former":
      return pairs(all, (edition, cited) => cited.from < edition.from).map((pair) => made(mark, pair));
    case "later":
      return pairs(all, (edition, cited) => cited.from > edition.from).map((pair) => made(mark, pair));
    case "each": {
      const finds = all.flatMap((one) => made(mark, [one, one]).finds);
      return [{ ...mark, finds: [...new Map(finds.map((find) => [JSON.stringify(find), find])).values()] }];
    }
  }
}

/** An edition is in force until the next one begins, also where nobody ended its years. */
function prescribed(editions: readonly Edition[]): Prescribed[] {
  return editions.flatMap((edition) => {
    const notice = noticeOf(edition);
    const parts = numbered.exec(notice)?.groups;
    if (!parts) return [];
    const { issuer = "", year = "", number = "" } = parts;
    const { from, to = Number.POSITIVE_INFINITY } = edition.years;
    const next = editions.map(({ years }) => years.from - 1).filter((last) => last >= from);
    const last = Math.min(to, ...next);
    return [{ notice, number: { issuer, year, number }, from, to: Number.isFinite(last) ? last : undefined }];
  });
}

type Pair = readonly [edition: Prescribed, cited: Prescribed];

function pairs(all: readonly Prescribed[], isMeant: (...pair: Pair) => boolean): Pair[] {
  return all.flatMap((edition) =>
    all.flatMap((cited): Pair[] => (isMeant(edition, cited) ? [[edition, cited]] : [])),
  );
}

/** The mark for an edition and the notice that is cited in its stead. */
function made(mark: Mark, [{ notice, from, to }, cited]: Pair): Mark {
  const values = { ...cited.number, notice };
  const years = { notice, from, to: to ?? "", citedFrom: cited.from, citedTo: cited.to ?? "" };
  return {
    ...mark,
    headline: fill(mark.headline, years),
    message: fill(mark.message, years),
    years: mark.notices === "each" ? mark.years : { from, to },
    finds: mark.finds.map((find) =>
      typeof find === "string"
        ? fill(find, values)
        : { find: fill(find.find, values), instead: fill(find.instead, values) },
    ),
  };
}
