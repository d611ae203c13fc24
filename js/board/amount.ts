/** A number as it is set: the numeral large, what stands around it small. */
import type { NumberAnnotation } from "../types.js";
import { plain } from "./label.js";

export interface Amount {
  /** 近, 超, 约 … */
  readonly before: string;
  readonly numeral: string;
  /** 余人次, 亿元 … */
  readonly after: string;
}

const DIGITS = /^([^\d０-９]*)([\d０-９](?:[\d０-９.,，．:：∶/—～~–-]*[\d０-９])?(?:[万亿萬億][\d０-９][\d０-９.,，．]*)*[%％‰]?)(.*)$/s;
const RUN = "[零〇一二两三四五六七八九十百千万亿兆兩萬億][零〇一二两三四五六七八九十百千万亿兆兩萬億点點至到—～]*";
/** 百分之五点四 and 三成五 are one. */
const HAN = new RegExp(`^(.*?)(${RUN}(?:分之${RUN}|成[一二三四五六七八九半]?)?[余多来餘來]?)(.*)$`, "s");

export function amountOf({ text }: NumberAnnotation): Amount {
  const words = plain(text);
  const [, before = "", numeral = words, after = ""] = DIGITS.exec(words) ?? HAN.exec(words) ?? [];
  return { before, numeral, after };
}
