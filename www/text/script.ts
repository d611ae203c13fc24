/** Traditional text keeps its own forms: which script a text is written in, by characters that only one of them has. */
const TRADITIONAL = /[們這個國會說對時發現經過關開與為書長門見東車馬語話學實點兩萬億條線業產黨統專級總數據網絡體]/g;
const SIMPLIFIED = /[们这个国会说对时发现经过关开与为书长门见东车马语话学实点两万亿条线业产党统专级总数据网络体]/g;
const ENOUGH = 4000;

export type Script = "zh-Hans" | "zh-Hant";

export function scriptOf(text: string): Script {
  const sample = text.slice(0, ENOUGH);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  return count(TRADITIONAL) > count(SIMPLIFIED) ? "zh-Hant" : "zh-Hans";
}
