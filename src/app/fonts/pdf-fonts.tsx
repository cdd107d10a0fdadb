import { lazy, Suspense } from "react";

const FontsDialog = lazy(async () => ({ default: (await import("./fonts-dialog.tsx")).FontsDialog }));

/** The dialog of the PDF's fonts; what reads font files comes along when it is opened. */
export function PdfFonts({ onClose }: { onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <FontsDialog onClose={onClose} />
    </Suspense>
  );
}
