/** A drawing as pixels. It is drawn by hand, not by way of an image: that works under any policy, and taints no canvas. */
import type { Script } from "../text/script.js";
import { INKS, PART_GAP, fontOf, type Drawing, type Letters, type Part, type Shape } from "./shapes.js";

/** Pixels a unit: sharp in print at the width of a column. */
const DENSITY = 2;
/** A side longer than this some browsers refuse. */
const LONGEST = 16_000;

export function measurer(script: Script): (text: string, letters: Letters) => number {
  const context = document.createElement("canvas").getContext("2d");
  return (text, letters) => {
    if (context === null) return text.length * letters.size;
    context.font = fontOf(letters, script);
    return context.measureText(text).width;
  };
}

export function toPng(drawing: Drawing): Promise<Blob | null> {
  const density = Math.min(DENSITY, LONGEST / drawing.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(drawing.width * density);
  canvas.height = Math.round(drawing.height * density);
  const context = canvas.getContext("2d");
  if (context === null) return Promise.resolve(null);
  context.scale(density, density);
  context.fillStyle = INKS.paper;
  context.fillRect(0, 0, drawing.width, drawing.height);
  for (const shape of drawing.shapes) draw(context, shape, drawing.script);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function write(context: CanvasRenderingContext2D, parts: readonly Part[], x: number, y: number, script: Script): void {
  for (const [text, letters] of parts) {
    context.font = fontOf(letters, script);
    context.fillStyle = INKS[letters.ink];
    context.fillText(text, x, y);
    x += context.measureText(text).width + PART_GAP;
  }
}

function draw(context: CanvasRenderingContext2D, shape: Shape, script: Script): void {
  context.beginPath();
  switch (shape.kind) {
    case "text":
      context.textAlign = shape.anchor === "middle" ? "center" : shape.anchor;
      return write(context, shape.parts, shape.x, shape.y, script);
    case "line":
      context.setLineDash(shape.dashed ? [5, 3] : []);
      context.lineWidth = shape.width;
      context.strokeStyle = INKS[shape.ink];
      context.moveTo(shape.x1, shape.y1);
      context.lineTo(shape.x2, shape.y2);
      return context.stroke();
    case "circle":
      context.setLineDash([]);
      context.lineWidth = 1;
      context.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
      context.fillStyle = shape.filled ? INKS[shape.ink] : INKS.paper;
      context.strokeStyle = INKS[shape.ink];
      context.fill();
      return context.stroke();
    case "head":
      context.moveTo(shape.x, shape.y);
      context.lineTo(shape.x + (shape.rises ? -9 : 9), shape.y - 5);
      context.lineTo(shape.x + (shape.rises ? -9 : 9), shape.y + 5);
      context.fillStyle = INKS.red;
      return context.fill();
  }
}
