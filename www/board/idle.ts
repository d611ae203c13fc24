/** Long work in small steps, done while the page has nothing else to do. */

/** Milliseconds of one turn: a keystroke that comes meanwhile is answered in the next frame. */
const TURN = 8;
/** A page that is never idle gets on with it all the same. */
const PATIENCE = 1500;

type Later = (work: () => void) => () => void;

export const whenIdle: Later = "requestIdleCallback" in globalThis
  ? (work) => {
      const id = requestIdleCallback(work, { timeout: PATIENCE });
      return () => cancelIdleCallback(id);
    }
  : (work) => {
      const id = setTimeout(work, 30);
      return () => clearTimeout(id);
    };

/** Runs the steps to their end and hands over what they return, unless the function it answers with is called before. */
export function inIdleTime<Result>(steps: Generator<undefined, Result>, done: (result: Result) => void): () => void {
  let cancel = (): void => undefined;
  const turn = (): void => {
    const until = performance.now() + TURN;
    do {
      const step = steps.next();
      if (step.done === true) return done(step.value);
    } while (performance.now() < until);
    cancel = whenIdle(turn);
  };
  cancel = whenIdle(turn);
  return () => cancel();
}
