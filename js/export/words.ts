/** What the exports for people say, in Chinese and English. */
import type { Language } from "../errors.js";
import type { BoundWords } from "../say/bound.js";
import type { MemberStatus, NumberAnnotation, NumberKind, SloganKind } from "../types.js";

export type { Language };

type Kind = NumberKind | SloganKind;
type Rate = NonNullable<NumberAnnotation["rate"]>;

export interface ExportWords extends BoundWords {
  readonly report: string;
  readonly legend: string;
  readonly numbers: string;
  readonly slogans: string;
  readonly members: string;
  readonly changes: string;
  readonly none: string;
  readonly counts: (numbers: number, slogans: number, changes: number) => string;
  readonly columns: Readonly<Record<Column, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly rates: Readonly<Record<Rate, string>>;
  readonly directions: Readonly<Record<"up" | "down", string>>;
  readonly statuses: Readonly<Record<MemberStatus, string>>;
  readonly sources: Readonly<Record<"text" | "glossary", string>>;
  readonly yes: string;
  readonly units: Readonly<Record<string, string>>;
}

/** The columns of the tables; the identifiers are the header of an English CSV. */
export type Column =
  | "layer" | "kind" | "text" | "value" | "value_to" | "ratio" | "unit" | "bound" | "of" | "date" | "duration" | "direction" | "rate"
  | "planned" | "from" | "to" | "delta" | "percent" | "quoted" | "members" | "member_status" | "slogan" | "member" | "group"
  | "source" | "sentence" | "reading" | "setting" | "start_utf16" | "end_utf16" | "rule";

const zh: ExportWords = {
  report: "圈点报告",
  legend: "图例",
  numbers: "数字",
  slogans: "提法",
  members: "成员",
  changes: "变化",
  none: "无",
  counts: (numbers, slogans, changes) => `数字 ${numbers} 处，提法 ${slogans} 处，变化 ${changes} 处。`,
  columns: {
    layer: "层", kind: "类别", text: "原文", value: "数值", value_to: "数值止", ratio: "比", unit: "单位", bound: "界限", of: "所指", date: "日期",
    duration: "时长", direction: "升降", rate: "比较", planned: "计划", from: "原为", to: "变为", delta: "增减", percent: "增减百分比", quoted: "引号",
    members: "成员", member_status: "展开", slogan: "提法", member: "成员", group: "组", source: "出处", sentence: "句子", reading: "读作", setting: "说明", start_utf16: "起（UTF-16）",
    end_utf16: "止（UTF-16）", rule: "规则",
  },
  kinds: {
    quantity: "数量", percent: "百分数", money: "金额", ratio: "倍比", ordinal: "序数", code: "号码", date: "日期", duration: "时段",
    formula: "数字缩略语", brand: "品牌", couplet: "对仗", parallel: "排比", maxim: "警句", formulation: "固定提法",
  },
  bounds: { exact: "确数", about: "约数", more_than: "多于", less_than: "少于" },
  closed: { more_than: "不少于", less_than: "不超过" },
  rates: { per: "每", per_head: "人均", year_on_year: "同比", period_on_period: "环比", share: "占比" },
  directions: { up: "升", down: "降" },
  statuses: { complete: "完整", partial: "部分", open: "未定项", mismatch: "与数目不合", none: "未展开" },
  sources: { text: "本文", glossary: "词表" },
  yes: "是",
  units: { percent: "%", permille: "‰", percentage_point: "百分点", CNY: "元" },
};

const IDENTIFIERS = Object.fromEntries(Object.keys(zh.columns).map((column) => [column, column])) as Record<Column, string>;

const en: ExportWords = {
  report: "Quandian report",
  legend: "Legend",
  numbers: "Numbers",
  slogans: "Slogans",
  members: "Members",
  changes: "Changes",
  none: "none",
  counts: (numbers, slogans, changes) => `Numbers: ${numbers}. Slogans: ${slogans}. Changes: ${changes}.`,
  columns: IDENTIFIERS,
  kinds: {
    quantity: "quantity", percent: "per cent", money: "money", ratio: "ratio", ordinal: "ordinal", code: "code", date: "date", duration: "duration",
    formula: "numbered formula", brand: "brand", couplet: "couplet", parallel: "series", maxim: "maxim", formulation: "formulation",
  },
  bounds: { exact: "exact", about: "about", more_than: "more than", less_than: "less than" },
  closed: { more_than: "at least", less_than: "at most" },
  rates: { per: "per", per_head: "per head", year_on_year: "year on year", period_on_period: "period on period", share: "share" },
  directions: { up: "up", down: "down" },
  statuses: { complete: "complete", partial: "partial", open: "open", mismatch: "mismatch", none: "not expanded" },
  sources: { text: "text", glossary: "glossary" },
  yes: "yes",
  units: { percent: "%", permille: "‰", percentage_point: "percentage points" },
};

export const WORDS: Readonly<Record<Language, ExportWords>> = { zh, en };
