import { type ReactNode, type RefObject, useRef } from "react";
import { askForFile, type ChosenFile, readable } from "./choose-file.ts";

type InputProps = {
  /** What the file is, for screen readers: 草稿文件. */
  label: string;
  accept?: string | undefined;
  onFile: (chosen: ChosenFile) => void;
};

type Props = InputProps & { className: string; children: ReactNode };

/** A button that asks for a file, without `accept` for a report. The same file may be chosen twice in a row. */
export function FileButton({ className, children, ...asked }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const ask = (): void => {
    if (asked.accept === undefined) askForFile(input.current, asked.onFile);
    else input.current?.click();
  };
  return (
    <>
      <button type="button" className={className} onClick={ask}>
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
        if (file) onFile({ file });
      }}
    />
  );
}
