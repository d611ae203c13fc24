/** Whether a place is light or dark: what its own text tells, since sites switch in many ways. */
import type { Theme } from "./types.js";

export function themeOf(element: Element, wish: Theme): "light" | "dark" {
  if (wish !== "auto") return wish;
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  const scale = /^rgb/.test(getComputedStyle(element).color) ? 255 : 1;
  // Light letters stand on dark ground. The weights are those by which the eye sees brightness.
  return (0.299 * red + 0.587 * green + 0.114 * blue) / scale > 0.55 ? "dark" : "light";
}
