/**
 * What the two sides of a worker say to each other. Every request has an id and gets one answer, a
 * result or an error; before it may come how much is done, where that was asked for.
 */
import type { PlainKeywordOptions, PlainOptions } from "./engine.js";
import type { BytesInput, ErrorCode, Layer } from "./types.js";
import type { WordChange } from "./user-words.js";

/** Inputs that can be posted: addresses are absolute, answers to requests were read. */
export type PortableBytes = Exclude<BytesInput, URL | Request | Response>;

export interface OpenOptions {
  readonly wasm: PortableBytes | WebAssembly.Module | undefined;
  readonly lexicon: PortableBytes | false | undefined;
  readonly tagModel: PortableBytes | undefined;
  readonly idf: PortableBytes | undefined;
  readonly layers: readonly Layer[] | undefined;
  readonly formulas: string;
  readonly limit: number | undefined;
}

export type Work =
  | { readonly do: "open"; readonly options: OpenOptions; readonly words: readonly WordChange[] }
  | { readonly do: "analyze"; readonly text: string; readonly options: PlainOptions; readonly progress: boolean }
  | { readonly do: "keywords"; readonly text: string; readonly options: PlainKeywordOptions }
  | { readonly do: "words"; readonly words: readonly WordChange[] }
  | { readonly do: "formulas"; readonly rows: string }
  | { readonly do: "close" };

export type Request = Work & { readonly id: number };

export type Answer =
  | { readonly id: number; readonly done: number }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly code: ErrorCode; readonly detail: string } };
