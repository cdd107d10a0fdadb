/**
 * Packs bytes as zlib does (RFC 1950, which PDF calls FlateDecode); undefined where the platform cannot
 * (browsers before Chromium 80): the bytes then go into the file as they are.
 */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (typeof CompressionStream === "undefined") return undefined;
  const packing = new CompressionStream("deflate");
  const writer = packing.writable.getWriter();
  // Not awaited: the writer waits for the reader. What goes wrong is seen by the reader too.
  writer.write(bytes as BufferSource).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Uint8Array(await new Response(packing.readable).arrayBuffer());
}
