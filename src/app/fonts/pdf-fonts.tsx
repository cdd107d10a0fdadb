import { lazyPart } from "../parts/lazy-part.tsx";

/** The dialog of the PDF's fonts; what reads font files comes along when it is opened. */
export const PdfFonts = lazyPart(async () => (await import("./fonts-dialog.tsx")).FontsDialog);
