/** So many bytes at a time: a call takes only so many arguments. */
const chunk = 0x8000;

/** Bytes as base64, as a `data:` address wants them. */
export function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += chunk) {
    binary += String.fromCharCode(...bytes.subarray(start, start + chunk));
  }
  return btoa(binary);
}
