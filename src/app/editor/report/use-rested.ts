import { useEffect } from "react";
import { createRest } from "../../../store/rest.ts";
import { useReport } from "./report-context.ts";

/**
 * Does something soon, and again each time the topics (several with a space between) have rested for `wait`
 * milliseconds. `action` must be stable.
 */
export function useRested(topics: string, wait: number, action: () => void): void {
  const { state } = useReport();
  useEffect(() => {
    const { stir, stop } = createRest(wait, action);
    stir();
    const leave = topics.split(" ").map((topic) => state.subscribe(topic, stir));
    return () => {
      stop();
      for (const unsubscribe of leave) unsubscribe();
    };
  }, [state, topics, wait, action]);
}
