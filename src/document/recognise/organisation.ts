import words from "../../../templates/recognition.json" with { type: "json" };
import type { Organisation } from "../../report/file/draft.ts";

/** The office of a name, with the kind and level that its name tells: 某某镇人民政府 is a town's. */
export function organisationCalled(name: string): Organisation {
  const endings = words.kinds.flatMap(({ ends, kind, level }) => ends.map((end) => ({ end, kind, level })));
  const [fit] = endings.filter(({ end }) => name.endsWith(end)).sort((a, b) => b.end.length - a.end.length);
  const level = fit?.level ?? words.levels.find(({ has }) => has.some((word) => name.includes(word)))?.level;
  return {
    name,
    kind: (fit?.kind ?? "department") as Organisation["kind"],
    level: (level ?? "county") as Organisation["level"],
  };
}
