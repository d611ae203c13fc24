/** A web worker that runs this package's worker.js, also where the script lies on another origin. */
import { QuandianError } from "./errors.js";

/** Starts worker.js, from the address given or from beside this module. */
export function startWorker(address: string | URL | undefined): Worker {
  try {
    // A second literal would make bundlers emit the script twice.
    if (isElsewhere(address ?? import.meta.url)) return startElsewhere(address ?? import.meta.url.replace(/[^/]*$/, "worker.js"));
    // The literals are what bundlers look for.
    return address === undefined
      ? new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "quandian" })
      : new Worker(address, { type: "module", name: "quandian" });
  } catch (error) {
    throw refused(error);
  }
}

/** Asked beforehand: Chromium throws where Firefox says so much later, and in no words. */
function isElsewhere(address: string | URL): boolean {
  if (globalThis.location === undefined) return false;
  const { protocol, origin } = absolute(address);
  return /^https?:$/.test(protocol) && origin !== location.origin;
}

const absolute = (address: string | URL): URL => new URL(address, globalThis.document?.baseURI ?? location.href);

/** Addresses of one line of script, kept for the next worker of the same address. */
const scripts = new Map<string, string>();

/** Browsers take the first script of a worker from the page's own origin only. What it imports may come from any that allows it. */
function startElsewhere(address: string | URL): Worker {
  const { href } = absolute(address);
  const script = scripts.get(href) ?? URL.createObjectURL(new Blob([`import ${JSON.stringify(href)};`], { type: "text/javascript" }));
  scripts.set(href, script);
  return new Worker(script, { type: "module", name: "quandian" });
}

function refused(error: unknown): QuandianError {
  return new QuandianError("worker-not-allowed", error instanceof Error ? error.message : "", error);
}
