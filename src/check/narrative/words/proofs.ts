const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = "10X98765432";

/** Whether the last digit of an identity number follows from the others (GB 11643). */
export function isIdentityCard(number: string): boolean {
  const total = weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0);
  return checkDigits[total % 11] === number[17]?.toUpperCase();
}

/** Whether a number passes the test of bank cards (ISO/IEC 7812, Luhn). */
export function isBankCard(number: string): boolean {
  const digits = [...number.replace(/\D/g, "")].reverse().map(Number);
  const total = digits.reduce((sum, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits.length >= 16 && total % 10 === 0;
}
