/** A table of pdf.js, packed, as a `data:` address: Vite writes it into the program. */
declare module "*.bcmap?url&inline" {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: Vite exports it so
  export default address;
}
