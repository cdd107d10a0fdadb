import { withAt } from "../fixtures/json.ts";
import { templateJson } from "../fixtures/reports.ts";
import type { Slip } from "./shape-slips.ts";

const whole = templateJson("templates/editions/2021.json");
const set = (path: string, value: unknown): unknown => withAt(whole, path, value);

export const coreSlips: readonly Slip[] = [
  [
    "a row known by a part of another row's label",
    "coreShared",
    "tables[0].blocks[1].rows[0].core[0]",
    "规范性文件",
    set("tables[0].blocks[1].rows[0].core", ["文件"]),
  ],
  [
    "two columns known by the same part",
    "coreShared",
    "tables[1].blocks[0].columns[0].children[1].children[1].core[0]",
    "商业",
    set("tables[1].blocks[0].columns[0].children[1].children[1].core", ["业企"]),
  ],
  [
    "a section known by a part of another's heading",
    "coreShared",
    "sections[6].core[0]",
    "情况",
    set("sections[6].core", ["情况"]),
  ],
];
