/** A list that nobody made room for: out of sight until the focus comes to it, then in the corner of the window. */
import { themeOf } from "./theme.js";
import type { Theme } from "./types.js";

export function float(list: HTMLElement, beside: Node, theme: Theme): void {
  list.classList.add("floating");
  // Asked for when it is needed: the answer costs the page a look at all its styles.
  list.addEventListener("focusin", () => {
    list.dataset["theme"] = themeOf(beside instanceof Element ? beside : document.body, theme);
  });
}
