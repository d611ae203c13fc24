import type { Span } from "quandian";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { TextView } from "./text-view.js";

/** Which stretch of the text is in the window. */
export class Seen implements ReactiveController {
  span: Span = { start: 0, end: 0 };
  readonly #host: ReactiveControllerHost & { readonly view: TextView };
  #scrolling = 0;

  constructor(host: ReactiveControllerHost & { readonly view: TextView }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("scroll", this.look, { passive: true });
    addEventListener("resize", this.look, { passive: true });
  }

  hostDisconnected(): void {
    removeEventListener("scroll", this.look);
    removeEventListener("resize", this.look);
  }

  look = (): void => {
    if (this.#scrolling !== 0) return;
    this.#scrolling = requestAnimationFrame(() => {
      this.#scrolling = 0;
      const { view } = this.#host;
      const { length } = view.source;
      const share = Math.min(1, innerHeight / Math.max(1, view.getBoundingClientRect().height));
      const start = view.offsetAtTop();
      const end = Math.min(length, start + share * length);
      if (start !== this.span.start || end !== this.span.end) this.span = { start, end };
      this.#host.requestUpdate();
    });
  };
}
