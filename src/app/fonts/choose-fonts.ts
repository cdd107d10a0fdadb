import type { FaceRole, OwnFace } from "../../formats/pdf/faces/own/own-face.ts";
import { readFaces, type Wish } from "../../formats/pdf/faces/own/read-faces.ts";
import type { Style } from "../../formats/style.ts";
import { keepFaces } from "./faces-in-use.ts";

/** What came of choosing fonts: the faces that are used now, and a sentence for each that is not. */
export type Choice = { readonly taken: readonly string[]; readonly problems: readonly string[] };

/** A font to choose: its name for sentences, and its file. */
export type Offer = { readonly name: string; readonly blob: () => Promise<Blob>; readonly wish: Wish };

/** No font of one language is larger; a film chosen by mistake must not fill the memory. */
const largestMegabytes = 200;

/** Takes the faces of files, each for what its own names say, or all for one role. */
export function chooseFiles(files: readonly File[], style: Style, role?: FaceRole): Promise<Choice> {
  const wish: Wish = role === undefined ? { by: "names" } : { by: "role", role };
  return choose(
    files.map((file) => ({ name: file.name, blob: async () => file, wish })),
    style,
  );
}

/** Reads fonts one after another, keeps the faces that may be used and says why the others may not. */
export async function choose(offers: readonly Offer[], style: Style): Promise<Choice> {
  const faces: (Pick<OwnFace, "role" | "name"> & { file: Blob })[] = [];
  const problems: string[] = [];
  for (const offer of offers) {
    const reading = await readOffer(offer, style);
    if (typeof reading === "string") problems.push(reading);
    else faces.push(...reading);
  }
  if (faces.length > 0) {
    const refusal = await keepFaces(faces);
    if (refusal !== undefined) {
      problems.push(`浏览器没有存下字体（${refusal}）。关掉页面以前可以用，下次打开要重新选择。`);
    }
  }
  return { taken: faces.map(({ name }) => name), problems };
}

async function readOffer({ name, blob, wish }: Offer, style: Style) {
  try {
    const file = await blob();
    const megabytes = Math.round(file.size / 1024 / 1024);
    if (megabytes > largestMegabytes) {
      return `“${name}”有 ${megabytes} MB，字体文件不会这么大。看看是不是选错了文件。`;
    }
    const reading = readFaces(name, new Uint8Array(await file.arrayBuffer()), style, wish);
    if (!reading.ok) {
      const other = reading.code === "unknownFace" ? "确实要用它的，点要用的那一行的“换字体”。" : "";
      return `${reading.message}${other}`;
    }
    return reading.faces.map(({ role, name, bytes }) => ({ role, name, file: new Blob([bytes]) }));
  } catch {
    return `读不到“${name}”。看看它是不是被移动或删除了，或者正被别的程序占用。`;
  }
}
