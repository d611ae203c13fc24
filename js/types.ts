/// <reference lib="esnext.disposable" preserve="true" />
/** What analysis takes and returns. */

/** A place in the text as it was given: half open, in UTF-16 code units. `text.slice(start, end)` is the span, always. */
export interface Span {
  /** UTF-16 code units before it. */
  readonly start: number;
  /** UTF-16 code units up to its end. */
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

/**
 * 36所 is a `quantity`, 97.6% and 近七成 are a `percent`, 12.6亿元 is `money`, 三分之二, 2.4倍 and 1:3 are a `ratio`, 2023年10月 is a `date`,
 * 三年六个月 a `duration`, 第36期 an `ordinal`, a telephone number a `code`.
 */
export type NumberKind = "quantity" | "percent" | "money" | "ratio" | "date" | "duration" | "ordinal" | "code";
/** How exact a number is: `about` for 约 and 几, `more_than` for 余, 超 and 以上, `less_than` for 近, 不到 and 以内. */
export type Bound = "exact" | "about" | "more_than" | "less_than";

/** A number of the text. Its span has modifier, numeral and unit (近2500名); verbs (达, 共) and quotation marks stand outside. */
export interface NumberAnnotation extends TextSpan {
  readonly layer: "number";
  readonly kind: NumberKind;
  /** Exact decimal as a string; two for a range; `"2/3"`, `"1:3"` or `"5:3:2"` for a ratio; null for dates and codes. */
  readonly value: string | readonly [string, string] | null;
  /** Classifier, unit, `percent`, `percentage_point`, ISO 4217 code … without the magnitude. */
  readonly unit: string | null;
  /** How exact it is: 近2500名 is `less_than`. */
  readonly bound: Bound;
  /** What is counted: 夜校 of 36所夜校. Null where the text does not say, and without a lexicon. */
  readonly of: TextSpan | null;
  /** A date in EDTF (ISO 8601-2): `"2023-10-17"`, `"2020/.."`; what is not written is `X` (`"XXXX-03-12"`). */
  readonly edtf: string | null;
  /** A duration in ISO 8601: `"P3Y6M"`. */
  readonly iso: string | null;
  /** Set where the number is the amount of a rise or a fall. */
  readonly direction: "up" | "down" | null;
  /** How the amount is to be taken: `per` 每, `per_head` 人均, `year_on_year` 同比, `period_on_period` 环比, `share` 占比. */
  readonly rate: "per" | "per_head" | "year_on_year" | "period_on_period" | "share" | null;
  /** Planned or aimed at, not reported. */
  readonly planned: boolean;
  /** Name of the rule that read it; `sayRule` of `quandian/rules` puts it into words. */
  readonly rule: string;
}

/**
 * “五查五看” and “1+3+N” are a `formula`, the name of a programme is a `brand`, two halves of a line are a `couplet`, three and more phrases
 * on one frame are `parallel`, a saying is a `maxim`, a standing wording without a numeral (不忘初心) is a `formulation`.
 */
export type SloganKind = "formula" | "brand" | "couplet" | "parallel" | "maxim" | "formulation";
/**
 * Of the members of a formula: `complete`, as many as its numeral says; `partial`, fewer, and 等 closes the list; `open`, where the formula itself
 * leaves a place open (N); `mismatch`, another number than it says; `none`, where nobody says.
 */
export type MemberStatus = "complete" | "partial" | "open" | "mismatch" | "none";

/** One of the things that a formula stands for. */
export interface Member {
  readonly text: string;
  /** Who says so. The text goes before the glossary. */
  readonly source: "text" | "glossary";
  /** Where the text says it, in UTF-16 code units; absent where the glossary does. */
  readonly start?: number;
  readonly end?: number;
  /** Which numeral of the formula it belongs to, from 0. */
  readonly group?: number;
}

/** A slogan of the text, without the quotation marks around it. */
export interface SloganAnnotation extends TextSpan {
  readonly layer: "slogan";
  readonly kind: SloganKind;
  /** Whether quotation marks stand around it. */
  readonly quoted: boolean;
  /** What a formula stands for; empty where neither text nor glossary says, and for all other kinds. */
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
  /** Name of the rule that found it; `sayRule` of `quandian/rules` puts it into words. */
  readonly rule: string;
}

/** Two figures of one indicator: 从71%提高到94%. */
export interface Change extends TextSpan {
  readonly layer: "change";
  /** The value of the first figure. */
  readonly from: string;
  /** The value of the last figure. */
  readonly to: string;
  /** Of both, as in `NumberAnnotation`. */
  readonly unit: string | null;
  /** The indicator. */
  readonly of: TextSpan | null;
  /** `to - from`, exact; null where it is too large to be written down, or there is none: 三分之一 to 二分之一. */
  readonly delta: string | null;
  /** The change in per cent of `from`, rounded to two decimals; null where `from` is zero. */
  readonly percent: string | null;
  /** Index in `numbers` of the first figure. */
  readonly first: number;
  /** Index in `numbers` of the last figure. */
  readonly last: number;
  readonly rule: string;
}

/** A quantity, amount, per cent or ratio with what the sentence says about it. */
export interface Fact {
  /** Index in `numbers`. */
  readonly number: number;
  /** What is measured. */
  readonly indicator: TextSpan | null;
  /** Index in `numbers` of the date in force: the nearest before it in the sentence. */
  readonly time: number | null;
  readonly sentence: Span;
}

/** A numeral that is no number (一 of 一把手), or a quoted string that is no slogan. Listed with the option `rejected`. */
export interface Rejection extends TextSpan {
  readonly layer: "rejected";
  /** The layer that left it out. */
  readonly of: "number" | "slogan";
  /** `idiom`, `formula`, `name`, `dash`, `speech`, `scare_quote` and others: docs/numbers.md and docs/slogans.md have them all. */
  readonly reason: string;
  readonly rule: string;
}

/** What is looked for. Only words need a lexicon. */
export type Layer = "words" | "numbers" | "slogans";
/** How words are cut: `accurate`, the best cut; `full`, every word at every place; `search`, the best cut with the shorter words inside. */
export type Mode = "accurate" | "full" | "search";

/** Of one call. An option that there is not is an error (`option`). */
export interface AnalyzeOptions {
  /** Default: all; `words` only where a lexicon is loaded. */
  readonly layers?: readonly Layer[];
  /** Default: `accurate`. */
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
  /** Ends the call with the code `aborted`. In this thread it can only keep work from beginning; a worker is ended if need be. */
  readonly signal?: AbortSignal;
  /** Is told how much of the work is done, from 0 to 1, after each step of it. Of use for texts of megabytes, in a worker. */
  readonly onProgress?: (done: number) => void;
}

/** What can be said of a cut alone. */
export type SegmentOptions = Pick<AnalyzeOptions, "mode" | "parts" | "hmm" | "signal">;

/** `textrank`: by the company words keep in the text. `tf-idf`: by rarity elsewhere; needs the option `idf`. */
export type KeywordMethod = "textrank" | "tf-idf";

export interface KeywordOptions extends Pick<AnalyzeOptions, "parts" | "hmm" | "signal"> {
  /** Default: `textrank`. */
  readonly method?: KeywordMethod;
  /** How many at most; default 20. */
  readonly count?: number;
  /** Parts of speech that keywords may have; an empty list lets all in. Default: `ns n vn v` for TextRank, all for TF-IDF. */
  readonly allow?: readonly string[];
}

/** A word that says much about a text. Its span is where it stands first. */
export interface Keyword extends Token {
  /** The higher, the more it says; only weights of one answer compare. */
  readonly weight: number;
  /** How often it stands in the text. */
  readonly count: number;
}

/** What can be said of one layer alone. */
export type LayerOptions = Omit<AnalyzeOptions, "layers">;

/** What was found in a text: plain data, with nothing to free. */
export interface Analysis {
  /** Of this format. */
  readonly version: 1;
  /** The text as it was given. */
  readonly text: string;
  /** Empty without a lexicon. Objects are made when first asked for. */
  readonly tokens: readonly Token[];
  /** Where each token begins, in UTF-16 code units. Made when first asked for. */
  readonly tokenStarts: Uint32Array;
  /** Where each token ends, in UTF-16 code units. */
  readonly tokenEnds: Uint32Array;
  /** Index into `tags` for each token; empty where tags were not wanted. */
  readonly tokenTags: Uint8Array;
  /** Part-of-speech names. */
  readonly tags: readonly string[];
  /** In text order, without overlap. */
  readonly numbers: readonly NumberAnnotation[];
  readonly changes: readonly Change[];
  /** In the order of their numbers. */
  readonly facts: readonly Fact[];
  /** In text order, the outer before the inner; only a formula stands inside another slogan. */
  readonly slogans: readonly SloganAnnotation[];
  /** Empty without the option `rejected`. */
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

/** The same, or a module that is compiled already. */
export type WasmInput = BytesInput | WebAssembly.Module | Promise<BytesInput | WebAssembly.Module>;

/** Of an analyser. An option that there is not is an error (`option`). */
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
  /** Words of your own, as `addWords` takes them. */
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

/**
 * One interface, two implementations: in this thread, and in a worker. Make one and keep it; calls are done in the order in which they
 * are made. What fails is a `QuandianError`, but for a text that is no string, which is a `TypeError`.
 */
export interface Analyzer extends Disposable {
  /** All that is found in a text. Fails where the text is over `limit` (`text-too-long`) or an option cannot be read (`option`); no text itself is an error. */
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
  /** Words of your own, with any characters. Without a frequency a word wins over its parts. What is none fails with `user-word`. */
  addWords(words: Iterable<UserWord>): Promise<void>;
  /** Takes out words, yours and the lexicon's. */
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

/** Of an analyser in a worker. */
export interface WorkerOptions extends CreateOptions {
  /** A worker of your own that runs this package's `worker.js`, or its address; default: beside this module. */
  readonly worker?: Worker | string | URL;
  /** How long the worker may take to get ready, in milliseconds; default 30,000. */
  readonly startTimeoutMs?: number;
  /** How long one call may take once it is the worker's turn, in milliseconds; default 60,000. */
  readonly answerTimeoutMs?: number;
}

/** What failed: stable, and explained in Chinese and English by `QuandianError.explain`. docs/errors.md says what to do about each. */
export type ErrorCode =
  | "text-too-long" | "lexicon-damaged" | "lexicon-missing" | "idf-missing" | "lexicon-not-found" | "user-word" | "option"
  | "wasm-blocked-by-csp" | "wasm-not-found" | "wasm-wrong-mime" | "wasm-bad-bytes"
  | "script-not-found" | "worker-failed" | "worker-timeout" | "worker-not-allowed" | "aborted" | "disposed" | "internal"
  | "file-not-found" | "file-empty" | "file-too-large" | "file-old-word" | "file-not-text" | "file-encoding"
  | "file-damaged" | "file-protected" | "file-unpacks-too-large" | "file-fixed-layout" | "file-image" | "file-not-word";
