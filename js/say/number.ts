/** What a number says, in one line of plain words. */
import type { Language } from "../errors.js";
import type { Change, NumberAnnotation } from "../types.js";
import { boundIn } from "./bound.js";
import { grouped, inMyriads } from "./decimal.js";
import { sayDate, sayDuration } from "./time.js";
import { SAYING } from "./words.js";

/** The name of a unit: `percent` → %, `CNY` → 元; what is no code stays as it is. */
export function sayUnit(unit: string, language: Language): string {
  const known = SAYING[language].units[unit];
  if (known !== undefined || !/^[A-Z]{3}$/.test(unit)) return known ?? unit;
  return new Intl.DisplayNames([language === "zh" ? "zh-CN" : "en"], { type: "currency" }).of(unit) ?? unit;
}

/** What a number says, in one line: 少于 2500 名学员. `each`: the text's own words for a rate that is per something, 日均. */
export function sayNumber(note: NumberAnnotation, language: Language, each: string | null = null): string {
  if (note.kind === "date") return note.edtf === null ? note.text : sayDate(note.edtf, language);
  if (note.kind === "duration") return sayLength(note, language);
  if (note.kind === "code" || note.kind === "ordinal" || note.kind === "ratio") return note.text;
  return sayAmount(note, language, each);
}

function sayLength(note: NumberAnnotation, language: Language): string {
  const length = note.iso === null ? null : sayDuration(note.iso, language);
  if (length === null) return note.text;
  return note.bound === "exact" ? length : `${sayBound(note, language)} ${length}`;
}

function sayAmount(note: NumberAnnotation, language: Language, each: string | null): string {
  const words = SAYING[language];
  const bound = note.bound === "exact" || note.value === null ? "" : `${sayBound(note, language)} `;
  const setting = [
    note.planned ? words.planned : "",
    note.rate === null || saysRate(note.of?.text ?? "", note.rate) ? "" : each ?? words.rates[note.rate],
    note.direction === null ? "" : words.directions[note.direction],
  ].filter((part) => part !== "").join(language === "zh" ? "" : " ");
  const said = `${setting}${setting && " "}${bound}${withUnit(note, language)}`;
  if (note.of === null) return said;
  if (language === "en") return `${said} · ${note.of.text}`;
  // 消费 4.78 亿元: money stands behind what it is spent on. 总数 512 家, 46 家企业: all else as the text has it.
  return note.kind === "money" || note.of.start < note.start ? `${note.of.text} ${said}` : said + note.of.text;
}

/** 村占比 says that it is a share, 每课时补贴 that it is for each. */
function saysRate(of: string, rate: NonNullable<NumberAnnotation["rate"]>): boolean {
  return of.includes(SAYING.zh.rates[rate].replace("…", ""));
}

function withUnit({ text, value, unit }: NumberAnnotation, language: Language): string {
  if (value === null) return text;
  const one = language === "zh" ? inMyriads : grouped;
  const amount = typeof value === "string" ? one(value) : value.map(one).join(language === "zh" ? " 至 " : " to ");
  const said = unit === null ? "" : sayUnit(unit, language);
  const joined = said === "" || said === "%" || said === "‰" || [" 万", " 亿"].includes(amount.slice(-2));
  return amount + (joined ? "" : " ") + said;
}

/** What bounds the value: 多于, or 不少于 where it is taken in. */
export function sayBound(note: NumberAnnotation, language: Language): string {
  return boundIn(SAYING[language], note);
}

/** The exact value, with its digits in groups. */
export function exactValue({ value }: NumberAnnotation): string | null {
  if (value === null) return null;
  return typeof value === "string" ? grouped(value) : value.map(grouped).join(" … ");
}

/** `33 → 7（−26，−78.79%）`; of shares `37% → 90%（+53 个百分点）`: a per cent of per cents is read as one of them. */
export function sayChange({ from, to, delta, percent, unit }: Change, language: Language): string {
  const signed = (amount: string): string => (amount.startsWith("-") ? `−${amount.slice(1)}` : `+${amount}`);
  if (unit === "percent" && delta !== null) {
    const points = `${signed(delta)} ${SAYING[language].units["percentage_point"]}`;
    return language === "zh" ? `${from}% → ${to}%（${points}）` : `${from}% → ${to}% (${points})`;
  }
  const worked = [delta === null ? "" : signed(delta), percent === null ? "" : `${signed(percent)}%`].filter((part) => part !== "");
  if (worked.length === 0) return `${from} → ${to}`;
  return language === "zh" ? `${from} → ${to}（${worked.join("，")}）` : `${from} → ${to} (${worked.join(", ")})`;
}
