/**
 * What the program and its libraries call and the oldest browsers of the offices (Chromium 80 and later) do
 * not know. Imported for its effect, before everything else, by the page and by its worker.
 */
if (!("replaceAll" in String.prototype)) {
  define(String.prototype, "replaceAll", function (this: string, search: string, replacement: string) {
    return this.split(search).join(replacement);
  });
}

for (const prototype of [Array.prototype, String.prototype]) {
  if ("at" in prototype) continue;
  define(prototype, "at", function (this: ArrayLike<unknown>, index: number) {
    return this[index < 0 ? this.length + index : index];
  });
}

if (!("hasOwn" in Object)) {
  define(
    Object,
    "hasOwn",
    (object: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(object, key) !== undefined,
  );
}

if (!("structuredClone" in globalThis)) {
  // Only plain JSON is ever cloned here.
  define(globalThis, "structuredClone", (value: unknown) => JSON.parse(JSON.stringify(value)));
}

function define(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}
