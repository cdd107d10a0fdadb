import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Tests that need LibreOffice are skipped where it is missing. */
export const hasSoffice = spawnSync("soffice", ["--version"]).status === 0;

/** Opens DOCX files in LibreOffice and saves them as another type (`pdf`, or `docx` again); in their order. */
export function resaved(files: readonly Uint8Array[], type: "pdf" | "docx"): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-soffice-"));
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.docx`);
      writeFileSync(path, bytes);
      return path;
    });
    const out = join(folder, "out");
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const filter = type === "docx" ? "docx:MS Word 2007 XML" : type;
    execFileSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", out, ...paths], {
      stdio: "ignore",
    });
    return files.map((_, index) => new Uint8Array(readFileSync(join(out, `${index}.${type}`))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
