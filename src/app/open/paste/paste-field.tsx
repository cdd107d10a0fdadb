import { type ClipboardEvent, type ReactNode, useState } from "react";
import { type Pasted, pastedFile } from "./pasted-file.ts";
import "./paste-field.css";

type Props = {
  readonly action: string;
  readonly onFile: (file: File) => void;
  /** Buttons beside the one that reads. */
  readonly children?: ReactNode;
};

/** A field for what was copied from a page, from Word or from anywhere. */
export function PasteField({ action, onFile, children }: Props) {
  const [pasted, setPasted] = useState<Pasted>({ text: "" });
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const page = event.clipboardData.getData("text/html");
    if (page === "") return;
    event.preventDefault();
    setPasted({ text: event.clipboardData.getData("text/plain"), page });
  };
  return (
    <div className="paste-field">
      <textarea
        aria-label="整篇报告的内容"
        placeholder="在网页或 Word 里全选、复制，再粘贴到这里（Ctrl+V）"
        value={pasted.text}
        onPaste={paste}
        onChange={({ target }) => setPasted({ text: target.value })}
      />
      <div className="form-actions">
        <button
          type="button"
          className="button button-primary"
          disabled={pasted.text.trim() === "" && pasted.page === undefined}
          onClick={() => onFile(pastedFile(pasted))}
        >
          {action}
        </button>
        {children}
      </div>
    </div>
  );
}
