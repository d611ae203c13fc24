/** A file that only some calls need: asked for at the first of them, once. A failure is not remembered. */
import { named, QuandianError } from "./errors.js";
import { isBytes, readBytes, view } from "./fetch-bytes.js";
import type { LazyBytes } from "./types.js";

export class LateFile {
  readonly #name: string;
  readonly #input: LazyBytes;
  readonly #take: (bytes: Uint8Array) => void;
  #bytes: Uint8Array | undefined;
  #loading: Promise<void> | undefined;

  /** `take` hands the bytes on; what it refuses counts as not loaded. */
  constructor(name: string, input: LazyBytes, take: (bytes: Uint8Array) => void) {
    this.#name = name;
    this.#input = input;
    this.#take = take;
  }

  get isLoaded(): boolean {
    return this.#bytes !== undefined;
  }

  load(): Promise<void> {
    this.#loading ??= bytesOf(this.#input).then((bytes) => this.#keep(bytes)).finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  /** The same without waiting: what would have to be waited for is an error. */
  loadSync(): void {
    this.#keep(bytesAtOnce(this.#input, this.#name));
  }

  /** Hands on once more what was loaded. */
  restore(): void {
    if (this.#bytes) this.#take(this.#bytes);
  }

  #keep(bytes: Uint8Array): void {
    if (this.#bytes) return;
    this.#take(bytes);
    this.#bytes = bytes;
  }
}

/** The bytes of a lexicon or of what belongs to one. */
export async function bytesOf(input: LazyBytes): Promise<Uint8Array> {
  return readBytes(await called(input), "lexicon-not-found");
}

export function bytesAtOnce(input: unknown, name: string): Uint8Array {
  const bytes = called(input);
  if (!isBytes(bytes)) throw new QuandianError("option", `${name}: bytes`);
  return view(bytes);
}

function called<T>(input: T | (() => T)): T {
  if (typeof input !== "function") return input;
  try {
    return (input as () => T)();
  } catch (error) {
    throw named(error, "lexicon-not-found");
  }
}
