import { joinLines } from "quandian/files";
import { textFrom } from "../text/pasted.js";
import { NOT_LOADED, type Action, type Notice } from "./notice.js";
import type { Step } from "./text-view.js";

export interface IntakeHost {
  readonly editing: boolean;
  /** Nothing of the reader's own lies on top. */
  readonly isBlank: boolean;
  /** All texts stand side by side, none on top. */
  readonly comparing: boolean;
  /** Whether a paste into this node is the editor's own. */
  isEdited(node: Node | null): boolean;
  /** A text in place of the one on top. */
  take(text: string, notice: Notice | null, step?: Step): void;
  /** A text beside the others. */
  takeBeside(text: string, notice: Notice | null): Promise<void>;
  /** The one on top comes back, and the text lies beside it. */
  moveBeside(text: string, notice: Notice | null): Promise<void>;
  undo(): void;
  tell(notice: Notice): void;
}

/** What comes from outside: pastes, drops, files. */
export class Intake {
  readonly #host: IntakeHost;

  constructor(host: IntakeHost) {
    this.#host = host;
  }

  async files(files: readonly File[]): Promise<void> {
    const reader = await import("./file-intake.js").catch(() => null);
    if (reader === null) return this.#host.tell(NOT_LOADED);
    await new reader.FileIntake(this.#host, this).take(files);
  }

  pasted = (event: ClipboardEvent): void => {
    const { clipboardData: data, target } = event;
    const files = [...(data?.files ?? [])];
    const text = data === null ? "" : textFrom(data);
    if (target instanceof HTMLInputElement || (text !== "" && this.#host.isEdited(target as Node | null))) return;
    // Blanks alone are no text.
    if (text.trim() === "" && files.length === 0) return;
    event.preventDefault();
    if (text.trim() === "") void this.files(files);
    else this.#taken(text, this.#host.isBlank ? null : this.replaced(text, (words) => words.replaced));
  };

  dropped = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 && this.#host.editing) return;
    event.preventDefault();
    const text = event.dataTransfer === null ? "" : textFrom(event.dataTransfer);
    if (files.length > 0) void this.files(files);
    else if (text !== "") this.#taken(text, this.replaced(text, (words) => words.replaced));
  };

  #taken(text: string, notice: Notice | null): void {
    const joins = this.joins(text);
    if (this.#host.comparing) void this.#host.takeBeside(text, offering(joins, null));
    else this.#host.take(text, offering(joins, notice));
  }

  /** The offer to join the lines that a page broke, where there are such. */
  joins(text: string): readonly Action[] {
    const whole = joinLines(text);
    if (whole === null) return [];
    const join = (): void => this.#host.take(whole.text, this.replaced(whole.text, (words) => words.joined(whole.breaks)));
    return [[(words) => words.join, join]];
  }

  /** Says that the reader's own text made room, and offers it back. */
  replaced(text: string, says: Notice["says"]): Notice {
    return { says, actions: this.wayBack(text, null) };
  }

  /** Back to the text before; or it comes back and this one lies beside it, with what is said of it there. */
  wayBack(text: string, beside: Notice | null): readonly Action[] {
    return [[(words) => words.undo, () => this.#host.undo()], [(words) => words.desk.beside, () => void this.#host.moveBeside(text, beside)]];
  }
}

/** What is said of a text that has come, with what can be done about its lines. */
function offering(joins: readonly Action[], notice: Notice | null): Notice | null {
  return joins.length === 0 ? notice : { says: (words) => words.broken, ...notice, actions: [...joins, ...(notice?.actions ?? [])] };
}
