import type { Page } from "playwright-core";

/** Puts text, and HTML as an office program writes it, on the real clipboard. */
export async function put(page: Page, plain: string, html?: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(
    ([text, markup]) => {
      const kinds: Record<string, Blob> = { "text/plain": new Blob([text ?? ""], { type: "text/plain" }) };
      if (markup !== undefined) kinds["text/html"] = new Blob([markup], { type: "text/html" });
      return navigator.clipboard.write([new ClipboardItem(kinds)]);
    },
    [plain, html] as const,
  );
}

export async function pasteInto(page: Page): Promise<void> {
  await page.keyboard.press("Control+v");
}

/**
 * A paste that brings this along to the letter: what a page puts on the real clipboard is cleaned by the
 * browser, and loses what only Word writes.
 */
export async function pasteAs(page: Page, kinds: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(given)) clipboardData.setData(kind, text);
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  }, kinds);
}
