import { useCallback, useState } from "react";
import type { EditNotice } from "../../exchange/hand-edits/edit-notice.ts";
import { editNotices } from "../open/edit-notices.ts";
import { heading } from "./go-to.ts";

/** What was changed by hand in the file the draft came from, until it is dismissed. `idOf` is asked once. */
export function useEdits(idOf: () => string) {
  const [id] = useState(idOf);
  const [edits, setEdits] = useState(() => editNotices.of(id));
  const tellEdits = useCallback(
    (found: EditNotice): void => {
      setEdits(found);
      editNotices.keep(id, found);
    },
    [id],
  );
  const dismissEdits = (): void => {
    setEdits(undefined);
    editNotices.forget(id);
    // The button goes with the notice; whoever works by keyboard goes on in the form.
    heading()?.focus();
  };
  return { edits, tellEdits, dismissEdits };
}
