/** The words of card, legend and list. */
import type { Language } from "../errors.js";

const zh = {
  text: "原文",
  kind: "类别",
  says: "读作",
  value: "数值",
  unit: "单位",
  of: "所指",
  inForce: "时点",
  change: "变化",
  close: "关闭",
  legend: "图例",
  list: (count: number): string => `圈点：本文标记 ${count} 处`,
  openList: (count: number): string => `标记清单（${count} 处）`,
  more: (count: number): string => `再列出 ${count} 处`,
  none: "本文没有可标的数字和提法。",
  alsoAt: (count: number): string => `另见 ${count} 处`,
  shown: (name: string): string => `已显示${name}`,
  hidden: (name: string): string => `已隐藏${name}`,
  keys: "F8 下一处，Shift+F8 上一处，Esc 返回",
  working: "正在圈点……",
};

type UiWords = typeof zh;

const en: UiWords = {
  text: "text",
  kind: "kind",
  says: "says",
  value: "value",
  unit: "unit",
  of: "of",
  inForce: "as of",
  change: "change",
  close: "Close",
  legend: "Legend",
  list: (count) => `Quandian: ${count} marks in this text`,
  openList: (count) => `List of marks (${count})`,
  more: (count) => `${count} more`,
  none: "No numbers and no slogans in this text.",
  alsoAt: (count) => `Also at ${count} ${count === 1 ? "place" : "places"}`,
  shown: (name) => `${name} shown`,
  hidden: (name) => `${name} hidden`,
  keys: "F8 next, Shift+F8 previous, Esc back",
  working: "Marking …",
};

export const UI: Readonly<Record<Language, UiWords>> = { zh, en };

/** That of the document, where it is English, else Chinese. */
export function languageOf(document: Document): Language {
  return /^en\b/i.test(document.documentElement.lang) ? "en" : "zh";
}
