let faces: Readonly<Record<string, Blob>> | undefined;

/**
 * The shipped faces of the single-file build, which stand in the page because nothing can be fetched from
 * `file://`: gzip in base64, by name. Undefined where they are files of their own.
 */
export function facesInPage(): Readonly<Record<string, Blob>> | undefined {
  if (typeof document === "undefined") return undefined;
  const scripts = [...document.querySelectorAll<HTMLScriptElement>("script[data-face]")];
  if (scripts.length === 0) return undefined;
  faces ??= Object.fromEntries(
    scripts.map((script) => [script.dataset.face ?? "", new Blob([script.textContent ?? ""])]),
  );
  return faces;
}
