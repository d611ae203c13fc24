/// <reference lib="esnext.disposable" preserve="true" />
/**
 * What analysis returns. All offsets are UTF-16 code units into the text as it was given:
 * `text.slice(start, end)` is the span, always.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with its own characters. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** One word of the cut. Tokens partition the text, except in the modes `full` and `search`, where they overlap. */
export interface Token extends TextSpan {
  /** Part of speech in jieba's tag set. */
  readonly partOfSpeech: string;
}

export type NumberKind = "quantity" | "percent" | "money" | "ratio" | "date" | "duration" | "ordinal" | "code";
export type Bound = "exact" | "about" | "more_than" | "less_than";

export interface NumberAnnotation extends TextSpan {
  readonly layer: "number";
  readonly kind: NumberKind;
  /** Exact decimal as a string; two for a range; `"2/3"`, `"1:3"` or `"5:3:2"` for a ratio; null for dates and codes. */
  readonly value: string | readonly [string, string] | null;
  /** Classifier, unit, `percent`, `percentage_point`, ISO 4217 code … without the magnitude. */
  readonly unit: string | null;
  readonly bound: Bound;
  /** What is counted. */
  readonly of: TextSpan | null;
  /** A date in EDTF (ISO 8601-2). */
  readonly edtf: string | null;
  /** A duration in ISO 8601. */
  readonly iso: string | null;
  /** Set where the number is the amount of a rise or a fall. */
  readonly direction: "up" | "down" | null;
  readonly rate: "per" | "per_head" | "year_on_year" | "period_on_period" | "share" | null;
  /** Planned or aimed at, not reported. */
  readonly planned: boolean;
  /** The rule that read it. */
  readonly rule: string;
}

export type SloganKind = "formula" | "brand" | "couplet" | "parallel" | "maxim" | "formulation";
export type MemberStatus = "complete" | "partial" | "open" | "mismatch" | "none";

export interface Member {
  readonly text: string;
  readonly source: "text" | "glossary";
  /** Offsets where the text says it; absent for glossary members. */
  readonly start?: number;
  readonly end?: number;
  /** Which numeral of the formula it belongs to, from 0. */
  readonly group?: number;
}

export interface SloganAnnotation extends TextSpan {
  readonly layer: "slogan";
  readonly kind: SloganKind;
  readonly quoted: boolean;
  readonly members: readonly Member[];
  readonly memberStatus: MemberStatus;
  /** Index in `slogans` of the slogan this one stands inside. */
  readonly parent: number | null;
  /** Mentions of one slogan share this number. */
  readonly identity: number;
  /** The same in every text for one slogan, whatever its script, marks and numerals: 2维护 for 两个维护, 兩個維護 and “两个维护”. */
  readonly canonical: string;
  /** What the glossary lists for a formula, whether or not the text says the same. */
  readonly listed: readonly string[];
  readonly rule: string;
}

/** Two figures of one indicator. */
export interface Change extends TextSpan {
  readonly layer: "change";
  readonly from: string;
  readonly to: string;
  readonly unit: string | null;
  readonly of: TextSpan | null;
  /** `to - from`, exact; null where it is too large to be written down. */
  readonly delta: string | null;
  /** The change in per cent of `from`, rounded to two decimals; null where `from` is zero. */
  readonly percent: string | null;
  /** Indices in `numbers`. */
  readonly first: number;
  readonly last: number;
  readonly rule: string;
}

/** A number with its setting. */
export interface Fact {
  /** Index in `numbers`. */
  readonly number: number;
  readonly indicator: TextSpan | null;
  /** Index in `numbers` of the date in force. */
  readonly time: number | null;
  readonly sentence: Span;
}

export interface Rejection extends TextSpan {
  readonly layer: "rejected";
  /** The layer that left it out. */
  readonly of: "number" | "slogan";
  readonly reason: string;
  readonly rule: string;
}

export type Layer = "words" | "numbers" | "slogans";
export type Mode = "accurate" | "full" | "search";

export interface AnalyzeOptions {
  /** Default: all; `words` only where a lexicon is loaded. */
  readonly layers?: readonly Layer[];
  readonly mode?: Mode;
  /** The plain cut: numbers, formulas and brands are not kept whole. jieba's lexicon knows no other. */
  readonly parts?: boolean;
  /** Whether jieba's model joins single characters to words nobody listed; default true. Only jieba's lexicon has the model. */
  readonly hmm?: boolean;
  /** Whether words get their parts of speech; default true. With jieba's lexicon and no other layer a cut without them is faster. */
  readonly tags?: boolean;
  /** Also list what was left out, with reasons. */
  readonly rejected?: boolean;
  /**
   * The day the text was written on, `YYYY-MM-DD`: 去年, 近三年, 3月5日 are reckoned from it, and 去年 is marked. Without it they stay
   * open; there is no clock.
   */
  readonly referenceDate?: string;
  readonly signal?: AbortSignal;
  /** Is told how much of the work is done, from 0 to 1, after each step of it. Of use for texts of megabytes, in a worker. */
  readonly onProgress?: (done: number) => void;
}

/** What can be said of a cut alone. */
export type SegmentOptions = Pick<AnalyzeOptions, "mode" | "parts" | "hmm" | "signal">;

export type KeywordMethod = "textrank" | "tf-idf";

export interface KeywordOptions extends Pick<AnalyzeOptions, "parts" | "hmm" | "signal"> {
  /** By the company words keep in the text, which is the default, or by rarity elsewhere, which needs the option `idf`. */
  readonly method?: KeywordMethod;
  /** How many at most; default 20. */
  readonly count?: number;
  /** Parts of speech that keywords may have; an empty list lets all in. Default: `ns n vn v` for TextRank, all for TF-IDF. */
  readonly allow?: readonly string[];
}

/** A word that says much about a text. Its span is where it stands first. */
export interface Keyword extends Token {
  readonly weight: number;
  /** How often it stands in the text. */
  readonly count: number;
}

/** What can be said of one layer alone. */
export type LayerOptions = Omit<AnalyzeOptions, "layers">;

export interface Analysis {
  readonly version: 1;
  readonly text: string;
  /** Empty without a lexicon. Objects are made when first asked for. */
  readonly tokens: readonly Token[];
  /** Where each token begins, in UTF-16 code units. Made when first asked for. */
  readonly tokenStarts: Uint32Array;
  /** Where each token ends. */
  readonly tokenEnds: Uint32Array;
  /** Index into `tags` for each token; empty where tags were not wanted. */
  readonly tokenTags: Uint8Array;
  /** Part-of-speech names. */
  readonly tags: readonly string[];
  readonly numbers: readonly NumberAnnotation[];
  readonly changes: readonly Change[];
  readonly facts: readonly Fact[];
  readonly slogans: readonly SloganAnnotation[];
  readonly rejected: readonly Rejection[];
}

/** A user word: itself, or with frequency and part of speech. */
export type UserWord = string | readonly [word: string, frequency?: number, partOfSpeech?: string];

/** An address, an answer to a request, or the bytes themselves. */
export type BytesInput = string | URL | Request | Response | BufferSource;
/** The same, or a function that gives one of them when it is needed. */
export type LazyBytes = BytesInput | Promise<BytesInput> | (() => BytesInput | Promise<BytesInput>);

/** A formula of the reader's own, and what it stands for. */
export type UserFormula = readonly [formula: string, members: readonly string[]];

export type WasmInput = BytesInput | WebAssembly.Module | Promise<BytesInput | WebAssembly.Module>;

export interface CreateOptions {
  /** Where the wasm comes from; default: beside this module. The first one of a thread serves all its analysers. */
  readonly wasm?: WasmInput;
  /**
   * The lexicon, the compact one or jieba's: bytes, an address, or `false` for none, which leaves numbers and slogans. Default: the compact one beside this
   * module, unless `layers` say that no words are wanted.
   */
  readonly lexicon?: LazyBytes | false;
  /**
   * The model that tells parts of speech of words in no lexicon, for jieba's lexicon; `quandian/jieba` has it. It is loaded by the
   * first call that tells parts of speech; without it such words are `x`.
   */
  readonly tagModel?: LazyBytes;
  /** jieba's table of inverse document frequencies, for keywords by TF-IDF; `quandian/idf` has it. Loaded when first needed. */
  readonly idf?: LazyBytes;
  /** What this analyser is for; default: everything. Without `"words"` no lexicon is loaded. */
  readonly layers?: readonly Layer[];
  readonly words?: Iterable<UserWord>;
  /**
   * Your own formulas, which win over the shipped glossary: tab-separated rows (formula, members joined by 、, period), or
   * pairs of a formula and its members.
   */
  readonly formulas?: string | Iterable<UserFormula>;
  /** Longest text taken, in UTF-8 bytes; default 10,000,000. */
  readonly limit?: number;
}

/** What is needed to begin at once: nothing may have to be waited for. */
export interface SyncOptions extends Omit<CreateOptions, "wasm" | "lexicon" | "tagModel" | "idf"> {
  /** Bytes or a compiled module; `quandian/inline`, and with it Node, has its own. */
  readonly wasm?: BufferSource | WebAssembly.Module;
  /** Bytes, or `false`; `quandian/inline`, and with it Node, has its own. */
  readonly lexicon?: BufferSource | (() => BufferSource) | false;
  readonly tagModel?: BufferSource | (() => BufferSource);
  readonly idf?: BufferSource | (() => BufferSource);
}

/** One interface, two implementations: in this thread, and in a worker. */
export interface Analyzer extends Disposable {
  analyze(text: string, options?: AnalyzeOptions): Promise<Analysis>;
  /** The words alone. */
  segment(text: string, options?: SegmentOptions): Promise<string[]>;
  /** The words alone, with place and part of speech. */
  tag(text: string, options?: SegmentOptions): Promise<readonly Token[]>;
  /** The words that say most about the text, the weightiest first. */
  keywords(text: string, options?: KeywordOptions): Promise<readonly Keyword[]>;
  /** The numbers alone. */
  numbers(text: string, options?: LayerOptions): Promise<readonly NumberAnnotation[]>;
  /** The slogans alone. */
  slogans(text: string, options?: LayerOptions): Promise<readonly SloganAnnotation[]>;
  addWords(words: Iterable<UserWord>): Promise<void>;
  removeWords(words: Iterable<string>): Promise<void>;
  /** Takes the place of the option `formulas`; an empty string leaves the shipped glossary alone. */
  setFormulas(formulas: NonNullable<CreateOptions["formulas"]>): Promise<void>;
  /** Gives its memory back. Every later call fails with the code `disposed`. */
  dispose(): void;
}

/** The same in this thread without promises. Errors are thrown. */
export interface SyncAnalyzer extends Disposable {
  analyzeSync(text: string, options?: AnalyzeOptions): Analysis;
  segmentSync(text: string, options?: SegmentOptions): string[];
  tagSync(text: string, options?: SegmentOptions): readonly Token[];
  keywordsSync(text: string, options?: KeywordOptions): readonly Keyword[];
  addWordsSync(words: Iterable<UserWord>): void;
  removeWordsSync(words: Iterable<string>): void;
  setFormulasSync(formulas: NonNullable<CreateOptions["formulas"]>): void;
  /** Gives its memory back. Every later call fails with the code `disposed`. */
  dispose(): void;
}

export interface WorkerOptions extends CreateOptions {
  /** A worker of your own that runs this package's `worker.js`, or its address; default: beside this module. */
  readonly worker?: Worker | string | URL;
  /** How long the worker may take to get ready, in milliseconds; default 30,000. */
  readonly startTimeoutMs?: number;
  /** How long one call may take once it is the worker's turn, in milliseconds; default 60,000. */
  readonly answerTimeoutMs?: number;
}

/** Every code is explained in Chinese and English by js/error-texts.ts. */
export type ErrorCode =
  | "text-too-long" | "lexicon-damaged" | "lexicon-missing" | "idf-missing" | "lexicon-not-found" | "user-word" | "option"
  | "wasm-blocked-by-csp" | "wasm-not-found" | "wasm-wrong-mime" | "wasm-bad-bytes"
  | "script-not-found" | "worker-failed" | "worker-timeout" | "worker-not-allowed" | "aborted" | "disposed" | "internal"
  | "file-not-found" | "file-empty" | "file-too-large" | "file-old-word" | "file-not-text" | "file-encoding"
  | "file-damaged" | "file-protected" | "file-unpacks-too-large" | "file-fixed-layout" | "file-image" | "file-not-word";
