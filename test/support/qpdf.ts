import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Tests that need qpdf are skipped where it is missing. */
export const hasQpdf = spawnSync("qpdf", ["--version"]).status === 0;

/** A PDF as qpdf saves it anew with the given options. Throws with qpdf's words when it cannot. */
export function savedByQpdf(bytes: Uint8Array, options: readonly string[]): Uint8Array {
  return withFile(bytes, (path) => {
    execFileSync("qpdf", [...options, "--", path, `${path}.saved`], { stdio: "pipe" });
    return new Uint8Array(readFileSync(`${path}.saved`));
  });
}

/** What `qpdf --check` says of a PDF; its first lines tell the version and whether anything is wrong. */
export function checkedByQpdf(bytes: Uint8Array): string {
  return withFile(bytes, (path) => {
    const { stdout, stderr } = spawnSync("qpdf", ["--check", path], { encoding: "utf8" });
    return `${stdout}${stderr}`;
  });
}

function withFile<Result>(bytes: Uint8Array, use: (path: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-qpdf-"));
  try {
    const path = join(folder, "report.pdf");
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
