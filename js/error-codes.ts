/**
 * Takes the place of `error-texts.ts` in the worker, whose errors cross to the page as a code and a detail and are put into
 * words there.
 */
import type { ErrorCode } from "./types.js";

export type { Language } from "./error-texts.js";

/** Codes are words joined by hyphens, unlike those of Node and of the browser. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && /^[a-z]+(-[a-z]+)*$/.test(code);
}

export function remedyOf(): string {
  return "";
}

export function sentence(code: ErrorCode, detail: string): string {
  return detail === "" ? code : `${code}: ${detail}`;
}
