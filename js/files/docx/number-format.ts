/** How Word writes the number of a list item: the formats of ECMA-376, part 1, 17.18.59 that are met in Chinese texts. */

type Write = (count: number) => string;

const DIGITS = "〇一二三四五六七八九";
const CAPITALS = { simplified: "零壹贰叁肆伍陆柒捌玖", traditional: "零壹貳參肆伍陸柒捌玖" };
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"],
  [4, "IV"], [1, "I"],
];
const FORMATS: Readonly<Record<string, Write>> = {
  none: () => "",
  bullet: () => "",
  decimal: String,
  decimalZero: (count) => String(count).padStart(2, "0"),
  decimalFullWidth: (count) => String(count).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  decimalEnclosedCircle: circled,
  decimalEnclosedFullstop: sign(20, 0x2488),
  decimalEnclosedParen: sign(20, 0x2474),
  ideographEnclosedCircle: sign(10, 0x3280),
  numberInDash: (count) => `- ${count} -`,
  ordinal: (count) => `${count}${/1[123]$/.test(String(count)) ? "th" : ["th", "st", "nd", "rd"][count % 10] ?? "th"}`,
  upperRoman: roman,
  lowerRoman: (count) => roman(count).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (count) => letters(count).toLowerCase(),
  chineseCounting: counting,
  chineseCountingThousand: (count) => counted(count, DIGITS, "十百千", "零"),
  chineseLegalSimplified: (count) => counted(count, CAPITALS.simplified, "拾佰仟", "零", true),
  ideographDigital: digits,
  ideographLegalTraditional: (count) => counted(count, CAPITALS.traditional, "拾佰仟", "零", true),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  japaneseCounting: (count) => counted(count, DIGITS, "十百千", "").replace(/一(?=[十百千])/g, ""),
};
const SAME: Readonly<Record<string, string>> = {
  decimalEnclosedCircleChinese: "decimalEnclosedCircle", decimalFullWidth2: "decimalFullWidth", japaneseDigitalTenThousand: "ideographDigital",
  taiwaneseCounting: "chineseCounting", taiwaneseCountingThousand: "chineseCountingThousand", taiwaneseDigital: "ideographDigital",
};

/** The number in that format; decimal where the format is of no Chinese text. */
export function formatNumber(count: number, format: string): string {
  const name = Object.hasOwn(SAME, format) ? SAME[format] ?? format : format;
  const write = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  return (write ?? String)(count);
}

/** A format that its author spelled out, such as `001, 002, 003`: as many digits as the first has. */
export function formatSpelled(count: number, pattern: string): string {
  return String(count).padStart(/^0*1/.exec(pattern)?.[0].length ?? 1, "0");
}

function sign(last: number, first: number): Write {
  return (count) => (count >= 1 && count <= last ? String.fromCodePoint(first + count - 1) : String(count));
}

function circled(count: number): string {
  if (count > 35 && count <= 50) return String.fromCodePoint(0x32b1 + count - 36);
  return count > 20 && count <= 35 ? String.fromCodePoint(0x3251 + count - 21) : sign(20, 0x2460)(count);
}

function cycle(signs: string): Write {
  return (count) => (count >= 1 && count <= signs.length ? signs.charAt(count - 1) : String(count));
}

/** A … Z, AA, BB …: Word repeats the letter. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCodePoint(0x41 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let rest = count;
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return sign.repeat(times);
  }).join("");
}

/** Digit by digit: 一〇, 一一. */
function digits(count: number): string {
  return String(count).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));
}

/** As one counts up to ninety-nine, digit by digit from there. */
function counting(count: number): string {
  return count < 100 ? counted(count, DIGITS, "十百千", "零") : digits(count);
}

/** With the places named: 一百零五. A ten at the beginning has no 一, but in capitals it does. */
function counted(count: number, signs: string, places: string, zero: string, full = false): string {
  if (count < 1 || count > 9999) return count === 0 ? signs.charAt(0) : String(count);
  const figures = [...String(count)];
  let said = "";
  figures.forEach((figure, at) => {
    const place = figures.length - 1 - at;
    if (figure !== "0") said += signs.charAt(Number(figure)) + (place > 0 ? places.charAt(place - 1) : "");
    else if (Number(figures.slice(at).join("")) > 0 && figures[at - 1] !== "0") said += zero;
  });
  return full || count >= 20 ? said : said.replace(/^一(?=.)/, "");
}
