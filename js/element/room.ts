/** What stands in the place of legend and list until they come, as high as they will be, so that the text does not move. */
import { make } from "../dom/make.js";
import { UI } from "../dom/words.js";
import type { Language } from "../errors.js";

export function room(parts: { readonly legend: boolean; readonly summary: boolean }, language: Language): HTMLElement | null {
  const { working } = UI[language];
  if (!parts.legend && !parts.summary) return null;
  return make("div", { class: "panel soft", "data-quandian-ignore": "", lang: language === "zh" ? "zh-CN" : "en" },
    parts.legend && make("div", { class: "legend" }, make("span", { class: "switch" }, working)),
    parts.summary && make("p", { class: "summary" }, parts.legend ? "\u00a0" : working));
}
