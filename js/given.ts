/** What was given where something else is wanted, for the detail of an error. */

export function typeOf(given: unknown): string {
  return given === null ? "null" : typeof given;
}

/** `words: a list is wanted, this is string`. */
export function notWanted(name: string, wanted: string, given: unknown): string {
  return `${name}: ${wanted} is wanted, this is ${typeOf(given)}`;
}

export function isList(given: unknown): given is Iterable<unknown> {
  return typeof given === "object" && given !== null && Symbol.iterator in given;
}
