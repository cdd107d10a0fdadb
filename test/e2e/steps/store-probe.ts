import type { Page } from "playwright-core";

type Probed = {
  /** `put`, `kept` (the transaction is complete) and `says …` in the order in which they happened. */
  storeLog: string[];
  storeHeld: boolean;
  storeRefuses: boolean;
};

/**
 * Watches IndexedDB and the words about saving in every page of the context, and lets a test hold writes
 * back or refuse them. Must be called before the first page is opened.
 */
export async function probeStore(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const probed = globalThis as unknown as Probed;
    Object.assign(probed, { storeLog: [], storeHeld: false, storeRefuses: false });
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown): IDBRequest<IDBValidKey> {
      if (probed.storeRefuses) throw new DOMException("The disk is full", "QuotaExceededError");
      const request = put.call(this, value);
      // A draft's entry in the list is written in the same transaction; versions are no matter of these tests.
      if (this.name !== "drafts") return request;
      probed.storeLog.push("put");
      // Captured on the way to the transaction, to come before the program's own listener.
      const kept = (): unknown => probed.storeLog.push("kept");
      this.transaction.db.addEventListener("complete", kept, { capture: true, once: true });
      // A transaction stays open as long as requests follow one another and it is not ended.
      const goOn = (): void => {
        if (probed.storeHeld) this.count().onsuccess = goOn;
      };
      goOn();
      return request;
    };
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function (this: IDBTransaction): void {
      if (!probed.storeHeld) commit.call(this);
    };
    let said = "";
    new MutationObserver(() => {
      const words = document.querySelector(".top-bar-state :nth-child(2)")?.textContent ?? "";
      if (words !== said) probed.storeLog.push(`says ${words}`);
      said = words;
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

export async function setStore(page: Page, to: "working" | "holding" | "refusing"): Promise<void> {
  await page.evaluate((state) => {
    Object.assign(globalThis, { storeHeld: state === "holding", storeRefuses: state === "refusing" });
  }, to);
}

export async function storeLog(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as Probed).storeLog);
}
