import type { SectionTemplate } from "../../../edition/schema.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";
import type { Topic } from "../../report-state/report-state.ts";
import { type Part, partsOf, stateOfPart } from "../part-state.ts";

type Props = { current: string; onOpen: (part: string) => void };

/** The parts of the report with their state. */
export function SectionList({ current, onOpen }: Props) {
  const { state } = useReport();
  const edition = useValue(state.edition, "cover");
  return (
    <nav className="sections" aria-label="报告各部分">
      <ul>
        {partsOf(edition).map((part) => (
          <Entry
            key={`${edition.id} ${part.id}`}
            part={part}
            section={edition.sections.find(({ id }) => id === part.id)}
            isCurrent={current === part.id}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </nav>
  );
}

type EntryProps = {
  part: Part;
  section: SectionTemplate | undefined;
  isCurrent: boolean;
  onOpen: Props["onOpen"];
};

function Entry({ part, section, isCurrent, onOpen }: EntryProps) {
  const { state } = useReport();
  const contents = (section?.contents ?? []).map(
    (content): Topic => (content.kind === "table" ? `table:${content.table}` : `text:${content.slot}`),
  );
  const now = (): string => {
    const { kind, words } = stateOfPart(part.id, state.edition(), state.draft(), state.causes());
    return `${kind} ${words}`;
  };
  const [kind = "", ...words] = useValue(now, "cover", "findings", ...contents).split(" ");
  return (
    <li>
      <button type="button" aria-current={isCurrent ? "true" : undefined} onClick={() => onOpen(part.id)}>
        <span className="section-name">{part.name}</span>
        <span className={`section-progress progress-${kind}`}>{words.join(" ")}</span>
      </button>
    </li>
  );
}
