import { createAnalyzer } from "quandian";
import { toCSV } from "quandian/export";
import { createWorkerAnalyzer } from "quandian/worker";
import { marked } from "./marked.js";
import { readAll } from "./reading.js";
import sentences from "./sentences.js";

async function answer() {
  const [here, there] = await Promise.all([createAnalyzer(), createWorkerAnalyzer()]);
  return {
    readings: await readAll(here, sentences),
    worker: await readAll(there, sentences),
    csv: toCSV(await here.analyze(sentences[0])),
    marks: await marked(sentences[0]),
  };
}

globalThis.answer = answer();
