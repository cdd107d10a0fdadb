import type { ConfirmedFinding } from "../../../check/confirmations.ts";
import { titleOf } from "../../../document/compose.ts";
import type { Edition } from "../../../edition/read.ts";
import { escapeXml } from "../../../formats/escape-xml.ts";
import type { Draft } from "../../../report/file/draft.ts";
import { printHtml } from "../../export/outputs/print-html.ts";

/** Prints what was confirmed and why, as an annex for the reviewer; it is no part of the report. */
export function printConfirmations(
  edition: Edition,
  draft: Draft,
  confirmed: readonly ConfirmedFinding[],
): void {
  const rows = confirmed.map(
    ({ headline, message, confirmation }, index) =>
      `<tr><td>${index + 1}</td><td>${escapeXml(headline)}<br>${escapeXml(message)}</td><td>${escapeXml(confirmation.reason)}</td><td>${escapeXml(confirmation.date)}</td></tr>`,
  );
  printHtml(
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>确认说明</title><style>body{font:12pt serif}h1{font-size:16pt}table{border-collapse:collapse;width:100%}th,td{border:1px solid #000;padding:4pt;text-align:left;vertical-align:top}</style></head><body><h1>确认说明</h1><p>${escapeXml(titleOf(edition, draft))}</p><table><thead><tr><th>序号</th><th>提醒</th><th>理由</th><th>日期</th></tr></thead><tbody>${rows.join("")}</tbody></table></body></html>`,
  );
}
