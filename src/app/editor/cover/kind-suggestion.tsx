import { useReport, useValue } from "../../open-report/open-report.ts";
import { kindNames, levelNames, suggestedBy } from "../../organisation-names.ts";

/** What the name says of kind and level, where the cover says something else. */
export function KindSuggestion() {
  const { state, goTo } = useReport();
  const organisation = useValue(() => state.draft().organisation, "cover");
  const suggested = suggestedBy(organisation.name);
  if (!suggested || (suggested.kind === organisation.kind && suggested.level === organisation.level))
    return null;
  const take = (): void => {
    // As it stands now: what is drawn follows what is typed a moment later.
    const now = state.draft().organisation;
    state.setCover({ organisation: { ...now, ...suggestedBy(now.name) } }, "kind");
    goTo({ cover: "kind" });
  };
  return (
    <p className="field-help">
      按名称看是“{kindNames[suggested.kind]}”“{levelNames[suggested.level]}”。
      <button type="button" className="link" onClick={take}>
        照名称改
      </button>
    </p>
  );
}
