const digits = { above: "⁰¹²³⁴⁵⁶⁷⁸⁹", below: "₀₁₂₃₄₅₆₇₈₉" } as const;

/**
 * Digits that are printed above or below the line, as characters that say so: the mark of a note behind a figure is no
 * digit of it, and m² is not m2.
 */
export function offLineDigits(text: string, place: keyof typeof digits): string {
  return text.replace(/[0-9]/g, (digit) => digits[place][Number(digit)] ?? digit);
}
