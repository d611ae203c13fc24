// Every format, written for texts of every kind of trouble, and read again by programs that share no code with the writers:
// tests/js/readers/*.py, which count in code points. What they cut out must be what the analysis found.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { formats, toBrat, toCodePoints, toCoNLLU, toCSV, toDOCX, toHTML, toJSONL, toMarkdown, toTEI, toUtf16, toW3C, toXLSX } from "../../dist/export.js";
import { readFile } from "../../dist/files.js";
import { createAnalyzer } from "../../dist/inline.js";
import { AWKWARD, PROSE, random, randomText } from "./samples.mjs";

const HOSTILE = [
  "社里办起“三统”：统一育秧、统一植保、统一收购。😀“三统”之后，𠮷田村37户增收1.6万元。",
  "气温降到零下5度，利润为-12万元，温差由-3度扩大到+8度。",
  "=1+1\r\n+86项工程\r\n-3%的降幅\r\n@全体27名队员\t另有9名\r'=共4项\r＝第6批",
  "<img src=x onerror=alert(1)>共15项<script>alert(2)</script> & 20% &amp; ]]> \"引号\" 'x'",
  "总投入123456789012345678.25元，约合三千二百万亿元；比例为2:3，占四分之三。",
  "_x0041_ 共12个|列\\与*星号*、`反引号`、[链接](javascript:alert(1))的3项",
  "抓早\r\n抓小，一年抓\r\n3\r\n项。\u2028另起一行的5件\u0085又9件",
  "2023年5月1日9时30分，2022年11月至2023年3月，20世纪80年代，2024年三季度，每年3月15日，“十四五”期间，2021年以来，近三年，15天，2～4小时。",
  "干部常说：“一户一策、一村一品、一镇一业！”群众得实惠。收入由800元增至1200元！！比上年增长50%以上……",
  "\0\u0001\u000b\ufffe共7件\uffff",
  "㐀村𪜀村𰀀村𲎯村各3户，e\u0301、ก็ 2个，👩🏽‍🌾👨‍👩‍👧‍👦5人，第１２期",
  "　　段首空两格，共8件。  两个空格 后面9件。\t",
];
const next = random(7);
const SAMPLES = [PROSE, ...AWKWARD, ...HOSTILE, ...Array.from({ length: 60 }, () => randomText(next, 60))];

/** What stands in a file of UTF-8 for a text. */
const wellFormed = (text) => text.toWellFormed();
const storable = (text) => wellFormed(text).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");

const directory = mkdtempSync(join(tmpdir(), "quandian-export-"));
after(() => rmSync(directory, { recursive: true }));

let analyses;
before(async () => {
  const analyzer = await createAnalyzer();
  analyses = await Promise.all(SAMPLES.map((text) => analyzer.analyze(text)));
  assert.ok(analyses.flatMap(({ numbers }) => numbers).length > 100);
});

/** Writes a file a sample and gives what the reader of the format says of each. */
function reread(reader, extension, write) {
  const paths = analyses.map((analysis, index) => {
    const path = join(directory, `${index}.${extension}`);
    writeFileSync(path, write(analysis));
    writeFileSync(join(directory, `${index}.source`), wellFormed(analysis.text));
    return path;
  });
  return python(reader, paths);
}

function python(reader, paths) {
  const script = fileURLToPath(new URL(`readers/${reader}.py`, import.meta.url));
  const { stdout, stderr, status, error } = spawnSync("python3", [script, ...paths], { encoding: "utf8", maxBuffer: 1e9 });
  assert.equal(error, undefined, "python3 is needed to read the exports again: install it, version 3.9 or newer");
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

const byPlace = (a, b) => a.start - b.start || b.end - a.end;

test("CSV", () => {
  reread("csv_table", "csv", (analysis) => toCSV(analysis)).forEach((rows, index) => {
    const { numbers, changes, slogans } = analyses[index];
    const expected = [...numbers, ...changes, ...slogans].sort(byPlace);
    assert.deepEqual(rows.map(({ text }) => text), expected.map(({ text }) => wellFormed(text)));
    const values = rows.filter(({ layer }) => layer === "number").map((row) => row.ratio || [row.value, row.value_to].filter(Boolean).join(".."));
    assert.deepEqual(values, numbers.map(({ value }) => (Array.isArray(value) ? value.join("..") : (value ?? ""))));
  });
});

test("CSV: no mark on request, heads in Chinese", () => {
  assert.equal(toCSV(analyses[0], { bom: false }).slice(0, 11), "layer,kind,");
  assert.match(toCSV(analyses[0], { language: "zh" }), /^\ufeff层,类别,原文,[^]*起（UTF-16）/);
});

test("XLSX", () => {
  reread("xlsx", "xlsx", (analysis) => toXLSX(analysis)).forEach((sheets, index) => {
    const { numbers, changes, slogans } = analyses[index];
    assert.deepEqual(Object.keys(sheets), ["数字", "提法", "成员", "变化"]);
    assert.deepEqual(sheets["数字"].map((row) => row["原文"]), numbers.map(({ text }) => storable(text)));
    assert.deepEqual(sheets["提法"].map((row) => row["原文"]), slogans.map(({ text }) => storable(text)));
    assert.deepEqual(sheets["变化"].map((row) => row["原文"]), changes.map(({ text }) => storable(text)));
    const values = sheets["数字"].map((row) => row["比"] ?? row["数值"]?.number ?? row["数值"] ?? null);
    assert.deepEqual(values, numbers.map(({ value }) => (Array.isArray(value) ? value[0] : value)));
    for (const { number } of sheets["数字"].map((row) => row["数值"] ?? {})) assert.ok((number ?? "").replace(/\D/g, "").length <= 15);
  });
});

test("XLSX: members stand once, bytes are always the same", () => {
  const [sheets] = python("xlsx", [join(directory, `${SAMPLES.indexOf(HOSTILE[0])}.xlsx`)]);
  assert.deepEqual(sheets["成员"].map((row) => row["成员"]), ["统一育秧", "统一植保", "统一收购"]);
  assert.deepEqual(toXLSX(analyses[0]), toXLSX(analyses[0]));
});

test("DOCX", async () => {
  const documents = await Promise.all(analyses.map((analysis) => toDOCX(analysis, { title: "题" })));
  reread("docx", "docx", (analysis) => documents[analyses.indexOf(analysis)]).forEach(({ lines, marks, tables }, index) => {
    const { numbers, changes, slogans } = analyses[index];
    assert.deepEqual(lines.map(([, text]) => text), storable(SAMPLES[index]).split(/[\r\n]+/).filter(Boolean));
    const under = (...forms) => marks.filter(([tag, form]) => tag === "u" && forms.includes(form)).map(([, , text]) => text).join("");
    assert.equal(under("single", "wave"), storable(numbers.map(({ text }) => text).join("")).replace(/[\r\n]/g, ""));
    const rows = [numbers, changes, slogans].filter(({ length }) => length > 0).map(({ length }) => length + 1);
    assert.deepEqual(tables.map(({ length }) => length), rows);
  });
});

test("DOCX: headings, circles, and beside the text what a formula stands for and what a change comes to", async () => {
  const analyzer = await createAnalyzer();
  const text = "治水小结\n全县治水有成。\n一、修渠\n（一）干渠\n推行“三统”：统一清淤、统一补漏、统一值守。“三统”之后，漏点由40处减少到10处。\n　　另有\t9处。";
  const analysis = await analyzer.analyze(text);
  writeFileSync(join(directory, "word.docx"), await toDOCX(analysis, { title: "治水小结" }));
  const [{ lines, marks, comments, tables }] = python("docx", [join(directory, "word.docx")]);
  assert.deepEqual(lines.map(([style]) => style), ["Title", null, "Heading1", "Heading2", null, "Cells"]);
  assert.equal(lines.at(-1)[1], "　　另有\t9处。");
  assert.deepEqual(marks.filter(([tag]) => tag === "em"), [["em", "circle", "三统"], ["em", "circle", "三统"]]);
  assert.deepEqual(comments.toSorted(), ["3 项：统一清淤、统一补漏、统一值守", "40 → 10（−30，−75%）"]);
  assert.deepEqual(tables[0][0].slice(0, 3), ["原文", "类别", "读作"]);
  assert.deepEqual(await toDOCX(analysis), await toDOCX(analysis));
  // What it writes, the reader of files reads.
  assert.ok((await readFile(await toDOCX(analysis))).text.startsWith(text.slice(0, 20)));
});

test("Markdown: a row a finding, nothing of the text is markup", () => {
  for (const analysis of analyses) {
    const report = toMarkdown(analysis, { title: "# <b>", language: "en" });
    const { numbers, changes, slogans } = analysis;
    const tables = [numbers, changes, slogans].filter(({ length }) => length > 0);
    const rows = report.split("\n").filter((line) => line.startsWith("|"));
    assert.equal(rows.length, tables.reduce((sum, { length }) => sum + length + 2, 0));
    assert.ok(rows.every((row) => !/(?<!\\)[<*`[\]]/.test(row)));
    assert.match(report, /^# \\# \\<b\\>\n/);
  }
});

test("reports for people write large numbers as people do", async () => {
  const analyzer = await createAnalyzer();
  const analysis = await analyzer.analyze("2024年9月，全县产值超过310亿元，存款由86亿元增加到143亿元。热线12345接到来电64000次。");
  const report = toMarkdown(analysis);
  // What would be a code is left to the text.
  const told = toMarkdown(await analyzer.analyze("二季度办结率达97%，2021年以来通车。"));
  assert.match(told, /\| 二季度 \| 日期 \|  \|/);
  assert.match(told, /\| 97% \| 百分数 \| 97% \|/);
  assert.doesNotMatch(told, /XXXX|\.\./);
  for (const cell of ["2024-09", "多于 310 亿元", "6.4 万次", "86 亿", "57 亿"]) assert.ok(report.includes(`| ${cell} |`), `${cell}\n${report}`);
  assert.match(report, /\| 12345 \| 号码 \|  \|/);
  assert.match(toMarkdown(analysis, { language: "en" }), /\| more than 31,000,000,000 CNY \|/);
  // What is for programs stays exact.
  assert.match(toCSV(analysis), /,31000000000,/);
});

test("HTML: the title once, headings as headings, blanks of the text instead of ours", async () => {
  const analyzer = await createAnalyzer();
  const html = toHTML(await analyzer.analyze("治水小结\n全县治水有成。\n一、修渠\n（一）干渠\n　　新修水渠86公里。\n"), { title: "治水小结" });
  assert.deepEqual([...html.matchAll(/<(h1|h2|div)>/g)].map(([, tag]) => tag).slice(0, 4), ["h1", "h2", "h2", "div"]);
  assert.equal(html.match(/<h1>/g).length, 1);
  assert.match(html, /<main lang="zh"><h1>治水小结<\/h1>/);
  assert.match(toHTML(await analyzer.analyze("新修水渠86公里。"), { title: "渠" }), /<h1>渠<\/h1>\n<main lang="zh"><p>/);
  const table = toHTML(await analyzer.analyze("各乡修渠如下。\n乡镇\t渠长\n柳泉镇\t86公里\n推行“三查”，即查渠、查闸、查井。"));
  assert.match(table, /<div>柳泉镇\t<mark/);
  assert.match(table, /<td class=brief>数字缩略语<\/td>/);
});

test("JSON Lines in code points", () => {
  reread("jsonl", "jsonl", (analysis) => toJSONL(analysis)).forEach(({ text, notes }, index) => {
    const { numbers, changes, slogans } = analyses[index];
    assert.equal(text, wellFormed(SAMPLES[index]));
    const expected = [...numbers, ...changes.map(({ text }) => ({ kind: "change", text })), ...slogans];
    assert.deepEqual(notes, expected.map(({ kind, text }) => [kind, wellFormed(text)]));
  });
});

test("JSON Lines in UTF-16, and one line a document", () => {
  for (const analysis of analyses) {
    const [head, ...notes] = toJSONL(analysis, { offsets: "utf16" }).trimEnd().split("\n").map((line) => JSON.parse(line));
    assert.equal(head.offsets, "utf16");
    for (const { start, end, text } of notes) assert.equal(head.text.slice(start, end), text);
    const { text, label } = JSON.parse(toJSONL(analysis, { per: "document" }));
    const points = [...text];
    const expected = [...analysis.numbers, ...analysis.slogans].sort(byPlace);
    assert.deepEqual(label.map(([start, end, kind]) => [points.slice(start, end).join(""), kind]), expected.map(({ text, kind }) => [wellFormed(text), kind]));
  }
});

test("W3C Web Annotation", () => {
  reread("w3c", "jsonld", (analysis) => JSON.stringify(toW3C(analysis, { source: "urn:x" }))).forEach((read, index) => {
    const { numbers, changes, slogans } = analyses[index];
    const expected = [...numbers, ...changes.map((change) => ({ ...change, kind: "change" })), ...slogans].sort(byPlace);
    assert.deepEqual(read.map(([kind, exact]) => [kind, exact]), expected.map(({ kind, text }) => [kind, wellFormed(text)]));
  });
});

test("W3C: a quote does not begin or end within a character", async () => {
  const analyzer = await createAnalyzer();
  const family = "👨‍👩‍👧‍👦";
  const text = `${family.repeat(9)}共27项${family.repeat(9)}`;
  const [{ target }] = toW3C(await analyzer.analyze(text), { source: "" });
  const [{ prefix, suffix }] = target.selector;
  // 32 code points hold four families of seven and no fifth.
  assert.equal(prefix, `${family.repeat(4)}共`);
  assert.equal(suffix, family.repeat(4));
});

test("brat", () => {
  reread("brat", "ann", (analysis) => {
    const { txt, ann } = toBrat(analysis);
    writeFileSync(join(directory, `${analyses.indexOf(analysis)}.txt`), txt);
    return ann;
  }).forEach(({ entities, relations }, index) => {
    const { numbers, changes, slogans } = analyses[index];
    const surface = (text) => wellFormed(text.split(/[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/).filter(Boolean).join(" "));
    const expected = [...numbers, ...slogans].map(({ kind, text }) => `${kind} ${surface(text)}`);
    const read = entities.filter(([kind]) => kind !== "counted" && kind !== "member").map((entity) => entity.join(" "));
    assert.deepEqual(read.sort(), expected.sort());
    assert.equal(relations.filter(([name]) => name === "change").length, changes.length);
    assert.equal(relations.filter(([name]) => name === "of").length, numbers.filter(({ of }) => of !== null).length);
  });
});

/** A mark over two lines and two sentences, across a number. */
async function crossing() {
  const text = "😀先抓育秧。\r\n再收27项\r\n";
  const analysis = await (await createAnalyzer()).analyze(text);
  const [start, end] = [text.indexOf("抓"), text.indexOf("7")];
  const slogan = { layer: "slogan", kind: "couplet", start, end, text: text.slice(start, end), quoted: false, members: [], memberStatus: "none", parent: null, identity: 0, canonical: "", listed: [], rule: "" };
  return { ...analysis, slogans: [slogan] };
}

test("brat: an entity over a line break is in pieces", async () => {
  const { txt, ann } = toBrat(await crossing());
  assert.equal(txt, "😀先抓育秧。 \n再收27项 \n");
  assert.match(ann, /^T\d+\tcouplet 2 6;8 11\t抓育秧。 再收2$/m);
});

test("TEI, HTML and CoNLL-U: what crosses is in pieces", async () => {
  const analysis = await crossing();
  const tei = toTEI(analysis).replace(/<\/?(w|pc|s)\b[^>]*>/g, "");
  assert.match(tei, /<p>😀先<seg type="couplet" xml:id="s0" next="#s0.2">抓育秧。<\/seg><\/p>\n<p><seg type="couplet" xml:id="s0.2" prev="#s0"( next="#s0.3")?>/);
  const html = toHTML(analysis);
  assert.match(html, /<p>😀先<mark class="couplet" id="s0" title="对仗">抓育秧。<\/mark><\/p>\n<h2><mark class="couplet" title="对仗">再收<mark class="quantity" id="n0" title="数量">2<\/mark><\/mark><mark class="quantity" title="数量">7项<\/mark><\/h2>/);
  assert.match(toCoNLLU(analysis), /27项.*\|Slogan=I-couplet\n/);
});

test("CoNLL-U", () => {
  reread("conllu", "conllu", (analysis) => toCoNLLU(analysis)).forEach(({ text, words }, index) => {
    const { numbers, slogans } = analyses[index];
    if (SAMPLES[index].trim() === "") return assert.deepEqual(words, []);
    assert.equal(text, storable(SAMPLES[index]).replace(/[\x7f-\x9f\u2028\u2029]/g, "\ufffd"));
    const beginnings = (column) => words.flatMap((word) => (word[column]?.match(/B-\w+/g) ?? []).map((label) => label.slice(2)));
    assert.deepEqual(beginnings(1), numbers.map(({ kind }) => kind));
    assert.deepEqual(beginnings(2).sort(), slogans.map(({ kind }) => kind).sort());
  });
});

test("CoNLL-U needs words, and words that do not overlap", async () => {
  const analyzer = await createAnalyzer();
  const bare = await analyzer.analyze(PROSE, { layers: ["numbers"] });
  assert.throws(() => toCoNLLU(bare), { code: "lexicon-missing" });
  const full = await analyzer.analyze(PROSE, { mode: "full", parts: true });
  assert.throws(() => toCoNLLU(full), { code: "option" });
  assert.match(toTEI(bare), /<measure type="quantity" quantity="312"[^>]*>312个<\/measure>/);
});

test("TEI", () => {
  reread("tei", "xml", (analysis) => toTEI(analysis, { title: "<题>" })).forEach(({ text, marks }, index) => {
    const { numbers, slogans } = analyses[index];
    assert.equal(text, storable(SAMPLES[index]).replace(/\r\n?/g, "\n"));
    const breaks = (surface) => storable(surface).replace(/[\r\n]+/g, "");
    const found = marks.filter(([[, type]]) => type !== "member").map(([, surface]) => surface);
    assert.deepEqual(found.sort(), [...numbers, ...slogans].map(({ text }) => breaks(text)).sort());
  });
});

test("TEI: values and dates by attribute", async () => {
  const analyzer = await createAnalyzer();
  const tei = toTEI(await analyzer.analyze(SAMPLES.find((text) => text.startsWith("2023年5月1日"))));
  assert.match(tei, /<date type="date" when="2023-05-01T09:30:00" when-custom="2023-05-01T09:30"/);
  assert.match(tei, /<date type="date" from="2022-11" to="2023-03" when-custom="2022-11\/2023-03"/);
  assert.match(tei, /<date type="date" when-custom="198X"/);
  assert.match(tei, /<date type="date" when="--03-15" when-custom="XXXX-03-15"/);
  assert.match(tei, /<date type="date" from="2021" when-custom="2021\/\.\."/);
  assert.match(tei, /<date type="duration" dur="P15D"/);
});

test("HTML", () => {
  reread("html_page", "html", (analysis) => toHTML(analysis, { title: "</title><script>" })).forEach(({ lines, marks }, index) => {
    const { numbers, slogans } = analyses[index];
    assert.deepEqual(lines, storable(SAMPLES[index]).split(/[\r\n]+/).filter(Boolean));
    assert.equal(marks.length, numbers.length + slogans.length);
  });
});

test("offsets there and back", () => {
  for (const { text, numbers, tokens } of analyses) {
    for (const span of [...numbers, ...tokens]) {
      const points = toCodePoints(text, span);
      assert.equal([...text].slice(points.start, points.end).join(""), text.slice(span.start, span.end));
      assert.deepEqual(toUtf16(text, points), { start: span.start, end: span.end });
    }
  }
});

test("the list of formats writes them all", async () => {
  assert.deepEqual(formats.map(({ id }) => id).sort(), ["brat", "conllu", "csv", "docx", "html", "jsonl", "markdown", "tei", "w3c", "xlsx"]);
  for (const { write, extension, mediaType, label, offsets } of formats) {
    const files = await write(analyses[0], { title: "题", source: "urn:x", language: "en" });
    assert.equal(files.at(-1).suffix, `.${extension}`);
    assert.ok(files.every(({ bytes }) => bytes instanceof Uint8Array && bytes.length > 0));
    assert.ok(/^\w+\/[\w.+-]+/.test(mediaType) && label.zh && label.en && ["utf16", "codepoint", "none", "inline"].includes(offsets));
  }
});
