/** EDTF dates and ISO durations in plain words. */
import type { Language } from "../errors.js";

const SEASONS: Readonly<Record<string, readonly [string, string]>> = {
  "21": ["春季", "spring"], "22": ["夏季", "summer"], "23": ["秋季", "autumn"], "24": ["冬季", "winter"],
  "33": ["第一季度", "Q1"], "34": ["第二季度", "Q2"], "35": ["第三季度", "Q3"], "36": ["第四季度", "Q4"],
  "40": ["上半年", "first half"], "41": ["下半年", "second half"],
};

function point(edtf: string, language: Language): string {
  const [date = "", clock] = edtf.split("T");
  if (date === "" && clock !== undefined) return clock.includes(":") ? clock : `${clock}:00`;
  const [year = "", month, day] = date.split("-");
  const season = month === undefined ? undefined : SEASONS[month];
  if (language === "en") {
    const known = year === "XXXX" ? date.slice(5) : date;
    const named = season === undefined ? known : `${season[1]} ${year}`;
    return clock === undefined ? named : `${named} ${clock}`;
  }
  const decade = /^(\d{3})X$/.exec(year);
  const years = year === "XXXX" ? "" : decade === null ? `${year}年` : `${decade[1]}0年代`;
  const months = season !== undefined ? season[0] : month === undefined || month === "XX" ? "" : `${Number(month)}月`;
  const days = day === undefined ? "" : `${Number(day)}日`;
  return years + months + days + (clock === undefined ? "" : ` ${clock}`);
}

/** A date of EDTF in words: `2021/..` → 2021年以来. */
export function sayDate(edtf: string, language: Language): string {
  const [from = "", to] = edtf.split("/");
  if (to === undefined) return point(from, language);
  if (to === "..") return language === "zh" ? `${point(from, "zh")}以来` : `since ${point(from, "en")}`;
  if (from === "..") return language === "zh" ? `到${point(to, "zh")}为止` : `until ${point(to, "en")}`;
  return language === "zh" ? `${point(from, "zh")}至${point(to, "zh")}` : `${point(from, "en")} to ${point(to, "en")}`;
}

const LENGTHS = [["Y", "年", "years"], ["M", "个月", "months"], ["W", "周", "weeks"], ["D", "天", "days"], ["H", "小时", "hours"], ["m", "分钟", "minutes"], ["S", "秒", "seconds"]] as const;

/** A duration of ISO 8601 in words: `P3Y6M` → 3 年 6 个月; null where it is none. */
export function sayDuration(iso: string, language: Language): string | null {
  const [dates = "", clock = ""] = iso.replace(/^P/, "").split("T");
  const parts = [...(dates + clock.replace("M", "m")).matchAll(/([\d.]+)([YMWDHmS])/g)];
  if (parts.length === 0) return null;
  return parts.map(([, amount, letter]) => {
    const name = LENGTHS.find((one) => one[0] === letter)?.[language === "zh" ? 1 : 2] ?? "";
    return `${amount} ${amount === "1" ? name.replace(/s$/, "") : name}`;
  }).join(" ");
}
