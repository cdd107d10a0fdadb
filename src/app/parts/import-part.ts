/** The files of the program that have come, or are on their way, by address. */
const coming = new Map<string, Promise<void>>();

/**
 * Imports a part of the program once all its files have come. The build calls it for every `import()`.
 *
 * Chromium 147, and likely all before it, remembers that a module did not come, and never asks for it again; a file that
 * was only fetched is asked for again at the next try.
 *
 * @param files the files of the part, seen from `importer`
 * @throws TypeError if one of them does not come
 */
export async function importPart<Part>(
  load: () => Promise<Part>,
  files: readonly string[] = [],
  importer = document.baseURI,
): Promise<Part> {
  await Promise.all(files.map((file) => fetchPart(new URL(file, importer).href)));
  return load();
}

/**
 * Fetches a file of the program as a module, which stays with the page whatever becomes of the server.
 *
 * @throws TypeError if it does not come
 */
export function fetchPart(address: string): Promise<void> {
  const known = coming.get(address);
  if (known) return known;
  const part = isInPage(address) ? Promise.resolve() : fetchModule(address);
  coming.set(address, part);
  part.catch(() => coming.delete(address));
  return part;
}

/** Whether the page itself asks for it. */
function isInPage(address: string): boolean {
  const [scripts, links] = [document.querySelectorAll("script"), document.querySelectorAll("link")];
  return [...scripts].some(({ src }) => src === address) || [...links].some(({ href }) => href === address);
}

async function fetchModule(address: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) throw new TypeError(`Failed to fetch ${address}: ${answer.status}`);
  // Read to its end, so that the browser has it at hand when it asks for the module.
  await answer.arrayBuffer();
  const link = document.createElement("link");
  if (!link.relList.supports("modulepreload")) return;
  link.rel = "modulepreload";
  link.href = address;
  await new Promise<void>((resolve) => {
    link.onload = () => resolve();
    // Importing it says what is wrong.
    link.onerror = () => resolve();
    document.head.append(link);
  });
}
