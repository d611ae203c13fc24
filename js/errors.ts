/** The one error type. */
import { isErrorCode, remedyOf, sentence, type Language } from "./error-texts.js";
import type { ErrorCode } from "./types.js";

export type { Language } from "./error-texts.js";

const BRAND = Symbol.for("quandian.error");

/** Says what happened and what to do about it. `code` is stable; the wording is not. */
export class QuandianError extends Error {
  /** True across copies of this class too: a program may hold two entry points, bundled apart. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  readonly [BRAND] = true;
  readonly code: ErrorCode;
  /** What the code leaves open: an address, a length, the reason the core gave. */
  readonly detail: string;

  constructor(code: ErrorCode, detail = "", cause?: unknown) {
    super(sentence(code, detail, "en"), cause === undefined ? undefined : { cause });
    this.name = "QuandianError";
    this.code = code;
    this.detail = detail;
  }

  /** What to do about it, in English. */
  get remedy(): string {
    return remedyOf(this.code, "en");
  }

  /** What happened and what to do about it, in the reader's language. */
  explain(language: Language): string {
    return [sentence(this.code, this.detail, language), remedyOf(this.code, language)].filter(Boolean).join(language === "zh" ? "" : " ");
  }
}

/** `error` as a QuandianError; what is none becomes `fallback` with the original as cause. */
export function named(error: unknown, fallback: ErrorCode): QuandianError {
  if (error instanceof QuandianError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  const detail = error instanceof Error ? error.message : String(error);
  return new QuandianError(isErrorCode(code) ? code : fallback, detail, error);
}
