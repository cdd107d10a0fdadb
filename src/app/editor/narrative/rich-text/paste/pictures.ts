/** A picture made small enough for a report. `bytes` is the size of what is kept. */
export type ReadyPicture = {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
};

/** 156 mm of text at 240 dots an inch: sharper than most printers of an office show. */
const mostPixels = 1480;

/** Beyond this a picture of few colours is taken to be a photograph, and kept as one. */
const mostPngBytes = 300_000;

/**
 * Draws a picture anew at the size a page needs. What a camera or a screen program wrote beside it (place,
 * device, earlier versions) is not drawn and so not kept. Rejects where the file is no picture.
 */
export async function readyPicture(file: Blob): Promise<ReadyPicture> {
  const image = await decoded(file);
  const scale = Math.min(1, mostPixels / Math.max(image.width, image.height));
  const [width, height] = [image.width, image.height].map((length) =>
    Math.max(1, Math.round(length * scale)),
  ) as [number, number];
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  const draw = (background?: string): void => {
    if (background) {
      context.fillStyle = background;
      context.fillRect(0, 0, width, height);
    }
    context.drawImage(image, 0, 0, width, height);
  };
  draw();
  let src = canvas.toDataURL("image/png");
  if (bytesOf(src) > mostPngBytes) {
    // JPEG knows no transparency: what shines through is the white of the page.
    context.globalCompositeOperation = "destination-over";
    draw("#ffffff");
    const photograph = canvas.toDataURL("image/jpeg", 0.85);
    if (bytesOf(photograph) < bytesOf(src)) src = photograph;
  }
  return { src, width, height, bytes: bytesOf(src) };
}

/** How many bytes a `data:` address in base64 holds. */
export function bytesOf(src: string): number {
  const data = src.slice(src.indexOf(",") + 1);
  return Math.floor((data.length * 3) / 4) - (data.endsWith("==") ? 2 : data.endsWith("=") ? 1 : 0);
}

function decoded(file: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file);
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("no picture"));
    image.src = address;
  }).finally(() => setTimeout(() => URL.revokeObjectURL(address))) as Promise<HTMLImageElement>;
}
