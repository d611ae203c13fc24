/** How a block is set: title, heading, indented prose. It looks at form only: length, number, closing stop. */
export type Shape = "title" | "heading" | "subheading" | "byline" | "body" | "indented" | "empty" | "continued";

const STOP = /[。！？；：，、,.!?;:…]$/;
const CHAPTER = /^\s*[一二三四五六七八九十]{1,3}、/;
const SECTION = /^\s*[（(][一二三四五六七八九十]{1,3}[）)]/;

export function shapeOf(text: string, first: boolean, continues: boolean): Shape {
  if (continues) return "continued";
  const line = text.trim();
  if (line === "") return "empty";
  const short = line.length <= 36 && !STOP.test(line);
  if (first && short) return "title";
  if (short && CHAPTER.test(line)) return "heading";
  if (short && SECTION.test(line)) return "subheading";
  if (short && /^(?:——|--)/.test(line)) return "byline";
  if (short && line.length <= 20) return "subheading";
  return /^\s/.test(text) ? "indented" : "body";
}
