import type { Organisation } from "../report/file/draft.ts";

/** What the interface calls the kinds of reporting bodies. */
export const kindNames: Readonly<Record<Organisation["kind"], string>> = {
  department: "政府部门",
  government: "一级政府（汇总本行政区域）",
  town: "乡镇、街道",
  office: "政府办公室（本机关）",
};

export const levelNames: Readonly<Record<Organisation["level"], string>> = {
  province: "省级",
  city: "市级（设区的市）",
  county: "县级",
  town: "乡镇级",
};

export type KindAndLevel = Pick<Organisation, "kind" | "level">;

const levelBySign: Readonly<Record<string, Organisation["level"]>> = {
  省: "province",
  自治区: "province",
  市: "city",
  自治州: "city",
  地区: "city",
  盟: "city",
  县: "county",
  区: "county",
  旗: "county",
  镇: "town",
  乡: "town",
  街道: "town",
};

/** The word of a place that names its level; the last one in a name counts: 济南市历下区人民政府 is a district's. */
const levelSign = /自治区|自治州|地区|街道|省|市|盟|县|区|旗|镇|乡/g;

/**
 * What a name says of kind and level: 某某镇人民政府 is a town's. A suggestion; undefined where the name says
 * nothing. Districts and cities without counties are called 县级, because most are.
 */
export function suggestedBy(name: string): KindAndLevel | undefined {
  const plain = name.trim();
  const sign = plain.match(levelSign)?.at(-1);
  const level = sign === undefined ? undefined : levelBySign[sign];
  if (/街道办事处$|[镇乡](人民政府)?$/.test(plain)) return { kind: "town", level: "town" };
  if (level === undefined) return undefined;
  if (/人民政府办公[室厅]$/.test(plain)) return { kind: "office", level };
  if (/人民政府$/.test(plain)) return { kind: "government", level };
  if (/(局|委|委员会|厅|办公室|中心|馆|队|会)$/.test(plain)) return { kind: "department", level };
  return undefined;
}
