/**
 * Turns a picture into a PNG, in the browser only: a spreadsheet, a chat or a site's editor that takes no SVG
 * takes this. Rejects when the browser cannot draw.
 *
 * @param scale how many pixels for each unit of the picture's width; 2 for sharp print
 */
export async function svgToPng(svg: string, scale = 1): Promise<Blob> {
  const image = await loadedImage(svg);
  const width = Math.max(1, Math.round(image.naturalWidth * scale));
  const height = Math.max(1, Math.round(image.naturalHeight * scale));
  return typeof OffscreenCanvas === "undefined"
    ? drawnInPage(image, width, height)
    : drawnOffscreen(image, width, height);
}

/** A data address and not a blob's: older Chromium forbids reading back a canvas on which a blob's SVG was drawn. */
async function loadedImage(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

async function drawnOffscreen(image: HTMLImageElement, width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  // Firefox before 105 and some forks know the canvas and not its 2d context.
  if (!context) return drawnInPage(image, width, height);
  draw(context, image, width, height);
  return canvas.convertToBlob({ type: "image/png" });
}

function drawnInPage(image: HTMLImageElement, width: number, height: number): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) return Promise.reject(new Error("no 2d context"));
  draw(context, image, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no PNG"))), "image/png");
  });
}

/** White under it: a transparent picture is black in some chats. */
function draw(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  image: HTMLImageElement,
  width: number,
  height: number,
): void {
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
}
