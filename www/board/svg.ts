/** A drawing as an SVG file: text stays text. */
import type { Script } from "../text/script.js";
import { FACES, INKS, PART_GAP, type Drawing, type Part, type Shape } from "./shapes.js";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML cannot hold, halves of surrogate pairs among it, becomes U+FFFD. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const escaped = (text: string): string => text.replace(FORBIDDEN, "\u{fffd}").replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
const round = (value: number): string => String(Math.round(value * 100) / 100);

export function toSvg({ width, height, title, script, shapes }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="${script}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${INKS.paper}"/>`,
    ...shapes.map((shape) => element(shape, script)),
    "</svg>\n",
  ].join("\n");
}

function span([text, { size, weight, face, ink }]: Part, index: number, script: Script): string {
  const gap = index === 0 ? "" : ` dx="${PART_GAP}"`;
  return `<tspan${gap} font-family="${FACES[script][face]}" font-size="${size}" font-weight="${weight}" fill="${INKS[ink]}">${escaped(text)}</tspan>`;
}

function element(shape: Shape, script: Script): string {
  switch (shape.kind) {
    case "text":
      return `<text x="${round(shape.x)}" y="${round(shape.y)}" text-anchor="${shape.anchor}">${shape.parts.map((part, index) => span(part, index, script)).join("")}</text>`;
    case "line":
      return `<line x1="${round(shape.x1)}" y1="${round(shape.y1)}" x2="${round(shape.x2)}" y2="${round(shape.y2)}" stroke="${INKS[shape.ink]}" stroke-width="${shape.width}"${shape.dashed ? ' stroke-dasharray="5 3"' : ""}/>`;
    case "circle":
      return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="${shape.r}" fill="${shape.filled ? INKS[shape.ink] : INKS.paper}" stroke="${INKS[shape.ink]}"/>`;
    case "head":
      return `<path d="M${round(shape.x)} ${round(shape.y)}l${shape.rises ? -9 : 9}-5v10z" fill="${INKS.red}"/>`;
  }
}
