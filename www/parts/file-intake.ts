import type { ChangeView } from "quandian/files";
import { openFile, type OpenedFile, type UnreadFile, type Wanted } from "../read-file.js";
import { opened, refusal } from "./file-notice.js";
import type { Intake, IntakeHost } from "./intake.js";
import type { Notice } from "./notice.js";

/** What files bring: read as they want to be, in place of the text or beside it. Loaded when the first one comes. */
export class FileIntake {
  readonly #host: IntakeHost;
  readonly #intake: Pick<Intake, "joins" | "wayBack">;

  constructor(host: IntakeHost, intake: Pick<Intake, "joins" | "wayBack">) {
    this.#host = host;
    this.#intake = intake;
  }

  /** One file takes the place of the text, several lie side by side. */
  async take(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (files.length === 1 && first !== undefined) return this.#opened(await openFile(first), false);
    let refused: UnreadFile | null = null;
    for (const file of files) {
      const read = await openFile(file);
      if ("error" in read) refused = read;
      else await this.#opened(read, !this.#host.isBlank);
    }
    if (refused !== null) this.#refused(refused, true);
  }

  async #opened(file: OpenedFile | UnreadFile, beside: boolean): Promise<void> {
    if ("error" in file) return this.#refused(file, beside);
    const { text } = file.read;
    if (beside || this.#host.comparing) await this.#host.takeBeside(text, this.#read(file, "accepted", false));
    else this.#host.take(text, this.#read(file, "accepted", !this.#host.isBlank));
  }

  #refused(file: UnreadFile, beside: boolean): void {
    this.#host.tell(refusal(file, (wanted) => void file.again?.(wanted).then((read) => this.#opened(read, beside && !this.#host.isBlank))));
  }

  /** How the file on top was read, the other ways, and the way back to the text it took the place of. */
  #read(file: OpenedFile, changes: ChangeView, replaces: boolean): Notice {
    const { text } = file.read;
    const back = replaces ? this.#intake.wayBack(text, this.#read(file, changes, false)) : [];
    const again = async (wanted: Wanted): Promise<void> => {
      const read = await file.again(wanted);
      if ("error" in read) return this.#host.tell({ ...refusal(read, (other) => void again(other)), actions: back });
      this.#host.take(read.read.text, this.#read(read, wanted.changes ?? changes, replaces), "same");
    };
    const notice = opened(file, changes, (wanted) => void again(wanted));
    return { ...notice, actions: [...(notice.actions ?? []), ...this.#intake.joins(text), ...back] };
  }
}
