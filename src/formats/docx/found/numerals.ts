const digits = [..."〇一二三四五六七八九"];

/** A number as a list of Word prints it (17.18.59); formats that reports do not use are printed as figures. */
export function numeral(number: number, format: string): string {
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "ideographTraditional":
      return inChinese(number);
    case "ideographDigital":
      return [...String(number)].map((digit) => digits[Number(digit)] ?? "").join("");
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return String.fromCodePoint(...[...String(number)].map((digit) => 0xff10 + Number(digit)));
    case "upperLetter":
    case "lowerLetter": {
      const letter = String.fromCharCode(0x41 + ((number - 1) % 26));
      return format === "upperLetter" ? letter : letter.toLowerCase();
    }
    default:
      return String(number);
  }
}

/** Up to 99, as far as headings and items are numbered. */
function inChinese(number: number): string {
  if (number < 1 || number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`;
  return ten + (ones === 0 ? "" : digits[ones]);
}
