/** What a number says, in one line of plain words. */
import type { NumberAnnotation } from "quandian";
import type { Language, Words } from "../words.js";
import { grouped, inMyriads } from "./decimal.js";
import { sayDate, sayDuration } from "./time.js";

const CURRENCY = /^[A-Z]{3}$/;

export function sayUnit(unit: string, language: Language): string {
  if (unit === "percent") return "%";
  if (unit === "permille") return "‰";
  if (unit === "percentage_point") return language === "zh" ? "个百分点" : "percentage points";
  if (unit === "CNY") return language === "zh" ? "元" : "yuan";
  if (!CURRENCY.test(unit)) return unit;
  return new Intl.DisplayNames([language === "zh" ? "zh-CN" : "en"], { type: "currency" }).of(unit) ?? unit;
}

function sayValue(note: NumberAnnotation, language: Language): string {
  const one = language === "zh" ? inMyriads : grouped;
  if (note.value === null) return note.text;
  return typeof note.value === "string" ? one(note.value) : note.value.map(one).join(language === "zh" ? " 至 " : " to ");
}

function sayAmount(note: NumberAnnotation, words: Words, language: Language): string {
  const unit = note.unit === null ? "" : sayUnit(note.unit, language);
  const glue = unit === "%" || unit === "‰" || unit === "" ? "" : " ";
  const value = sayValue(note, language);
  const amount = note.value === null ? value : glue === " " && / [万亿]$/.test(value) ? value + unit : value + glue + unit;
  const bound = note.bound === "exact" || note.value === null ? "" : `${note.bound === "about" && language === "zh" ? "大约" : words.bounds[note.bound]} `;
  const of = note.of === null ? "" : language === "zh" ? note.of.text : ` · ${note.of.text}`;
  const setting = [
    note.planned ? words.planned : "",
    note.rate === null ? "" : words.rate[note.rate],
    note.direction === null ? "" : words.direction[note.direction],
  ].filter((part) => part !== "").join(language === "zh" ? "" : " ");
  const before = setting === "" ? "" : `${setting} `;
  // 消费 4.78 亿元: money stands behind what it is spent on.
  if (note.kind === "money" && language === "zh" && note.of !== null) return `${note.of.text} ${before}${bound}${amount}`;
  return `${before}${bound}${amount}${of}`;
}

export function sayNumber(note: NumberAnnotation, words: Words, language: Language): string {
  if (note.kind === "date") return note.edtf === null ? note.text : sayDate(note.edtf, language);
  if (note.kind === "duration") return (note.iso === null ? null : sayDuration(note.iso, language)) ?? note.text;
  if (note.kind === "code" || note.kind === "ordinal" || note.kind === "ratio") return note.text;
  return sayAmount(note, words, language);
}

/** The exact value for the details. */
export function exactValue(note: NumberAnnotation): string | null {
  if (note.value === null) return null;
  return typeof note.value === "string" ? grouped(note.value) : note.value.map(grouped).join(" … ");
}
