/**
 * Whether a PDF can hold a picture as it is: PNG, and JPEG in grey or in the three colours of the output intent.
 * pdfkit knows no WebP, and an archive copy no colours of print without a profile of theirs (ISO 19005-3, 6.2.4.3).
 */
export function holdsPicture(bytes: Uint8Array): boolean {
  return isPng(bytes) || [1, 3].includes(channelsOfJpeg(bytes) ?? 0);
}

const signatureOfPng = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function isPng(bytes: Uint8Array): boolean {
  return bytes.length > 57 && signatureOfPng.every((byte, index) => bytes[index] === byte);
}

/** The frame that begins the picture itself; C4, C8 and CC are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** How many colours make a JPEG; undefined where the bytes are none. */
function channelsOfJpeg(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 10 <= bytes.length && view.getUint8(at) === 0xff) {
    if (isFrame(view.getUint8(at + 1))) return view.getUint8(at + 9);
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
