import type { Finding } from "../../../check/finding.ts";
import type { Edition } from "../../../edition/read.ts";
import type { SectionTemplate } from "../../../edition/schema.ts";
import type { Draft } from "../../../report/file/draft.ts";
import { useReport, useTopic } from "../report/report-context.ts";
import { problemsIn, progressOf } from "./section-progress.ts";

/** The cover is no section of the edition; the list shows it first. */
export const coverId = "cover";
/** Nor is last year's report. */
export const lastYearId = "last-year";

/** The sections with their state. */
export function SectionList({ current }: { current: string }) {
  const { state } = useReport();
  const edition = useTopic("cover", state.edition);
  const cover = useTopic("cover findings", () =>
    coverProgress(state.draft(), state.findings(), state.edition()),
  );
  const joined = useTopic("cover", () => state.draft().prior !== undefined);
  return (
    <nav className="sections" aria-label="报告各部分">
      <ul>
        <Entry id={coverId} name="封面信息" progress={cover} isCurrent={current === coverId} />
        <Entry
          id={lastYearId}
          name="上年报告"
          progress={joined ? "done 已载入" : "untouched 未载入"}
          isCurrent={current === lastYearId}
        />
        {edition.sections.map((section) => (
          <SectionEntry key={section.id} section={section} isCurrent={current === section.id} />
        ))}
      </ul>
    </nav>
  );
}

/** The cover, with the findings that belong to no section of the edition. */
function coverProgress(draft: Draft, findings: readonly Finding[], edition: Edition): string {
  const problems = problemsIn("", findings, edition).length;
  if (problems > 0) return `problems ${problems} 处问题`;
  return draft.organisation.name.trim() === "" ? "untouched 未填单位" : "done 已完成";
}

function SectionEntry({ section, isCurrent }: { section: SectionTemplate; isCurrent: boolean }) {
  const { state } = useReport();
  const contents = section.contents.map((content) =>
    content.kind === "table" ? `table:${content.table}` : `narrative:${content.slot}`,
  );
  const progress = useTopic(["cover", "findings", ...contents].join(" "), () => {
    const { kind, words } = progressOf(section, state.edition(), state.draft(), state.findings());
    return `${kind} ${words}`;
  });
  return (
    <Entry
      id={section.id}
      name={section.heading ?? section.name ?? ""}
      progress={progress}
      isCurrent={isCurrent}
    />
  );
}

/** `progress` is its kind and its words. */
function Entry({
  id,
  name,
  progress,
  isCurrent,
}: {
  id: string;
  name: string;
  progress: string;
  isCurrent: boolean;
}) {
  const { jumpTo } = useReport();
  const [kind = "", ...words] = progress.split(" ");
  return (
    <li>
      <button type="button" aria-current={isCurrent ? "true" : undefined} onClick={() => jumpTo(id)}>
        <span className="section-name">{name}</span>
        <span className={`section-progress progress-${kind}`}>{words.join(" ")}</span>
      </button>
    </li>
  );
}
