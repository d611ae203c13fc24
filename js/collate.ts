/**
 * Several texts side by side: which slogans stand in which of them, and who explains them. What one text spells out serves
 * the others, for mentions of one slogan have one canonical form whatever their script, marks and numerals.
 */
export { withoutPlace, withoutSlight } from "./collate/place.js";
export { collate, type CollatedSlogan, type Expansion } from "./collate/slogans.js";
