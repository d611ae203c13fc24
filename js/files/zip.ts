/** The parts of a zip archive, each unpacked when asked for, and never more than a document can need. */
import { Inflate } from "fflate";
import { QuandianError } from "../errors.js";

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** What all parts together may unpack to. The longest reports need a tenth of it. */
const UNPACKED_LIMIT = 100_000_000;
/** An archive of a document holds a few dozen. */
const MOST_ENTRIES = 10_000;
/** What is handed to the decompressor at once; it can grow a thousandfold before anyone sees it. */
const SLICE = 16_384;

/** An archive as a map from names to bytes. Names are compared as Word does: case and the kind of slash do not matter. */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();
  #unpacked = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#readDirectory();
    } catch (error) {
      throw error instanceof QuandianError ? error : damaged("zip", error);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(plain(name));
  }

  /** The bytes of a part, or undefined where there is none. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(plain(name));
    if (entry === undefined) return undefined;
    if (entry.encrypted) throw new QuandianError("file-protected");
    const packed = this.#packed(entry, name);
    const bytes = entry.method === STORED ? packed : this.#inflate(packed, entry.size, name);
    if (bytes.length !== entry.size || checksumOf(bytes) !== entry.checksum) throw damaged(name);
    return bytes;
  }

  #readDirectory(): void {
    const end = this.#end();
    const count = this.#view.getUint16(end + 10, true);
    if (count > MOST_ENTRIES) throw damaged("zip");
    let at = this.#view.getUint32(end + 16, true);
    for (let i = 0; i < count; i += 1) at = this.#readEntry(at);
  }

  /** Where the end record begins; behind it there may be a comment. */
  #end(): number {
    const last = this.#bytes.length - 22;
    for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
      if (this.#view.getUint32(at, true) === END) return at;
    }
    throw damaged("zip");
  }

  #readEntry(at: number): number {
    const u16 = (offset: number): number => this.#view.getUint16(at + offset, true);
    const u32 = (offset: number): number => this.#view.getUint32(at + offset, true);
    if (u32(0) !== CENTRAL) throw damaged("zip");
    const nameEnd = at + 46 + u16(28);
    const name = plain(new TextDecoder().decode(this.#bytes.subarray(at + 46, nameEnd)));
    this.#entries.set(name, {
      encrypted: (u16(8) & 1) === 1, method: u16(10), checksum: u32(16), packed: u32(20), size: u32(24), offset: u32(42),
    });
    return nameEnd + u16(30) + u16(32);
  }

  #packed({ method, offset, packed }: Entry, name: string): Uint8Array {
    const known = method === STORED || method === DEFLATED;
    if (!known || offset + 30 > this.#bytes.length || this.#view.getUint32(offset, true) !== LOCAL) throw damaged(name);
    const start = offset + 30 + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
    if (start + packed > this.#bytes.length) throw damaged(name);
    return this.#bytes.subarray(start, start + packed);
  }

  /** Slice by slice and never beyond the size that the entry states, which may be a lie: what states too much is not begun. */
  #inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
    this.#unpacked += size;
    if (this.#unpacked > UNPACKED_LIMIT) throw new QuandianError("file-unpacks-too-large", `${UNPACKED_LIMIT / 1e6} MB`);
    const chunks: Uint8Array[] = [];
    let length = 0;
    const inflate = new Inflate((chunk) => {
      length += chunk.length;
      if (length > size) throw damaged(name);
      chunks.push(chunk);
    });
    try {
      for (let at = 0; at < packed.length; at += SLICE) inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    } catch (error) {
      throw error instanceof QuandianError ? error : damaged(name, error);
    }
    return joined(chunks);
  }
}

function damaged(what: string, cause?: unknown): QuandianError {
  return new QuandianError("file-damaged", what, cause);
}

function plain(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** CRC-32, as the archive states it for each part. */
function checksumOf(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) sum = (CHECKSUMS[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}
