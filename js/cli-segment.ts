/** Tokens as lines: the text's own lines, words parted by one space. */
import type { Analysis, Token } from "./types.js";

export function* segmentLines(analysis: Analysis, tags: boolean): Generator<string> {
  const { text, tokens } = analysis;
  let next = 0;
  for (const { start, end, terminator } of linesOf(text)) {
    const words: string[] = [];
    for (let token = tokens[next]; token && token.start < end; token = tokens[++next]) {
      // A token across a line break is cut there: its other part opens the next line.
      const word = text.slice(Math.max(token.start, start), Math.min(token.end, end)).trim();
      if (word) words.push(written(word, token, tags));
      if (token.end > end) break;
    }
    yield words.join(" ") + terminator;
  }
}

function written(word: string, token: Token, tags: boolean): string {
  return tags ? `${word}/${token.partOfSpeech}` : word;
}

function* linesOf(text: string): Generator<{ start: number; end: number; terminator: string }> {
  let start = 0;
  for (const { 0: terminator, index } of text.matchAll(/\r\n|\n|\r/g)) {
    yield { start, end: index, terminator };
    start = index + terminator.length;
  }
  if (start < text.length) yield { start, end: text.length, terminator: "\n" };
}
