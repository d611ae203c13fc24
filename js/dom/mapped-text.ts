/** A text read off a document, and the way back from its offsets to the document's text nodes. */
import { placesBefore } from "../places-before.js";
import type { Span } from "../types.js";

/** A stretch of the text that stands unchanged in one text node. */
export interface Piece {
  /** Offset in the text. */
  readonly start: number;
  readonly length: number;
  readonly node: Text;
  /** Offset in the node. */
  readonly from: number;
}

/** A part of one text node. */
export interface Place {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

export class MappedText {
  readonly text: string;
  /** Documents and shadow roots that the text stands in. */
  readonly roots: ReadonlySet<Document | ShadowRoot>;
  /** In text order, without overlap; what stands between two of them is in no node. */
  readonly #pieces: readonly Piece[];
  readonly #firstOf = new Map<Text, number>();

  constructor(text: string, pieces: readonly Piece[], roots: ReadonlySet<Document | ShadowRoot>) {
    this.text = text;
    this.roots = roots;
    this.#pieces = pieces;
    pieces.forEach(({ node }, at) => {
      if (!this.#firstOf.has(node)) this.#firstOf.set(node, at);
    });
  }

  /** Where a span stands, one place a text node. White space that the text leaves out is inside a place, not between two. */
  placesOf({ start, end }: Span): Place[] {
    const places: Place[] = [];
    for (let at = this.#firstEndingAfter(start); at < this.#pieces.length; at += 1) {
      const piece = this.#pieces[at];
      if (piece === undefined || piece.start >= end) break;
      const from = piece.from + Math.max(0, start - piece.start);
      const to = piece.from + Math.min(piece.length, end - piece.start);
      const last = places.at(-1);
      if (last?.node === piece.node) places[places.length - 1] = { ...last, to };
      else places.push({ node: piece.node, from, to });
    }
    return places;
  }

  /** One range from the beginning of a span to its end; collapsed where the span stands nowhere. */
  rangeOf(span: Span): Range {
    const range = new Range();
    const places = this.placesOf(span);
    const [first] = places;
    if (first === undefined) return range;
    range.setStart(first.node, first.from);
    // A range cannot leave a shadow root: setEnd would throw the beginning away.
    const last = places.filter(({ node }) => node.getRootNode() === first.node.getRootNode()).at(-1) ?? first;
    range.setEnd(last.node, last.to);
    return range;
  }

  /** The offset in the text of an offset in a node; null where the node is not part of the text. */
  offsetOf(node: Node, offset: number): number | null {
    const first = this.#firstOf.get(node as Text);
    if (first === undefined) return null;
    for (let at = first; at < this.#pieces.length; at += 1) {
      const piece = this.#pieces[at];
      if (piece?.node !== node) break;
      if (offset <= piece.from + piece.length) return piece.start + Math.max(0, offset - piece.from);
    }
    return null;
  }

  #firstEndingAfter(offset: number): number {
    return placesBefore(this.#pieces.length, (at) => {
      const piece = this.#pieces[at];
      return piece !== undefined && piece.start + piece.length <= offset;
    });
  }
}
