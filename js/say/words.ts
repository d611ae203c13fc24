/** The words with which results are put into plain language. */
import type { Language } from "../errors.js";
import type { BoundWords } from "./bound.js";
import type { NumberAnnotation, NumberKind, SloganKind } from "../types.js";

export interface SayingWords extends BoundWords {
  readonly kinds: Readonly<Record<NumberKind | SloganKind, string>>;
  readonly rates: Readonly<Record<NonNullable<NumberAnnotation["rate"]>, string>>;
  readonly directions: Readonly<Record<"up" | "down", string>>;
  readonly planned: string;
  readonly units: Readonly<Record<string, string>>;
  readonly notExpanded: string;
  readonly glossarySays: string;
  readonly listed: (count: number) => string;
  readonly partly: string;
  readonly open: string;
  readonly standsFor: (count: number) => string;
  readonly brand: string;
  readonly formulation: string;
  readonly maxim: string;
  readonly halves: (count: number) => string;
  readonly series: (count: number) => string;
}

const zh: SayingWords = {
  kinds: {
    quantity: "数量", percent: "百分数", money: "金额", ratio: "倍比", ordinal: "序数", code: "号码", date: "日期", duration: "时段",
    formula: "数字缩略语", brand: "品牌", couplet: "对仗", parallel: "排比", maxim: "警句", formulation: "固定提法",
  },
  bounds: { exact: "确数", about: "大约", more_than: "多于", less_than: "少于" },
  closed: { more_than: "不少于", less_than: "不超过" },
  rates: { per: "每…", per_head: "人均", year_on_year: "同比", period_on_period: "环比", share: "占比" },
  directions: { up: "升", down: "降" },
  planned: "计划",
  units: { percent: "%", permille: "‰", percentage_point: "个百分点", CNY: "元" },
  notExpanded: "本文未展开",
  glossarySays: "本文未展开；通行的说法是",
  listed: (count) => `文中列出 ${count} 项，与数目不合`,
  partly: "文中举出部分",
  open: "未定项",
  standsFor: (count) => `${count} 项`,
  brand: "品牌、载体的名称",
  formulation: "固定提法",
  maxim: "警句",
  halves: (count) => `${count} 句相对`,
  series: (count) => `${count} 项排比`,
};

const en: SayingWords = {
  kinds: {
    quantity: "quantity", percent: "per cent", money: "money", ratio: "ratio", ordinal: "ordinal", code: "code", date: "date", duration: "duration",
    formula: "numbered formula", brand: "brand", couplet: "couplet", parallel: "series", maxim: "maxim", formulation: "formulation",
  },
  bounds: { exact: "exactly", about: "about", more_than: "more than", less_than: "less than" },
  closed: { more_than: "at least", less_than: "at most" },
  rates: { per: "each", per_head: "per head", year_on_year: "year on year", period_on_period: "period on period", share: "share" },
  directions: { up: "up", down: "down" },
  planned: "planned",
  units: { percent: "%", permille: "‰", percentage_point: "percentage points", CNY: "yuan" },
  notExpanded: "not spelled out in this text",
  glossarySays: "not spelled out in this text; commonly",
  listed: (count) => `${count} listed, which does not fit the numeral`,
  partly: "some are named",
  open: "open-ended",
  standsFor: (count) => `${count} items`,
  brand: "the name of a programme or platform",
  formulation: "a standing wording",
  maxim: "a maxim",
  halves: (count) => `${count} parallel halves`,
  series: (count) => `a series of ${count}`,
};

export const SAYING: Readonly<Record<Language, SayingWords>> = { zh, en };
