import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder, makeOnce } from "./make-once.ts";

/**
 * LibreOffice as the tests use it: a profile of its own, and fonts of its own, so that what is printed does not
 * depend on which fonts the desk has. A face that a style names, as 仿宋_GB2312, would be taken for the shipped one
 * where it is installed, and set every line otherwise.
 */
const program = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find((path) => existsSync(path));

/** Whether this machine's LibreOffice opens and prints texts, and tables: an installation may lack either part. */
export const { hasWriter, hasCalc } = await partsInstalled();

/**
 * Opens files in LibreOffice and saves them as another type, in their order.
 *
 * @param from how the files' names end: `docx`
 * @param to what to save as: `pdf`, or a filter with its options
 * @throws Error when a file was not saved
 */
export function convert(files: readonly Uint8Array[], from: string, to: string): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-soffice-"));
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.${from}`);
      writeFileSync(path, bytes);
      return path;
    });
    run(to, join(folder, "out"), paths);
    const [type = to] = to.split(":");
    return files.map((_, index) => new Uint8Array(readFileSync(join(folder, "out", `${index}.${type}`))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Saves each file into a folder, and keeps what LibreOffice says to itself. */
export function run(to: string, out: string, paths: readonly string[]): void {
  if (program === undefined) throw new Error("LibreOffice is not installed");
  const work = mkdtempSync(join(tmpdir(), "nianbao-soffice-profile-"));
  try {
    writeFileSync(join(work, "fonts.conf"), fontSettings(join(work, "font-cache")));
    const profile = `-env:UserInstallation=file://${join(work, "profile")}`;
    execFileSync(program, [profile, "--headless", "--convert-to", to, "--outdir", out, ...paths], {
      stdio: "ignore",
      env: { ...process.env, FONTCONFIG_FILE: join(work, "fonts.conf") },
    });
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Found out by doing it, once for each installation. */
async function partsInstalled(): Promise<{ readonly hasWriter: boolean; readonly hasCalc: boolean }> {
  if (program === undefined) return { hasWriter: false, hasCalc: false };
  const changed = Math.round(statSync(dirname(realpathSync(program))).mtimeMs);
  const folder = await makeOnce(join(cacheFolder, `libreoffice-${changed}`), async (unfinished) => {
    await mkdir(unfinished, { recursive: true });
    for (const [name, content] of [
      ["text.txt", "1"],
      ["table.csv", "1"],
    ] as const) {
      const path = join(unfinished, name);
      writeFileSync(path, content);
      // Where a part is missing, it ends with an error or without a file.
      try {
        run("pdf", unfinished, [path]);
      } catch {}
    }
  });
  return { hasWriter: existsSync(join(folder, "text.pdf")), hasCalc: existsSync(join(folder, "table.pdf")) };
}

/** The faces that the PDF writer brings, and nothing else. */
function fontSettings(cache: string): string {
  const fonts = fileURLToPath(new URL("../../node_modules/@expo-google-fonts", import.meta.url));
  const folders = [
    "noto-serif-sc/400Regular",
    "noto-serif-sc/700Bold",
    "noto-sans-sc/400Regular",
    "noto-sans-sc/700Bold",
  ];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `<dir>${join(fonts, folder)}</dir>`).join("\n")}
<cachedir>${cache}</cachedir>
</fontconfig>
`;
}
