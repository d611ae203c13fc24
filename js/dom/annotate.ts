/** `annotate`: marks in a document of somebody else, with card, list and keys. */
import { QuandianError, type Language } from "../errors.js";
import type { Analyzer } from "../types.js";
import { Annotated } from "./annotated.js";
import { isOffLimits } from "./collect.js";
import { float } from "./float.js";
import { Guide } from "./guide.js";
import { make } from "./make.js";
import { Panel } from "./panel.js";
import { sharedAnalyzer } from "./shared-analyzer.js";
import { adopt } from "./sheets.js";
import type { AnnotateOptions, AnnotationHandle } from "./types.js";
import { UI_STYLE } from "./ui-style.js";
import { languageOf } from "./words.js";

/**
 * Marks numbers and slogans in a part of the page, with card, list and keys. Answers when they are there; fails with a `QuandianError`, and
 * the page is then untouched: `option` where the target is none or an option cannot be read, `aborted`, and what loading may fail with.
 */
export async function annotate(target: string | Node, options: AnnotateOptions = {}): Promise<AnnotationHandle> {
  const node = nodeOf(target);
  const annotated = new Annotated(node, options, () => analyzerOf(options));
  if (options.signal?.aborted) throw new QuandianError("aborted");
  try {
    await annotated.refresh();
  } catch (error) {
    annotated.remove();
    throw error;
  }
  accompany(annotated, options);
  return annotated;
}

async function analyzerOf({ analyzer, layers }: AnnotateOptions): Promise<Analyzer> {
  return analyzer ?? sharedAnalyzer({ wasm: null, lexicon: layers?.includes("words") ?? false, worker: null });
}

function nodeOf(target: string | Node): Node {
  if (typeof document === "undefined") throw new QuandianError("option", "target: no document here");
  const node = typeof target === "string" ? found(target) : target;
  if (!(node instanceof Node)) throw new QuandianError("option", `target: ${String(target)}`);
  if (isOffLimits(node)) throw new QuandianError("option", `target: ${node.nodeName.toLowerCase()}`);
  return node instanceof Document ? node.body : node;
}

function found(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

/** Card and list stand in a shadow root at the end of the document, outside of body: no rule of the site meets them. */
function accompany(annotated: Annotated, options: AnnotateOptions): void {
  const language = options.language ?? languageOf(document);
  const host = make("div", { "data-quandian-ignore": "", "data-quandian-host": "" });
  const root = host.attachShadow({ mode: "open" });
  adopt(root, UI_STYLE);
  document.documentElement.append(host);
  const guide = new Guide(annotated, options, root, language);
  const list = options.list instanceof Element ? ownRoot(options.list) : root;
  let panel = options.list === false ? null : listed(annotated, list, language, options);
  annotated.addEventListener("analysis", () => {
    if (!panel) return;
    const left = panel.remove();
    panel = listed(annotated, list, language, options);
    panel.resume(left);
  });
  annotated.addEventListener("remove", () => {
    panel?.remove();
    guide.remove();
    host.remove();
    if (list !== root) list.host.remove();
  }, { once: true });
}

function ownRoot(parent: Element): ShadowRoot {
  const host = make("div", { "data-quandian-ignore": "" });
  const root = host.attachShadow({ mode: "open" });
  adopt(root, UI_STYLE);
  parent.append(host);
  return root;
}

function listed(annotated: Annotated, root: ShadowRoot, language: Language, { list, theme = "auto" }: AnnotateOptions): Panel {
  const own = list instanceof Element;
  const panel = new Panel(annotated, { legend: own, table: own ? "open" : "folded", language });
  if (panel.legend) root.append(panel.legend);
  if (panel.list) root.append(panel.list);
  if (panel.list && !own) float(panel.list, annotated.target, theme);
  return panel;
}
