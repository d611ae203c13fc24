/** What the keyboard asks for, wherever the focus is. */
export interface Commands {
  /** Esc, with the element that had the focus. */
  back(from: Element | null): void;
  undo(): void;
  redo(): void;
  /** To the next mark, or the one before. */
  step(direction: 1 | -1): void;
  toggleAll(): void;
  enterCard(): void;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { n: 1, j: 1, ArrowRight: 1, p: -1, k: -1, ArrowLeft: -1 };

/** Single letters count only where the focus is in the text or the card, so that they take nothing from other programs. */
export function hearKeys(page: Element, commands: Commands): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.isComposing || page.querySelector(":popover-open") !== null) return;
    const target = event.target instanceof Element ? event.target : null;
    if (event.key === "Escape") return commands.back(target);
    const isTyping = target?.closest("input, [contenteditable]") != null;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      const change = event.altKey || target instanceof HTMLInputElement ? null : changeOf(event, isTyping);
      if (change === null) return;
      event.preventDefault();
      return commands[change]();
    }
    if (isTyping || target?.closest("quandian-text-view, quandian-card") == null) return;
    const step = STEPS[event.key];
    if (event.key === "h") commands.toggleAll();
    else if (step !== undefined) {
      event.preventDefault();
      commands.step(step);
    } else if (event.key === "Enter" && target.closest("mark") !== null) {
      // Or the button that takes the focus would be pressed by the same key.
      event.preventDefault();
      commands.enterCard();
    }
  };
}

function changeOf({ key, shiftKey }: KeyboardEvent, isTyping: boolean): "undo" | "redo" | null {
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return isTyping && key.toLowerCase() === "y" ? "redo" : null;
}
