import { Page } from "./parts/page.js";
import { language } from "./settings.js";
import { loadWords } from "./words.js";

// In the reader's language from the start; where that cannot be had, in Chinese.
void loadWords(language()).catch(() => undefined).then(() => customElements.define("quandian-page", Page));
