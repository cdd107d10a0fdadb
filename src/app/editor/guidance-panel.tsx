import { useEffect, useRef } from "react";
import { isFor } from "../../check/asked-contents.ts";
import { useReport, useValue } from "../open-report/open-report.ts";
import { AskedContents } from "./narrative/asked-contents.tsx";

/** What to write or count in the section, and in the row where the focus is. */
export function GuidancePanel({ section }: { section: string }) {
  const { state } = useReport();
  const edition = useValue(state.edition, "cover");
  const focused = useValue(state.focused, "focus");
  const template = edition.sections.find((candidate) => candidate.id === section);
  const tables = (template?.contents ?? []).flatMap((content) =>
    content.kind === "table" ? [content.table] : [],
  );
  const rows = [...edition.cells.values()].filter(
    (cell) => tables.includes(cell.table) && cell.help !== undefined,
  );
  const helpByRow = new Map(rows.map((cell) => [cell.row, cell]));
  const texts = (template?.contents ?? []).filter((content) => content.kind === "narrative");
  const { kind } = useValue(state.draft, "cover").organisation;
  const guidance = texts.flatMap((content) =>
    content.guidance.flatMap((line) =>
      typeof line === "string" ? line : isFor(line, kind) ? line.text : [],
    ),
  );
  const panel = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row scrolls into view when the focus moves.
  useEffect(() => {
    panel.current?.querySelector(".guidance-current")?.scrollIntoView({ block: "nearest" });
  }, [focused]);
  return (
    <div className="guidance" ref={panel}>
      {guidance.length > 0 && (
        <ul>
          {guidance.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {texts.map((content) => (
        <AskedContents key={content.slot} content={content} />
      ))}
      {helpByRow.size > 0 && (
        <dl>
          {[...helpByRow.values()].map((cell) => (
            <div
              key={cell.row}
              className={
                focused?.table === cell.table && focused.row === cell.row ? "guidance-current" : undefined
              }
            >
              <dt>{cell.rowPath.slice(-2).join("　")}</dt>
              <dd>{cell.help}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="finding-source">依据：{edition.source}</p>
    </div>
  );
}
