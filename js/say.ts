/** Results in plain words of Chinese or English, for cards, lists and tooltips. */
export { grouped, inMyriads } from "./say/decimal.js";
export { exactValue, sayBound, sayChange, sayNumber, sayUnit } from "./say/number.js";
export { sayList } from "./say/list.js";
export { saySlogan, saySloganInFull } from "./say/slogan.js";
export { sayDate, sayDuration } from "./say/time.js";
export { SAYING, type SayingWords } from "./say/words.js";
export type { Language } from "./errors.js";
