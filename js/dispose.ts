/** `Symbol.dispose`, or its stand-in where `using` is compiled down and the engine has none yet. */
export const DISPOSE: typeof Symbol.dispose = Symbol.dispose ?? (Symbol.for("Symbol.dispose") as typeof Symbol.dispose);
