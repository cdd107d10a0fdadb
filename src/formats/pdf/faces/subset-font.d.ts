/** npm subset-font 2.9 ships no types. */
declare module "subset-font" {
  // biome-ignore lint/style/noDefaultExport: subset-font exports it so
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: { readonly targetFormat: "truetype"; readonly keepFeatures?: readonly string[] },
  ): Promise<Uint8Array>;
}
