import { type ReactNode, type RefObject, useRef } from "react";

/** What a report can be opened from: drafts and editions, documents that carry a draft, and published reports. */
const readable = ".json,.docx,.pdf,.html,.htm,.xlsx,.txt,application/json";

type InputProps = {
  /** What the file is, for screen readers: 草稿文件. */
  label: string;
  accept?: string | undefined;
  onFile: (file: File) => void;
};

type Props = InputProps & { className: string; children: ReactNode };

/** A button that asks for a file. The same file may be chosen twice in a row. */
export function FileButton({ className, children, ...asked }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {children}
      </button>
      <FileInput input={input} {...asked} />
    </>
  );
}

/** What asks for a file, unseen; `input` is clicked by something else. */
export function FileInput({
  input,
  label,
  accept = readable,
  onFile,
}: InputProps & { input: RefObject<HTMLInputElement | null> }) {
  return (
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
  );
}
