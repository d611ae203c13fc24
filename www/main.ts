import { Page } from "./parts/page.js";
import { language } from "./settings.js";
import { loadWords } from "./words.js";

/** Once all is there and the machine is idle: the first visit is for reading. */
function install(): void {
  if (import.meta.env.MODE === "single" || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => setTimeout(() => void navigator.serviceWorker.register("./service-worker.js").catch(() => undefined), 1_000));
}

// In the reader's language from the start; where that cannot be had, in Chinese.
void loadWords(language()).catch(() => undefined).then(() => customElements.define("quandian-page", Page));
install();
