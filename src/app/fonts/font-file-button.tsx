import { type ReactNode, useRef } from "react";

type Props = {
  /** What the files are for, for screen readers. */
  readonly label: string;
  readonly className: string;
  readonly several: boolean;
  /** While fonts are read nothing can be chosen; the focus stays, which a disabled button would lose. */
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
};

/** A button that asks for font files. The same files may be chosen twice in a row. */
export function FontFileButton({ label, className, several, busy, onFiles, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-disabled={busy}
        onClick={() => !busy && input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept=".ttf,.otf,.ttc"
        multiple={several}
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
