import { type ReactNode, useRef } from "react";

/** What a report can be opened from: drafts and editions, and the documents that carry a draft. */
const readable = ".json,.docx,.html,.htm,.pdf,application/json";

type Props = {
  /** What the file is, for screen readers: 草稿文件. */
  label: string;
  className: string;
  accept?: string;
  onFile: (file: File) => void;
  children: ReactNode;
};

/** A button that asks for a file. The same file may be chosen twice in a row. */
export function FileButton({ label, className, accept = readable, onFile, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}
