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
