/**
 * Stands for the bytes of a file, to know it again when it is opened a second time: two sums of 32 bits and the
 * length. `crypto.subtle` is missing where the page is not served over https, and nothing is guarded by it.
 */
export function fileFingerprint(bytes: Uint8Array): string {
  let [first, second] = [0x811c9dc5, 0x1b873593];
  for (const byte of bytes) {
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second + byte, 0x9e3779b1) ^ (second >>> 15);
  }
  return [first, second, bytes.length].map((part) => (part >>> 0).toString(16)).join("-");
}
