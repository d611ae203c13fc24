#!/usr/bin/env node
/** `quandian`: the analyser on the command line. Reads files, writes to standard output or where `--out` says, nothing else. */
import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { formats, type ExportedFile } from "./export.js";
import { ANNOTATE_OPTIONS, COMPLAINTS, EXPORT_OPTIONS, HELP, JOINED, KEYWORD_OPTIONS, SEGMENT_OPTIONS, TEXT_OPTIONS, TRACKED } from "./cli-help.js";
import { toLines, type Format } from "./cli-format.js";
import { segmentLines } from "./cli-segment.js";
import { checkSize, joinLines, readFile as readText, type ChangeView, type Encoding } from "./files.js";
import { createAnalyzer, QuandianError } from "./inline.js";
import { idf } from "./idf.node.js";
import { jieba } from "./jieba.node.js";
import type { Analyzer, CreateOptions, KeywordMethod, Layer, Mode } from "./types.js";

declare const VERSION: string;

const language = /^zh/i.test(process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || "") ? "zh" : "en";

/** Exit codes: 0 done, 1 a file or the analysis failed, 2 the command cannot be read. */
const FAILED = 1;
const MISUSED = 2;

/** What is said before the program ends. */
class Complaint extends Error {
  readonly status: number;

  constructor(what: keyof typeof COMPLAINTS, detail = "", status = MISUSED) {
    super(`${COMPLAINTS[what][language]} ${detail}`.trim());
    this.status = status;
  }
}

async function main(argv: readonly string[]): Promise<void> {
  const [command, ...rest] = argv;
  if (command === undefined) throw new Complaint("no-command");
  if (command === "--help" || command === "-h" || command === "help") return write(HELP[language]);
  if (command === "--version" || command === "-V") return write(`${VERSION}\n`);
  if (!Object.hasOwn(COMMANDS, command)) throw new Complaint("unknown-command", command);
  await COMMANDS[command]?.(rest);
}

const COMMANDS: Record<string, (argv: readonly string[]) => Promise<void>> = { annotate, segment, keywords, export: exportFile, text };

async function annotate(argv: readonly string[]): Promise<void> {
  const { values, files } = parse(argv, ANNOTATE_OPTIONS);
  if (values["help"]) return write(HELP[language]);
  const format = oneOf<Format>(values["format"] ?? "jsonl", ["jsonl", "json", "text"], "--format");
  const layers = String(values["layers"] ?? "numbers,slogans").split(",");
  const options = {
    layers: layers.map((layer) => oneOf<Layer>(layer, ["words", "numbers", "slogans"], "--layers")),
    rejected: values["rejected"] === true,
    parts: values["parts"] === true,
    ...referenceDate(values),
  };
  await forEach(files, values, async (analyzer, name, text) => {
    const analysis = await analyzer.analyze(text, options);
    for (const line of toLines(name, analysis, options.layers, format)) await write(line);
  });
}

async function segment(argv: readonly string[]): Promise<void> {
  const { values, files } = parse(argv, SEGMENT_OPTIONS);
  if (values["help"]) return write(HELP[language]);
  const mode = oneOf<Mode>(values["mode"] ?? "accurate", ["accurate", "full", "search"], "--mode");
  const { lexicon, hmm } = cutting(values);
  const tags = values["tags"] === true;
  const options = { layers: ["words"], mode, parts: values["parts"] === true, hmm, tags } as const;
  await forEach(files, values, async (analyzer, _name, text) => {
    const analysis = await analyzer.analyze(text, options);
    for (const line of segmentLines(analysis, tags)) await write(line);
  }, lexicon);
}

async function keywords(argv: readonly string[]): Promise<void> {
  const { values, files } = parse(argv, KEYWORD_OPTIONS);
  if (values["help"]) return write(HELP[language]);
  const method = oneOf<KeywordMethod>(values["method"] ?? "textrank", ["textrank", "tf-idf"], "--method");
  const count = String(values["count"] ?? "20");
  if (!/^\d{1,6}$/.test(count)) throw new Complaint("bad-value", `--count ${count}`);
  const { lexicon, hmm } = cutting(values);
  const allow = typeof values["allow"] === "string" ? { allow: values["allow"] === "all" ? [] : values["allow"].split(",").map((tag) => tag.trim()) } : {};
  const options = { method, count: Number(count), parts: values["parts"] === true, hmm, ...allow };
  await forEach(files, values, async (analyzer, _name, text) => {
    for (const { text: word, weight, count, partOfSpeech } of await analyzer.keywords(text, options)) {
      await write(values["weights"] === true ? `${word}\t${weight.toFixed(4)}\t${count}\t${partOfSpeech}\n` : `${word}\n`);
    }
  }, { ...lexicon, idf });
}

/** What `--lexicon` and `--no-hmm` say. */
function cutting(values: Values): { readonly lexicon: CreateOptions; readonly hmm: boolean } {
  const lexicon = oneOf(values["lexicon"] ?? "compact", ["compact", "jieba"], "--lexicon");
  if (values["no-hmm"] === true && lexicon !== "jieba") throw new Complaint("only-jieba", "--no-hmm");
  return { lexicon: lexicon === "jieba" ? jieba : {}, hmm: values["no-hmm"] !== true };
}

async function exportFile(argv: readonly string[]): Promise<void> {
  const { values, files } = parse(argv, EXPORT_OPTIONS);
  if (values["help"]) return write(HELP[language]);
  if (files.length > 1) throw new Complaint("one-file");
  const id = oneOf(values["format"] ?? "csv", formats.map((format) => format.id), "--format");
  const format = formats.find((each) => each.id === id);
  const out = typeof values["out"] === "string" ? values["out"] : undefined;
  if (id === "brat" && out === undefined) throw new Complaint("no-out", id);
  const options = { language: oneOf(values["language"] ?? language, ["zh", "en"], "--language") };
  await forEach(files, values, async (analyzer, title, text) => {
    const analysis = await analyzer.analyze(text, { parts: values["parts"] === true, ...referenceDate(values) });
    const written = (await format?.write(analysis, { ...options, title, source: files[0] ?? title })) ?? [];
    for (const file of written) await put(file, out, written.length > 1);
  });
}

async function text(argv: readonly string[]): Promise<void> {
  const { values, files } = parse(argv, TEXT_OPTIONS);
  if (values["help"]) return write(HELP[language]);
  await forEachText(files, values, (_name, text) => write(text.endsWith("\n") ? text : `${text}\n`));
}

/** Several files share the path that was given, each with its own ending. */
async function put({ bytes, suffix }: ExportedFile, out: string | undefined, several: boolean): Promise<void> {
  if (out === undefined) return write(bytes);
  const path = several ? out + suffix : out;
  await writeFile(path, bytes).catch((error: unknown) => {
    throw new Complaint("no-writing", `${path} (${codeOf(error)})`, FAILED);
  });
}

type Values = Record<string, string | boolean | undefined>;

function parse(argv: readonly string[], options: NonNullable<Parameters<typeof parseArgs>[0]>["options"]) {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: options ?? {}, allowPositionals: true });
    if (positionals.length === 0 && !values["help"]) throw new Complaint("no-file");
    return { values: values as Values, files: positionals };
  } catch (error) {
    if (error instanceof Complaint) throw error;
    throw new Complaint("bad-option", namedOption(error));
  }
}

/** The option that Node complains of: the first that its message has in quotation marks. */
function namedOption(error: unknown): string {
  return /'(-[^\s',]*)/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
}

function oneOf<T extends string>(value: string | boolean | undefined, allowed: readonly T[], option: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Complaint("bad-value", `${option} ${String(value)} (${allowed.join(" | ")})`);
  return found;
}

/** What `--reference-date` says; whether there is such a day the core sees. */
function referenceDate(values: Values): { readonly referenceDate?: string } {
  const date = values["reference-date"];
  if (typeof date !== "string") return {};
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Complaint("bad-value", `--reference-date ${date} (YYYY-MM-DD)`);
  return { referenceDate: date };
}

/** The rows of `--glossary`. */
async function glossary(values: Values): Promise<string> {
  const file = values["glossary"];
  if (typeof file !== "string") return "";
  try {
    return (await readText(await read(file))).text;
  } catch (error) {
    throw error instanceof QuandianError ? new Complaint("bad-value", `--glossary ${file}: ${error.explain(language)}`, FAILED) : error;
  }
}

/** Calls `work` for the text of each file, with an analyser. */
async function forEach(
  files: readonly string[],
  values: Values,
  work: (analyzer: Analyzer, name: string, text: string) => Promise<void>,
  options: CreateOptions = {},
): Promise<void> {
  // Files have a limit of their own.
  const analyzer = await createAnalyzer({ ...options, limit: 0xffff_ffff, formulas: await glossary(values) });
  await forEachText(files, values, (name, text) => work(analyzer, name, text));
}

/** Calls `work` for the text of each file; a file that fails is reported and the others go on. */
async function forEachText(files: readonly string[], values: Values, work: (name: string, text: string) => Promise<void>): Promise<void> {
  const encoding = oneOf<Encoding | "utf-16" | "auto">(
    values["encoding"] ?? "auto", ["auto", "utf-8", "gb18030", "big5", "utf-16", "utf-16le", "utf-16be"], "--encoding",
  );
  const changes = oneOf<ChangeView>(values["changes"] ?? "accepted", ["accepted", "original"], "--changes");
  for (const file of files) {
    try {
      const { text, format, changes: tracked } = await readText(await read(file), { encoding, changes });
      if (tracked > 0) process.stderr.write(`quandian: ${file}: ${TRACKED[language](tracked, changes)}\n`);
      const whole = values["join-lines"] === true && format === "text" ? joinLines(text) : null;
      if (whole !== null) process.stderr.write(`quandian: ${file}: ${JOINED[language](whole.breaks)}\n`);
      await work(file === "-" ? "-" : basename(file, extname(file)), whole?.text ?? text);
    } catch (error) {
      if (!(error instanceof QuandianError)) throw error;
      process.exitCode = FAILED;
      process.stderr.write(`quandian: ${file}: ${error.explain(language)}\n`);
    }
  }
}

async function read(file: string): Promise<Uint8Array> {
  if (file === "-") {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  }
  try {
    checkSize((await stat(file)).size);
    return await readFile(file);
  } catch (error) {
    if (error instanceof QuandianError) throw error;
    throw new QuandianError("file-not-found", codeOf(error), error);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}

/** Writes and waits where the reader is slow. */
function write(output: string | Uint8Array): Promise<void> {
  if (process.stdout.write(output)) return Promise.resolve();
  return new Promise((resolve) => process.stdout.once("drain", resolve));
}

// A reader that stops reading, such as head, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`quandian: ${error.message}\n`);
  process.exit(error.code === "EPIPE" ? 0 : FAILED);
});

main(process.argv.slice(2)).catch((error: unknown) => {
  const said = error instanceof QuandianError ? error.explain(language) : error instanceof Complaint ? error.message : String(error);
  process.stderr.write(`quandian: ${said}\n`);
  process.exitCode = error instanceof Complaint ? error.status : FAILED;
});
