/**
 * A slip of the hand that turns one figure into another:
 * `zeroExtra` 120 for 12; `zeroLost` 12 for 120; `swapped` 274 for 247, `swappedApart` 742 for 247;
 * `digitExtra` 2447 for 247; `digitLost` 27 for 247.
 */
export type DigitSlip = "zeroExtra" | "zeroLost" | "swapped" | "swappedApart" | "digitExtra" | "digitLost";

/**
 * Which slip could have made `typed` of `meant`; undefined where none explains it. Short figures get no
 * digit too many or too few: of 7 and 27 almost any two-digit figure is "one digit more".
 */
export function slipBetween(typed: number, meant: number): DigitSlip | undefined {
  if (typed === 0 || meant === 0 || typed === meant) return undefined;
  const [from, to] = [String(typed), String(meant)];
  if (from.includes("e") || to.includes("e")) return undefined;
  if (isTenfold(typed, meant)) return "zeroExtra";
  if (isTenfold(meant, typed)) return "zeroLost";
  const swap = swapBetween(from, to);
  if (swap) return swap;
  if (from.length >= 3 && lacksOneOf(from, to)) return "digitExtra";
  if (from.length >= 2 && to.length >= 3 && lacksOneOf(to, from)) return "digitLost";
  return undefined;
}

/** Ten times, free of binary rounding: 25.1 and 2.51. */
function isTenfold(larger: number, smaller: number): boolean {
  return Math.round(larger * 1e6) === Math.round(smaller * 1e7);
}

/** Whether two characters changed places, neighbours or apart. */
function swapBetween(from: string, to: string): "swapped" | "swappedApart" | undefined {
  if (from.length !== to.length) return undefined;
  const places = [...from].flatMap((digit, index) => (digit === to[index] ? [] : [index]));
  const [first, second] = places;
  if (places.length !== 2 || first === undefined || second === undefined) return undefined;
  if (from[first] !== to[second] || from[second] !== to[first]) return undefined;
  if (from[first] === "." || from[second] === ".") return undefined;
  return second === first + 1 ? "swapped" : "swappedApart";
}

/** Whether the shorter figure is the longer one without one of its digits. */
function lacksOneOf(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  const at = [...longer].findIndex((digit, index) => digit !== shorter[index]);
  return longer[at] !== "-" && longer[at] !== "." && longer.slice(at + 1) === shorter.slice(at);
}
