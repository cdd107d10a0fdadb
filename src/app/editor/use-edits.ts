import { useCallback, useState } from "react";
import type { EditNotice } from "../../exchange/edit-notice.ts";
import { forgetNotice, noticeOf, rememberNotice } from "../open/edit-notices.ts";
import { heading } from "./go-to.ts";

/** What was changed by hand in the file the draft came from, until it is dismissed. `idOf` is asked once. */
export function useEdits(idOf: () => string) {
  const [id] = useState(idOf);
  const [edits, setEdits] = useState(() => noticeOf(id));
  const tellEdits = useCallback(
    (found: EditNotice): void => {
      setEdits(found);
      rememberNotice(id, found);
    },
    [id],
  );
  const dismissEdits = (): void => {
    setEdits(undefined);
    forgetNotice(id);
    // The button goes with the notice; whoever works by keyboard goes on in the form.
    heading()?.focus();
  };
  return { edits, tellEdits, dismissEdits };
}
