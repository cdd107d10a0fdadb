/** What was copied, as text and, where the program it was copied from gives it, as a page with its tables. */
export type Pasted = { readonly text: string; readonly page?: string | undefined };

/** What a pasted report is called where a file has its name. */
export const pastedName = "粘贴的内容";

/**
 * What was pasted, as the file it would be: a page where it has tables or paragraphs of its own, else text. It is
 * read like any file, and like one never put into the page.
 */
export function pastedFile({ text, page }: Pasted): File {
  if (page === undefined || !/<(?:table|p|h\d|li)\b/i.test(page)) return new File([text], pastedName);
  return new File(['<!DOCTYPE html><meta charset="utf-8">', page], pastedName);
}
