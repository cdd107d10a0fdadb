import type { Notice } from "./use-file-opening.ts";

type Props = {
  readonly notice: Notice | undefined;
  readonly className: string;
  readonly onDismiss: () => void;
};

/** What came of opening a file, until it is put away, or that it is being read, with a way to end that. */
export function FileNotice({ notice, className, onDismiss }: Props) {
  if (!notice) return null;
  const look = notice.kind === "failure" ? `${className} notice-failure` : className;
  return (
    <p className={look} role={notice.kind === "working" ? "status" : "alert"}>
      {notice.text}{" "}
      <button type="button" className="link" onClick={notice.cancel ?? onDismiss}>
        {notice.cancel ? "取消" : "知道了"}
      </button>
    </p>
  );
}
