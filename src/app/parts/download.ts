/** Gives a file to the browser as a download. */
export function download(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Old Chromium reads the address only after the click returns; a minute is enough for any disk.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
