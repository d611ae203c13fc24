/** What stands beside and over a text once it is marked. Until then the page does without: it knows these parts by their names alone. */
import "./board.js";
import "./card.js";
import "./print-table.js";
import "./text-tabs.js";
