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

// The rich text editor looks from the end.
if (!("findLast" in Array.prototype)) {
  const findLastIndex = (array: readonly unknown[], fits: Fits): number => {
    let at = array.length - 1;
    while (at >= 0 && !fits(array[at], at, array)) at -= 1;
    return at;
  };
  define(Array.prototype, "findLastIndex", function (this: unknown[], fits: Fits) {
    return findLastIndex(this, fits);
  });
  define(Array.prototype, "findLast", function (this: unknown[], fits: Fits) {
    return this[findLastIndex(this, fits)];
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

// pdf.js walks through the text of a page so; browsers do since Chromium 124.
if (typeof ReadableStream === "function" && !(Symbol.asyncIterator in ReadableStream.prototype)) {
  define(ReadableStream.prototype, Symbol.asyncIterator, async function* (this: ReadableStream<unknown>) {
    const reader = this.getReader();
    try {
      for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
    } finally {
      reader.releaseLock();
    }
  });
}

type Fits = (value: unknown, index: number, array: readonly unknown[]) => boolean;

function define(owner: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}
