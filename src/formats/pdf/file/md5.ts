/** Rotations of the four rounds. */
const rotations = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

/** Which word of a block each step of a round takes. */
const wordOf: readonly ((step: number) => number)[] = [
  (step) => step,
  (step) => (5 * step + 1) % 16,
  (step) => (3 * step + 5) % 16,
  (step) => (7 * step) % 16,
];

const sines = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32));

/**
 * The MD5 of bytes (RFC 1321), 16 bytes: PDF asks for it beside an attached file, to find damage and not
 * forgery. Browsers have no MD5, and no digests at all where the page is not served over https.
 */
export function md5(bytes: Uint8Array): Uint8Array {
  const padded = pad(bytes);
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let start = 0; start < padded.byteLength; start += 64) {
    addBlock(state, new DataView(padded.buffer, start, 64));
  }
  const digest = new DataView(new ArrayBuffer(16));
  state.forEach((word, index) => {
    digest.setUint32(index * 4, word, true);
  });
  return new Uint8Array(digest.buffer);
}

/** A one bit, zeros, and the length in bits: whole blocks of 64 bytes. */
function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array((Math.floor((bytes.length + 8) / 64) + 1) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const length = new DataView(padded.buffer, padded.length - 8);
  length.setUint32(0, (bytes.length * 8) >>> 0, true);
  length.setUint32(4, Math.floor(bytes.length / 2 ** 29), true);
  return padded;
}

function addBlock(state: Uint32Array, block: DataView): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let step = 0; step < 64; step++) {
    const round = step >> 4;
    const word = block.getUint32((wordOf[round]?.(step) ?? 0) * 4, true);
    const sum = (a + mixed(round, b, c, d) + word + (sines[step] ?? 0)) >>> 0;
    const turn = rotations[round]?.[step % 4] ?? 0;
    [a, d, c] = [d, c, b];
    b = (b + ((sum << turn) | (sum >>> (32 - turn)))) >>> 0;
  }
  [a, b, c, d].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word;
  });
}

function mixed(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (d & b) | (~d & c);
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d);
}
