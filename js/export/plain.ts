/** Text as other programs can store it. What replaces a character is one code point too, so that no offset moves. */

/** Half a surrogate pair has no UTF-8: U+FFFD stands for it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** XML and HTML know no control characters but tab and line ends. */
function storable(text: string): string {
  return wellFormed(text).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
}

/** For the content of an element and for an attribute in double quotes. */
export function escapeXml(text: string): string {
  return storable(text).replace(/[&<>"\r]/g, (character) => XML[character] ?? character);
}

/** A carriage return that is written as it is comes back as a line feed. */
const XML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };

/** On one line. */
export function oneLine(text: string): string {
  return wellFormed(text).replace(/[\s\u0085]+/g, " ");
}

/** For formats of lines: U+FFFD stands for what some reader takes for a line end, and for control characters. */
export function lineSafe(text: string): string {
  return storable(text).replace(/[\x7f-\x9f\u2028\u2029]/g, "\ufffd");
}
