/**
 * English, the glossary, exports and readers of files are no part of the start. They are fetched, and not yet run, once the
 * first text has been read and the page has nothing else to do: from then on nothing that a reader does makes a request.
 */
import { whenIdle } from "./board/idle.js";
import { stored } from "./stored.js";

let bringing: Promise<boolean> | null = null;

/** Whether all scripts of the page are there; where one did not come, the next call tries again. */
export function bringLater(): Promise<boolean> {
  return (bringing ??= new Promise<void>((idle) => void whenIdle(idle))
    .then(() => Promise.all(addresses().map(fetched)))
    .then(stored)
    .then(() => true, () => {
      bringing = null;
      return false;
    }));
}

/** As the build left them; the page as one file has none. */
function addresses(): string[] {
  const named = document.head.querySelector<HTMLMetaElement>("meta[name=later]")?.content ?? "";
  return named.split(" ").filter((address) => address !== "");
}

function fetched(address: string): Promise<unknown> {
  const link = document.createElement("link");
  const run = (): Promise<unknown> => import(/* @vite-ignore */ new URL(address, document.baseURI).href);
  // Run at once where it cannot be fetched alone.
  if (!link.relList.supports("modulepreload")) return run();
  return new Promise((resolve, reject) => {
    link.rel = "modulepreload";
    link.href = address;
    link.onload = resolve;
    link.onerror = (): void => {
      link.remove();
      // Firefox gives up what it is fetching already for another script.
      run().then(resolve, reject);
    };
    document.head.append(link);
  });
}
