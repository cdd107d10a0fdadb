import type { Notice } from "./use-file-opening.ts";

/** What came of opening a file, or that it is being read, with a way to end that. */
export function FileNotice({ notice, className }: { notice: Notice | undefined; className: string }) {
  if (!notice) return null;
  const look = notice.kind === "failure" ? `${className} notice-failure` : className;
  return (
    <p className={look} role={notice.kind === "working" ? "status" : "alert"}>
      {notice.text}
      {notice.cancel && (
        <button type="button" className="link" onClick={notice.cancel}>
          取消
        </button>
      )}
    </p>
  );
}
