import type { EditNotice } from "../../exchange/hand-edits/edit-notice.ts";
import { besideDraft } from "../keeping/beside-draft.ts";

/** What was changed by hand in the files from which drafts were opened, until it is dismissed. */
export const editNotices = besideDraft<EditNotice>(
  "edit-notice",
  ({ headline, changes, edits = [] }) =>
    typeof headline === "string" && Array.isArray(changes) && Array.isArray(edits),
);
