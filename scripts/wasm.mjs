// A wasm file taken apart. Behind a head of eight bytes each section is a number, a length and that many bytes.

export const CODE = 10;

/** The sections by number. */
export function sections(wasm) {
  const reader = new Reader(wasm, 8);
  const found = {};
  while (reader.at < wasm.length) found[reader.number()] = reader.counted();
  return found;
}

/**
 * The same module with a name for each function. Sorted by name, functions that are alike stand side by side, and what was said
 * nearby takes fewer bits to say again.
 */
export function named(wasm) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm)).filter(({ kind }) => kind === "function").length;
  const names = [];
  for (const [place, index] of order(functions(sections(wasm)[CODE])).entries()) {
    names.push([...number(index + imports), ...string(`${place}`.padStart(6, "0"))]);
  }
  const map = [...number(names.length), ...names.flat()];
  const section = [...string("name"), 1, ...number(map.length), ...map];
  return Buffer.concat([wasm, Buffer.from([0, ...number(section.length), ...section])]);
}

export function functions(code) {
  const reader = new Reader(code, 0);
  return Array.from({ length: reader.number() }, () => reader.counted());
}

/** The largest first, behind it always the one that has the most in common with the last two. */
function order(functions) {
  const own = functions.map(snippets);
  const left = own.map((_, index) => index).sort((one, other) => own[other].size - own[one].size);
  const order = left.splice(0, 1);
  while (left.length > 0) {
    const near = new Set(order.slice(-2).flatMap((index) => [...own[index]]));
    const alike = left.map((index) => [...own[index]].filter((snippet) => near.has(snippet)).length / (own[index].size + 30));
    order.push(...left.splice(alike.indexOf(Math.max(...alike)), 1));
  }
  return order;
}

/** All runs of five bytes, as numbers. */
function snippets(bytes) {
  const found = new Set();
  for (let at = 4; at < bytes.length; at++) found.add(bytes.readUInt32LE(at - 4) * 256 + bytes[at]);
  return found;
}

export class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Seven bits a byte, the low ones first. */
  number() {
    const byte = this.bytes[this.at++];
    return byte < 128 ? byte : (byte & 127) + 128 * this.number();
  }

  /** A length and that many bytes. */
  counted() {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

function number(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...number(value >> 7)];
}

function string(ascii) {
  return [...number(ascii.length), ...Buffer.from(ascii)];
}
