import { createAnalyzer } from "quandian/inline";
import { readAll } from "./reading.js";
import sentences from "./sentences.js";

globalThis.answer = createAnalyzer().then(async (analyzer) => ({ readings: await readAll(analyzer, sentences) }));
