/**
 * What pdfmake and the writer call and Chromium 80 does not know: pdfkit names its fonts with `replaceAll`
 * (Chromium 85), the title is broken with `at` (92). Imported for its effect, before them.
 */
if (!("replaceAll" in String.prototype)) {
  define(String.prototype, "replaceAll", function (this: string, search: string, replacement: string) {
    return this.split(search).join(replacement);
  });
}

if (!("at" in Array.prototype)) {
  define(Array.prototype, "at", function (this: readonly unknown[], index: number) {
    return this[index < 0 ? this.length + index : index];
  });
}

function define(prototype: object, name: string, value: unknown): void {
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}
