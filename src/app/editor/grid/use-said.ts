import { useCallback, useEffect, useState } from "react";
import { useReport } from "../../open-report/open-report.ts";

/** What was done to a table, in words; they go away with the next edit, of which they say nothing. */
export function useSaid(): { readonly said: string; readonly say: (words: string) => void } {
  const { state } = useReport();
  const [said, setSaid] = useState("");
  const say = useCallback((words: string) => setSaid(words), []);
  useEffect(() => {
    if (said === "") return;
    return state.subscribe("draft", () => setSaid(""));
  }, [state, said]);
  return { said, say };
}
