import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The room that lines and areas take on a page, in millimetres from the top left corner. */
export type DrawnBox = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

type Matrix = readonly [number, number, number, number, number, number];
type PathArguments = readonly [number, unknown, ArrayLike<number> | null];

const mmPerPt = 25.4 / 72;
const painting: readonly number[] = [OPS.stroke, OPS.closeStroke, OPS.fill, OPS.eoFill, OPS.fillStroke];

/** Every path that is painted on each page of a PDF: the lines of tables. Paths that only clip are left out. */
export async function drawnBoxesByPage(pdf: Uint8Array): Promise<DrawnBox[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: DrawnBox[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , , height = 0] = page.view;
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push(boxesOf(fnArray, argsArray, height));
  }
  return pages;
}

function boxesOf(operators: readonly number[], operands: readonly unknown[], height: number): DrawnBox[] {
  const boxes: DrawnBox[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  operators.forEach((operator, index) => {
    if (operator === OPS.save) saved.push(matrix);
    if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    if (operator === OPS.transform) matrix = times(matrix, operands[index] as Matrix);
    if (operator !== OPS.constructPath) return;
    const [paint, , extent] = operands[index] as PathArguments;
    if (extent && painting.includes(paint)) boxes.push(boxOf(extent, matrix, height));
  });
  return boxes;
}

function boxOf(extent: ArrayLike<number>, [a, b, c, d, e, f]: Matrix, height: number): DrawnBox {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(extent);
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, height - (b * x + d * y + f)] as const);
  const across = corners.map(([x]) => x * mmPerPt);
  const down = corners.map(([, y]) => y * mmPerPt);
  return {
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  };
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
