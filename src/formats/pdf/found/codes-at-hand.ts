/** Gives pdf.js what it would else fetch from an address: the tables of Chinese codes, loaded when a file asks. */
export class CodesAtHand {
  /**
   * @param filename such as `GBK-EUC-H.bcmap`
   * @throws Error for anything else: its text counts as one that cannot be read
   */
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const { chineseCodes } = await import("./chinese-codes.ts");
    const address = chineseCodes.get(filename.replace(/\.bcmap$/, ""));
    if (address === undefined) throw new Error(`${filename} is not at hand`);
    const packed = atob(address.slice(address.indexOf(",") + 1));
    return Uint8Array.from(packed, (character) => character.charCodeAt(0));
  }
}
