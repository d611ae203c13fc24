/** Elements in few words. Text goes in as text, so that nothing in it is ever markup. */
type Child = Node | string | null | undefined | false;

export function make<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function button(attributes: Readonly<Record<string, string>>, onClick: (event: MouseEvent) => void, ...children: readonly Child[]): HTMLButtonElement {
  const made = make("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", onClick);
  return made;
}
