import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Mark } from "../text/marks.js";
import { clearOf } from "../text/shown-marks.js";
import type { MarkEvent, TextView } from "./text-view.js";

const HOVER_DELAY = 280;
const LEAVE_DELAY = 220;

export interface PointingHost extends ReactiveControllerHost {
  /** The text on top. */
  readonly view: TextView;
  /** A mark was chosen: what stands beside the text shows it too. */
  chose(mark: Mark): void;
}

/** Which mark is selected, which has its card open, and the way back to what was left for it. */
export class Pointing implements ReactiveController {
  selected: Mark | null = null;
  carded: { readonly mark: Mark; readonly anchor: HTMLElement } | null = null;
  /** How Esc goes back to what was left for the text: a row, an item of the board. */
  origin: (() => void) | null = null;
  readonly #host: PointingHost;
  /** The card was asked for, and does not go with the pointer. */
  #pinned = false;
  #hovering = 0;
  #leaving = 0;

  constructor(host: PointingHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stay();
    clearTimeout(this.#hovering);
  }

  pointed = (event: CustomEvent<MarkEvent>): void => {
    const { mark, element, by } = event.detail;
    clearTimeout(this.#leaving);
    clearTimeout(this.#hovering);
    if (by === "hover") {
      if (this.#pinned || this.carded?.anchor === element) return;
      this.#hovering = window.setTimeout(() => this.#card({ mark, anchor: element }), HOVER_DELAY);
      return;
    }
    this.#pinned = true;
    this.#show(mark, element);
  };

  left = (): void => {
    clearTimeout(this.#hovering);
    clearTimeout(this.#leaving);
    if (!this.#pinned) this.#leaving = window.setTimeout(() => this.#card(null), LEAVE_DELAY);
  };

  /** The pointer went on into the card. */
  stay = (): void => clearTimeout(this.#leaving);

  close = (): void => {
    clearTimeout(this.#hovering);
    this.unpin();
    this.#host.view.select(null);
    this.selected = null;
  };

  /** The card goes, the selection stays. */
  unpin(): void {
    this.#pinned = false;
    this.#card(null);
  }

  /** The card was closed from within: the focus goes back to its mark, which does not open it again. */
  dismissed = (): void => {
    const anchor = this.carded?.anchor;
    const inside = document.activeElement?.closest("quandian-card") != null;
    this.unpin();
    if (!inside || anchor === undefined) return;
    anchor.focus({ preventScroll: true });
    this.unpin();
  };

  go(mark: Mark, origin: (() => void) | null = this.origin): void {
    this.origin = origin;
    const element = this.#host.view.go(mark, true);
    if (element === null) return;
    this.#pinned = true;
    this.selected = mark;
    // The card takes its place once the text has come to rest, unless the reader has gone on by then: a key held down is faster.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (this.#pinned && this.selected === mark) this.#show(mark, element);
    }));
  }

  /** Another text, or another answer about this one. */
  select(mark: Mark | null): void {
    this.selected = mark;
    this.#host.requestUpdate();
  }

  /** To what was left for the text. */
  back(): void {
    this.origin?.();
    this.origin = null;
  }

  #show(mark: Mark, anchor: HTMLElement): void {
    this.#host.view.select(mark);
    this.selected = mark;
    this.#host.chose(mark);
    this.#card({ mark, anchor });
    anchor.setAttribute("aria-describedby", "card");
    // The card stands there after its own update, which the host's brings about.
    requestAnimationFrame(() => requestAnimationFrame(() => clearOf(anchor, document.querySelector("quandian-card .card"))));
  }

  #card(carded: Pointing["carded"]): void {
    this.carded = carded;
    this.#host.requestUpdate();
  }
}
