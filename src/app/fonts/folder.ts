import { gongwen } from "../../formats/style.ts";
import type { PdfFace } from "./pdf-face.ts";

/** The faces that the administrator put beside the program, best first, and what is wrong with them. */
export type FolderFonts = { readonly faces: readonly PdfFace[]; readonly problems: readonly string[] };

const none: FolderFonts = { faces: [], problems: [] };
let reading: Promise<FolderFonts> | undefined;

/** Reads `fonts/fonts.json` beside the page, once. Where there is none, nothing is said: few offices have one. */
export function folderFonts(): Promise<FolderFonts> {
  reading ??= readFolder().catch(() => {
    // The server did not answer; the next PDF asks again.
    reading = undefined;
    return none;
  });
  return reading;
}

async function readFolder(): Promise<FolderFonts> {
  // A page that was opened from a file may read no file beside it.
  if (window.location.protocol === "file:") return none;
  const { manifestName, readFontsFolder } = await import("../../exchange/fonts-folder.ts");
  const manifest = await fetched(manifestName);
  if (!manifest || isPage(manifest)) return none;
  const place = `fonts/${manifestName}`;
  const { faces, problems } = await readFontsFolder(place, manifest, gongwen, fetched);
  return {
    faces: faces.map(({ role, name, bytes }) => ({
      key: `folder/${role}/${name}`,
      role,
      name,
      file: new Blob([bytes]),
      from: "folder" as const,
    })),
    problems,
  };
}

/** A file of the folder; asked for anew each time, for the administrator may have changed it. */
async function fetched(file: string): Promise<Uint8Array | undefined> {
  const address = `${import.meta.env.BASE_URL}fonts/${encodeURIComponent(file)}`;
  const response = await fetch(address, { cache: "no-cache" });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

/** Some servers answer every address that they do not know with the page itself. */
function isPage(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().startsWith("<");
}
