/** Registers `<quandian-text>`. Does nothing where there is no document, and nothing the second time. */
import { QuandianText } from "./element.js";

export { QuandianText };

if (globalThis.customElements && !customElements.get("quandian-text")) customElements.define("quandian-text", QuandianText);
