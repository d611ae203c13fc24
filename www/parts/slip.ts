/** A slip of paper under the button that opens it; on a phone the style sheet makes it a sheet at the bottom. */
const GAP = 6;
const EDGE = 8;

/** For a popover that has been opened. Its place is set by script: the policy forbids style attributes. */
export function placeSlip(slip: HTMLElement): void {
  const button = document.querySelector(`[popovertarget="${slip.id}"]`)?.getBoundingClientRect();
  if (button === undefined) return;
  const left = Math.max(EDGE, Math.min(button.left - 12, innerWidth - slip.offsetWidth - EDGE));
  const below = button.bottom + GAP;
  const top = below + slip.offsetHeight <= innerHeight - EDGE ? below : Math.max(EDGE, Math.min(below, innerHeight - slip.offsetHeight - EDGE));
  slip.style.setProperty("--top", `${top}px`);
  slip.style.setProperty("--left", `${left}px`);
}
