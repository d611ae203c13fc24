/** Tells a listener how far the work is. What the listener throws is kept until the core is left. */
export class Progress {
  readonly #listener: ((done: number) => void) | undefined;
  /** What the listener threw; it is not called again. */
  failure: { readonly error: unknown } | undefined;

  constructor(listener: ((done: number) => void) | undefined) {
    this.#listener = listener;
  }

  report(done: number): void {
    if (this.failure) return;
    try {
      this.#listener?.(done);
    } catch (error) {
      this.failure = { error };
    }
  }

  end(): void {
    this.report(1);
    if (this.failure) throw this.failure.error;
  }
}
