import type { OpenedFile } from "../opened-file.ts";
import { readText } from "./read.ts";

/** Looks into a plain text. It carries no draft. */
export function openText(text: string): OpenedFile {
  return { carried: undefined, isAltered: false, read: () => readText(text) };
}
