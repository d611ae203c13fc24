/** The worker's side: an engine behind messages. Whatever fails is posted, since nobody hears a worker's own errors. */
import { assets } from "./assets.js";
import { Engine } from "./engine.js";
import { named, QuandianError } from "./errors.js";
import type { CreateOptions } from "./types.js";
import type { RawAnalysis, RawKeywords } from "./wasm.js";
import type { Answer, OpenOptions, Request, Work } from "./worker-messages.js";

interface Scope {
  addEventListener(type: "message", listener: (event: MessageEvent<Request>) => void): void;
  postMessage(answer: Answer, transfer: readonly ArrayBufferLike[]): void;
}

const scope = globalThis as unknown as Scope;
let engine: Engine | undefined;

scope.addEventListener("message", ({ data }) => {
  void answer(data);
});

async function answer(request: Request): Promise<void> {
  const { id } = request;
  try {
    const result = await perform(request, (done) => scope.postMessage({ id, done }, []));
    scope.postMessage({ id, result }, result ? buffersOf(result) : []);
  } catch (error) {
    const { code, detail } = named(error, "internal");
    scope.postMessage({ id, error: { code, detail } }, []);
  }
}

async function perform(work: Work, report: (done: number) => void): Promise<RawAnalysis | RawKeywords | undefined> {
  if (work.do === "open") {
    engine?.dispose();
    engine = undefined;
    engine = await Engine.open(given(work.options), assets);
    engine.changeWords(work.words);
    return undefined;
  }
  if (!engine) throw new QuandianError("disposed");
  if (work.do === "analyze") {
    await engine.prepare(work.options);
    return engine.analyze(work.text, work.options, work.progress ? report : undefined);
  }
  if (work.do === "keywords") {
    await engine.prepare({ ...work.options, layers: ["words"] });
    return engine.keywords(work.text, work.options);
  }
  if (work.do === "words") engine.changeWords(work.words);
  if (work.do === "formulas") engine.setFormulas(work.rows);
  if (work.do === "close") {
    engine.dispose();
    engine = undefined;
  }
  return undefined;
}

/** Rows are handed over, not copied. */
function buffersOf(result: RawAnalysis | RawKeywords): ArrayBufferLike[] {
  return Object.values(result).flatMap((rows) => (ArrayBuffer.isView(rows) ? [rows.buffer] : []));
}

/** Without the fields that were not given, which must be absent to take their defaults. */
function given(options: OpenOptions): CreateOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
