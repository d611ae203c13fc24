import type { ChangeView } from "quandian/files";
import { openFile, type OpenedFile, type UnreadFile } from "../read-file.js";
import { textFrom } from "../text/pasted.js";
import { opened, refusal, type Notice } from "./notice.js";

export interface IntakeHost {
  readonly editing: boolean;
  /** Nothing of the reader's own lies on top. */
  readonly isBlank: boolean;
  /** All texts stand side by side, none on top. */
  readonly comparing: boolean;
  /** Whether a paste into this node is the editor's own. */
  isEdited(node: Node | null): boolean;
  /** A text in place of the one on top. */
  take(text: string, notice: Notice | null): void;
  /** A text beside the others. */
  takeBeside(text: string, notice: Notice | null): Promise<void>;
  /** The one on top comes back, and the text lies beside it. */
  moveBeside(text: string): Promise<void>;
  undo(): void;
  tell(notice: Notice): void;
}

/** What comes from outside: pastes, drops, files. */
export class Intake {
  readonly #host: IntakeHost;

  constructor(host: IntakeHost) {
    this.#host = host;
  }

  /** One file takes the place of the text, several lie side by side. */
  async files(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (files.length === 1 && first !== undefined) return this.#opened(await openFile(first), "accepted", false);
    let refused: UnreadFile | null = null;
    for (const file of files) {
      const read = await openFile(file);
      if ("error" in read) refused = read;
      else await this.#opened(read, "accepted", !this.#host.isBlank);
    }
    if (refused !== null) this.#host.tell(refusal(refused));
  }

  pasted = (event: ClipboardEvent): void => {
    const { clipboardData: data, target } = event;
    const files = [...(data?.files ?? [])];
    const text = data === null ? "" : textFrom(data);
    if (target instanceof HTMLInputElement || (text !== "" && this.#host.isEdited(target as Node | null))) return;
    if (text === "" && files.length === 0) return;
    event.preventDefault();
    if (text === "") void this.files(files);
    else this.#taken(text, this.#host.isBlank ? null : this.#replaced(text));
  };

  dropped = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 && this.#host.editing) return;
    event.preventDefault();
    const text = event.dataTransfer === null ? "" : textFrom(event.dataTransfer);
    if (files.length > 0) void this.files(files);
    else if (text !== "") this.#taken(text, this.#replaced(text));
  };

  #taken(text: string, notice: Notice | null): void {
    if (this.#host.comparing) void this.#host.takeBeside(text, null);
    else this.#host.take(text, notice);
  }

  #replaced(text: string): Notice {
    return {
      says: (words) => words.replaced,
      action: [(words) => words.undo, () => this.#host.undo()],
      also: [(words) => words.desk.beside, () => void this.#host.moveBeside(text)],
    };
  }

  async #opened(file: OpenedFile | UnreadFile, changes: ChangeView, beside: boolean): Promise<void> {
    if ("error" in file) return this.#host.tell(refusal(file));
    const notice = opened(file, changes, (other) => void file.again(other).then((read) => this.#opened(read, other.changes ?? changes, false)));
    if (beside || this.#host.comparing) await this.#host.takeBeside(file.read.text, notice);
    else this.#host.take(file.read.text, notice);
  }
}
