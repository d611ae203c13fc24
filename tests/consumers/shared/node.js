import { createAnalyzer } from "quandian";
import { toCSV } from "quandian/export";
import { readAll } from "./reading.js";
import sentences from "./sentences.js";

const analyzer = await createAnalyzer();
console.log(JSON.stringify({ readings: await readAll(analyzer, sentences), csv: toCSV(await analyzer.analyze(sentences[0])) }));
