/** Looking around in elements. */
import type { Element } from "../xml.js";

export function* childElements(parent: Element | undefined, name?: string): Generator<Element> {
  for (const child of parent?.children ?? []) {
    if (typeof child !== "string" && (name === undefined || child.name === name)) yield child;
  }
}

/** The child at the end of a path of names. */
export function childAt(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  let at = parent;
  for (const name of path) at = childElements(at, name).next().value ?? undefined;
  return at;
}

/** `w:val` of the child at the end of a path. */
export function valueAt(parent: Element | undefined, ...path: readonly string[]): string | undefined {
  return childAt(parent, ...path)?.attribute("w:val");
}

export function numberAt(parent: Element | undefined, ...path: readonly string[]): number | undefined {
  return integer(valueAt(parent, ...path));
}

export function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A switch such as `w:vanish`: on where it stands without a value; undefined where it does not stand. */
export function switchAt(parent: Element | undefined, ...path: readonly string[]): boolean | undefined {
  const found = childAt(parent, ...path);
  return found === undefined ? undefined : !/^(0|false|off)$/.test(found.attribute("w:val") ?? "");
}

/** Whether the switch stands, whatever it says: marks of changes have no value. */
export function has(parent: Element | undefined, ...path: readonly string[]): boolean {
  return childAt(parent, ...path) !== undefined;
}

/** Every such element below, not those inside one another. */
export function* within(parent: Element, name: string): Generator<Element> {
  for (const child of chosen(parent)) {
    if (typeof child === "string") continue;
    if (child.name === name) yield child;
    else yield* within(child, name);
  }
}

/** Of the alternatives for programs of different age only the first counts: the others say the same again. */
export function* chosen(parent: Element): Generator<Element | string> {
  for (const child of parent.children) {
    if (typeof child === "string" || child.name !== "mc:AlternateContent") yield child;
    else yield* chosen(childAt(child, "mc:Choice") ?? childAt(child, "mc:Fallback") ?? EMPTY);
  }
}

const EMPTY: Element = { name: "", children: [], attribute: () => undefined };
