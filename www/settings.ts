/** What the reader chose before, kept by the browser; a browser that keeps nothing is no trouble. */
import type { Language } from "./words.js";

type Setting = "language" | "theme" | "formulas";

export function kept(name: Setting): string | null {
  try {
    return localStorage.getItem(`quandian.${name}`);
  } catch {
    return null;
  }
}

export function keep(name: Setting, value: string): void {
  try {
    localStorage.setItem(`quandian.${name}`, value);
  } catch {
    // Private windows may refuse: the choice then lasts as long as the page.
  }
}

export function forget(name: Setting): void {
  try {
    localStorage.removeItem(`quandian.${name}`);
  } catch {
    // What could not be kept need not be forgotten.
  }
}

export function language(): Language {
  return kept("language") === "en" ? "en" : "zh";
}

export function isDark(): boolean {
  const theme = kept("theme");
  return theme === null ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}
