/** A name without the characters that Windows does not allow in file names. */
export function fileNamePart(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "").trim();
}
