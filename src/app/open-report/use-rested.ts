import { useEffect } from "react";
import { createRest } from "../../store/rest.ts";
import type { Topic } from "../report-state/report-state.ts";
import { useReport } from "./open-report.ts";

/** Does something soon, and again each time the topics have rested for `wait` milliseconds. `action` must be stable. */
export function useRested(action: () => void, wait: number, ...topics: readonly Topic[]): void {
  const { state } = useReport();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the topics are the dependencies.
  useEffect(() => {
    const { stir, stop } = createRest(wait, action);
    stir();
    const leave = topics.map((topic) => state.subscribe(topic, stir));
    return () => {
      stop();
      for (const unsubscribe of leave) unsubscribe();
    };
  }, [state, wait, action, ...topics]);
}
