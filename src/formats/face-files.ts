const rareSuffix = "-rare";

/**
 * The faces that are shipped with the program (SIL Open Font License): where npm puts their files. The names
 * on the left are those of a style's `pdfFaces`.
 *
 * A face whose name ends in `-rare` draws the characters that the web app leaves out of the common one to
 * keep it small (see fonts.vite.ts). On disk both are the same file.
 */
export const faceFiles: Readonly<Record<string, string>> = {
  "serif-400": "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  "serif-900": "@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf",
  // Made of what npm has when the program is installed (bin/kai-face.mjs). Chinese only.
  "kai-400": "#faces/kai-400.ttf",
  "sans-500": "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
};

/** What a style may name. */
export const faceNames: readonly string[] = Object.keys(faceFiles).flatMap((face) => [
  face,
  rareFaceOf(face),
]);

/** Where npm puts the file of a face; undefined for a face that is not shipped. */
export function fileOfFace(face: string): string | undefined {
  return faceFiles[isRareFace(face) ? face.slice(0, -rareSuffix.length) : face];
}

/** Whether a face holds only what the common face of that name leaves out. */
export function isRareFace(face: string): boolean {
  return face.endsWith(rareSuffix);
}

/** The face that holds what the common face of a name leaves out. */
export function rareFaceOf(face: string): string {
  return `${face}${rareSuffix}`;
}
