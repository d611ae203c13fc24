/** What the two sides of a worker say to each other. Every request has an id and gets one answer, a result or an error. */
import type { PlainOptions } from "./engine.js";
import type { BytesInput, ErrorCode, UserWord } from "./types.js";

/** Inputs that can be posted: addresses are absolute, answers to requests were read. */
export type PortableBytes = Exclude<BytesInput, URL | Request | Response>;

export interface OpenOptions {
  readonly wasm: PortableBytes | WebAssembly.Module | undefined;
  readonly lexicon: PortableBytes | false | undefined;
  readonly words: readonly UserWord[];
  readonly formulas: string;
  readonly limit: number | undefined;
}

export type Work =
  | { readonly do: "open"; readonly options: OpenOptions }
  | { readonly do: "analyze"; readonly text: string; readonly options: PlainOptions }
  | { readonly do: "add"; readonly words: readonly UserWord[] }
  | { readonly do: "remove"; readonly words: readonly string[] }
  | { readonly do: "formulas"; readonly rows: string }
  | { readonly do: "close" };

export type Request = Work & { readonly id: number };

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly code: ErrorCode; readonly detail: string } };
