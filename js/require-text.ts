import { typeOf } from "./given.js";

/** A mistake of the program and not of the reader: a text that is none. */
export function requireText(text: unknown): asserts text is string {
  if (typeof text === "string") return;
  const given = typeOf(text);
  throw new TypeError(`The text must be a string, but it is ${given}. 文本须是字符串，这里却是 ${given}。`);
}
