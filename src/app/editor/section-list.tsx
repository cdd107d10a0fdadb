import { useReport, useTopic } from "./report-context.ts";
import { progressOf } from "./section-progress.ts";

/** The cover is no section of the edition; the list shows it first. */
export const coverId = "cover";
/** Nor is last year's report. */
export const lastYearId = "last-year";

/** The sections with their state. */
export function SectionList({ current }: { current: string }) {
  const { state, jumpTo } = useReport();
  const edition = useTopic("draft", state.edition);
  const draft = useTopic("draft", state.draft);
  const findings = useTopic("findings", state.findings);
  const named = draft.organisation.name.trim() !== "";
  const entries = [
    {
      id: coverId,
      name: "封面信息",
      progress: named ? { kind: "done", words: "已完成" } : { kind: "untouched", words: "未填单位" },
    },
    {
      id: lastYearId,
      name: "上年报告",
      progress: draft.prior ? { kind: "done", words: "已载入" } : { kind: "untouched", words: "未载入" },
    },
    ...edition.sections.map((section) => ({
      id: section.id,
      name: section.heading ?? section.name ?? "",
      progress: progressOf(section, edition, draft, findings),
    })),
  ];
  return (
    <nav className="sections" aria-label="报告各部分">
      <ul>
        {entries.map(({ id, name, progress }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === current ? "true" : undefined}
              onClick={() => jumpTo(id)}
            >
              <span className="section-name">{name}</span>
              <span className={`section-progress progress-${progress.kind}`}>{progress.words}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
