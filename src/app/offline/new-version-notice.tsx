import { useState, useSyncExternalStore } from "react";
import { saveOpenNow } from "../keeping/open-now.ts";
import { newerVersion, onNewerVersion } from "./keep-offline.ts";
import "./new-version-notice.css";

/**
 * Says quietly, in a corner, that a newer version is there. It takes no focus and moves nothing; the page is loaded
 * anew only when the clerk says so, and only after the draft is saved.
 */
export function NewVersionNotice() {
  const newer = useSyncExternalStore(onNewerVersion, newerVersion);
  const [putOff, setPutOff] = useState<string>();
  const [isUnsaved, setUnsaved] = useState(false);
  const change = async (): Promise<void> => {
    setUnsaved(false);
    if (await saveOpenNow()) window.location.reload();
    else setUnsaved(true);
  };
  return (
    <div role="status">
      {newer !== undefined && newer !== putOff && (
        <div className="new-version">
          <p>有新版本。可以接着填，什么时候换都行；换之前先保存草稿。</p>
          {isUnsaved && (
            <p className="new-version-unsaved">草稿还没有存上，所以没有换。先存成文件，再刷新页面。</p>
          )}
          <button type="button" className="button button-primary" onClick={() => void change()}>
            保存并换成新版本
          </button>
          <button type="button" className="button" onClick={() => setPutOff(newer)}>
            以后再说
          </button>
        </div>
      )}
    </div>
  );
}
