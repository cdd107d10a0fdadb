import type { Picture } from "./tree.ts";

/** What a picture is by its own bytes, and its size in pixels; undefined for anything but PNG, JPEG and WebP. */
export function pictureSize(bytes: Uint8Array): Pick<Picture, "mediaType" | "width" | "height"> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = pngSize(view) ?? jpegSize(view) ?? webpSize(view);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // A picture that is cut off ends before its size.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Size = Pick<Picture, "mediaType" | "width" | "height">;

function pngSize(view: DataView): Size | undefined {
  if (view.getUint32(0) !== 0x89504e47 || textAt(view, 12) !== "IHDR") return undefined;
  return { mediaType: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

/** The size stands in the first frame header (SOF0 to SOF15, without the tables DHT, JPG and DAC between). */
function jpegSize(view: DataView): Size | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  for (let offset = 2; ; ) {
    const marker = view.getUint16(offset);
    if (marker < 0xff00) return undefined;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame)
      return {
        mediaType: "image/jpeg",
        width: view.getUint16(offset + 7),
        height: view.getUint16(offset + 5),
      };
    // 0xFF before a marker is padding.
    offset += marker === 0xffff ? 1 : 2 + view.getUint16(offset + 2);
  }
}

function webpSize(view: DataView): Size | undefined {
  if (textAt(view, 0) !== "RIFF" || textAt(view, 8) !== "WEBP") return undefined;
  const sized = (width: number, height: number): Size => ({ mediaType: "image/webp", width, height });
  switch (textAt(view, 12)) {
    case "VP8 ":
      return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return sized((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    }
    case "VP8X":
      return sized(threeBytes(view, 24) + 1, threeBytes(view, 27) + 1);
    default:
      return undefined;
  }
}

function threeBytes(view: DataView, offset: number): number {
  return view.getUint16(offset, true) + view.getUint8(offset + 2) * 0x10000;
}

function textAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));
}
