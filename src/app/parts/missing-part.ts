/** Said where a part of the program did not come: the server was stopped, or a new version was put up. */
export const missingPartWords =
  "程序的这一部分没有载入：服务器可能停了，或者刚换了新版本。填的内容都在。等服务器恢复后再试；还不行，先存成文件，再刷新页面。";

/** Whether an error means that a file of the program could not be loaded. Each browser says it in other words. */
export function isMissingPart(error: unknown): boolean {
  const said = error instanceof Error ? error.message : String(error);
  return /dynamically imported module|module script|Unable to preload|Failed to fetch|PDF worker could not|\.ttf: \d{3}|Load failed|NetworkError/i.test(
    said,
  );
}

/** What went wrong, as a sentence for the clerk. */
export function faultWords(error: unknown): string {
  if (isMissingPart(error)) return missingPartWords;
  const reason = error instanceof Error ? error.message : String(error);
  return `${reason.slice(0, 200)}。`;
}
