// The command line: files in every encoding, lines out, exit codes.
import assert from "node:assert/strict";
import { spawnSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { docx, item, abstract, level, list, paragraph, run as words } from "./docx-builder.mjs";
import { PROSE } from "./samples.mjs";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "quandian-cli-"));
after(() => rmSync(directory, { recursive: true }));

function file(name, content) {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

function run(args, { input, lang = "C" } = {}) {
  const env = { ...process.env, LANG: lang, LC_ALL: "", LC_MESSAGES: "" };
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...args], { encoding: "utf8", input, env });
  return { stdout, stderr, status };
}

function lines(text) {
  return text.trimEnd().split("\n").map((line) => JSON.parse(line));
}

/** “三百个村” and “２７项，占3%” as GB18030, byte by byte: Node writes no GB18030. */
const GB18030 = Buffer.from([
  0xc8, 0xfd, 0xb0, 0xd9, 0xb8, 0xf6, 0xb4, 0xe5, 0xa3, 0xac, 0xb9, 0xb2, 0x32, 0x37, 0xcf, 0xee, 0xa3, 0xac, 0xd5, 0xbc, 0x33,
  0x25, 0x0a,
]);

function utf16(text, { big = false, mark = true } = {}) {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return big ? bytes.swap16() : bytes;
}

test("annotate writes one object a line", () => {
  const path = file("a.name.txt", PROSE);
  const { stdout, status } = run(["annotate", path]);
  assert.equal(status, 0);
  const found = lines(stdout);
  assert.ok(found.every(({ doc, start, end, text }) => doc === "a.name" && PROSE.slice(start, end) === text));
  const people = found.find(({ text }) => text === "1.2万人次");
  assert.deepEqual([people.layer, people.kind, people.value, people.unit, people.bound], ["number", "quantity", "12000", "人次", "exact"]);
  assert.equal(people.edtf, null);
  const order = found.map(({ layer, start }) => ["number", "change", "slogan"].indexOf(layer) * 1e6 + start);
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
});

test("lines-that-a-page-broke-are-joined-when-asked", () => {
  const printed = "　　全镇今春清淤通渠一百二十里，新建泵\n站九座，修复闸门十四处，惠及农户近一\n千六百户，灌溉面积由去年的三千二百亩\n增加到五千八百亩，水费收缴率达百分之\n九十七。\n";
  const path = file("printed.txt", printed);
  assert.equal(run(["text", path]).stdout, printed);
  const { stdout, stderr } = run(["text", "--join-lines", path]);
  assert.equal(stdout, `${printed.replace(/\n(?=.)/g, "")}`);
  assert.match(stderr, /printed\.txt: 4 broken lines were joined/);
  const values = lines(run(["annotate", "--join-lines", path]).stdout).map(({ value }) => value);
  assert.ok(values.includes("1600"), values.join(" "));
  assert.equal(run(["text", "--join-lines", file("whole.txt", "全镇新建泵站九座。\n")]).stderr, "");
});

test("rejections only when asked for", () => {
  const path = file("reject.txt", "大家千方百计想办法，共办成27项。\n");
  assert.ok(!run(["annotate", path]).stdout.includes('"rejected"'));
  const rejected = lines(run(["annotate", "--rejected", path]).stdout).filter(({ layer }) => layer === "rejected");
  assert.ok(rejected.some(({ reason }) => reason === "idiom"));
});

test("text is written as it is read, with a line end at its end", () => {
  for (const text of ["两行\n到底\n", "没有换行"]) assert.equal(run(["text", file("t.txt", text)]).stdout, `${text.trimEnd()}\n`);
});

test("json and text formats", () => {
  const path = file("b.txt", PROSE);
  assert.equal(JSON.parse(run(["annotate", "--format", "json", path]).stdout).doc, "b");
  assert.match(run(["annotate", "--format", "text", path]).stdout, /1\.2万人次\tvalue=12000/);
});

test("layers", () => {
  const path = file("c.txt", PROSE);
  const layers = new Set(lines(run(["annotate", "--layers", "words,numbers", path]).stdout).map(({ layer }) => layer));
  assert.ok(layers.has("word") && layers.has("number"));
});

test("export writes to standard output, or a file", () => {
  const path = file("e.txt", PROSE);
  const { stdout, status } = run(["export", path]);
  assert.equal(status, 0);
  assert.match(stdout, /^\ufefflayer,kind,text/);
  assert.match(run(["export", path], { lang: "zh_CN.UTF-8" }).stdout, /^\ufeff层,类别/);
  assert.match(run(["export", "--language", "zh", "--format", "markdown", path]).stdout, /^# e\n[^]*## 数字/);
  const out = join(directory, "e.xlsx");
  assert.equal(run(["export", "--format", "xlsx", "--out", out, path]).stdout, "");
  assert.equal(readFileSync(out).subarray(0, 2).toString(), "PK");
});

test("export: brat is two files", () => {
  const path = file("b2.txt", PROSE);
  const { status, stderr } = run(["export", "--format", "brat", path]);
  assert.equal(status, 2);
  assert.match(stderr, /--out/);
  assert.equal(run(["export", "--format", "brat", "--out", join(directory, "pair"), path]).status, 0);
  assert.equal(readFileSync(join(directory, "pair.txt"), "utf8"), PROSE);
  assert.match(readFileSync(join(directory, "pair.ann"), "utf8"), /^T1\tquantity \d+ \d+\t312个\n/);
});

test("export: one file, a known format, a place that can be written", () => {
  const path = file("e2.txt", PROSE);
  assert.equal(run(["export", path, path]).status, 2);
  assert.equal(run(["export", "--format", "pdf", path]).status, 2);
  const nowhere = join(directory, "none", "x.csv");
  assert.deepEqual(run(["export", "--out", nowhere, path]), { stdout: "", stderr: `quandian: this file cannot be written: ${nowhere} (ENOENT)\n`, status: 1 });
  assert.match(run(["export", "--glossary", nowhere, path]).stderr, new RegExp(`--glossary ${nowhere}: The file cannot be opened`));
});

test("the same text in every encoding", () => {
  const expected = run(["annotate", file("same.txt", PROSE)]).stdout;
  const encodings = {
    "utf-8 mark": Buffer.from(`\ufeff${PROSE}`),
    "utf-16le": utf16(PROSE),
    "utf-16be": utf16(PROSE, { big: true }),
    "utf-16le without mark": utf16(PROSE, { mark: false }),
    "utf-16be without mark": utf16(PROSE, { mark: false, big: true }),
  };
  for (const [name, bytes] of Object.entries(encodings)) {
    assert.equal(run(["annotate", file("same.txt", bytes)]).stdout, expected, name);
  }
});

test("GB18030, guessed and named", () => {
  const path = file("gb.txt", GB18030);
  for (const args of [[], ["--encoding", "gb18030"]]) {
    const { stdout, status } = run(["annotate", ...args, path]);
    assert.equal(status, 0);
    assert.deepEqual(lines(stdout).map(({ text, value }) => [text, value]), [["三百个", "300"], ["27项", "27"], ["3%", "3"]]);
  }
  assert.match(run(["annotate", "--encoding", "utf-8", path]).stderr, /encoding/);
});

test("files that cannot be read", () => {
  const cases = [
    [file("empty.txt", ""), /empty/, /空/],
    [file("mark.txt", "\ufeff"), /empty/, /空/],
    [file("old.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])), /\.doc/, /\.docx/],
    [file("zip.docx", Buffer.from("PK\u0003\u0004more")), /damaged/, /损坏/],
    [file("bytes.txt", Buffer.from([0x81, 0x20, 0xff, 0xff, 0x80])), /encoding/, /编码/],
    [join(directory, "none.txt"), /cannot be opened/, /打不开/],
    [directory, /cannot be opened/, /打不开/],
  ];
  for (const [path, english, chinese] of cases) {
    const one = run(["annotate", path]);
    assert.deepEqual([one.status, one.stdout], [1, ""], path);
    assert.match(one.stderr, english);
    assert.match(run(["annotate", path], { lang: "zh_CN.UTF-8" }).stderr, chinese);
  }
});

test("a .docx is read with its numbering, and its changes as asked", () => {
  const change = '<w:ins w:id="1" w:author="a">' + words("新") + "</w:ins>";
  const path = file("report.docx", docx(item("总体要求", 1) + paragraph(words("建") + change + words("站12个")), {
    numbering: abstract(0, level(0, "chineseCounting", "%1、")) + list(1, 0),
  }));
  assert.deepEqual(run(["text", path]), { stdout: "一、总体要求\n建新站12个\n", stderr: `quandian: ${path}: 1 tracked changes, read as if all were accepted\n`, status: 0 });
  assert.equal(run(["text", "--changes", "original", path]).stdout, "一、总体要求\n建站12个\n");
  assert.deepEqual(lines(run(["annotate", path]).stdout).map(({ start, text }) => [start, text]), [[10, "12个"]]);
  assert.equal(run(["text", "--changes", "both", path]).status, 2);
});

test("a file over 50 MB is refused unread", () => {
  const path = file("large.txt", Buffer.alloc(50_000_001, 0x61));
  assert.match(run(["annotate", path]).stderr, /50 MB/);
  rmSync(path);
});

test("one bad file does not stop the others", () => {
  const { stdout, status } = run(["annotate", join(directory, "none.txt"), file("good.txt", "共27项")]);
  assert.equal(status, 1);
  assert.equal(lines(stdout).length, 1);
});

test("standard input", () => {
  assert.equal(lines(run(["annotate", "-"], { input: "共27项" }).stdout)[0].value, "27");
});

test("segment keeps lines and characters", () => {
  const text = `${PROSE}\n\n  缩进 的 一行 \r\n😀𠮷末行`;
  const { stdout } = run(["segment", "-"], { input: text });
  const squeezed = (t) => t.replace(/[ \u3000]/g, "");
  assert.equal(squeezed(stdout), `${squeezed(text)}\n`);
  assert.match(stdout, /全县 /);
  assert.doesNotMatch(stdout, / {2}|^ | $/m);
});

test("segment: parts, modes, tags", () => {
  const input = "培训农技员1.2万人次\n";
  assert.match(run(["segment", "-"], { input }).stdout, / 1\.2万人次\n/);
  assert.doesNotMatch(run(["segment", "--parts", "-"], { input }).stdout, /1\.2万人次/);
  assert.match(run(["segment", "--tags", "-"], { input }).stdout, /1\.2万人次\/m/);
  assert.match(run(["segment", "--mode", "full", "-"], { input: "中华人民共和国\n" }).stdout, /人民/);
});

test("what cannot be understood ends with 2", () => {
  for (const args of [[], ["sing"], ["annotate"], ["annotate", "--colour", "x"], ["annotate", "--format", "xml", "x"], ["segment", "--mode", "fast", "x"]]) {
    const { status, stderr } = run(args);
    assert.equal(status, 2, args.join(" "));
    assert.match(stderr, /^quandian: /);
  }
  assert.match(run(["sing"], { lang: "zh_CN.UTF-8" }).stderr, /没有这个命令/);
});

test("the option that cannot be read is named, and not one before it", () => {
  for (const [args, named] of [[["--rejected", "--colour", "x"], "--colour"], [["--rejected", "x", "--format"], "--format"], [["--parts", "--rejected=yes", "x"], "--rejected"], [["--rejected", "-x.txt"], "-x"]]) {
    assert.match(run(["annotate", ...args]).stderr, new RegExp(`: ${named}\n$`), args.join(" "));
  }
});

test("help and version", () => {
  assert.match(run(["--version"]).stdout, /^\d+\.\d+\.\d+\n$/);
  assert.match(run(["--help"]).stdout, /annotate/);
  assert.match(run(["--help"], { lang: "zh_CN.UTF-8" }).stdout, /圈点/);
});

test("a reader that stops reading is no error", async () => {
  const path = file("many.txt", "共27项。\n".repeat(50_000));
  const child = spawn(process.execPath, [cli, "annotate", path]);
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.deepEqual([code, stderr], [0, ""]);
});

test("relative dates are reckoned from the day that is given, and from none by default", () => {
  const path = file("relative.txt", "去年栽树300亩，近三年成活率91%。\n");
  const times = (...args) => lines(run(["annotate", ...args, path]).stdout).map(({ text, edtf }) => [text, edtf]);
  assert.deepEqual(times(), [["300亩", null], ["近三年", null], ["91%", null]]);
  assert.deepEqual(times("--reference-date", "2025-03-01"), [
    ["去年", "2024"], ["300亩", null], ["近三年", "2022-03-01/2025-03-01"], ["91%", null],
  ]);
  const badly = run(["annotate", "--reference-date", "yesterday", path]);
  assert.equal(badly.status, 2);
  assert.match(badly.stderr, /--reference-date yesterday/);
  const never = run(["annotate", "--reference-date", "2025-02-30", path]);
  assert.equal(never.status, 1);
  assert.match(never.stderr, /YYYY-MM-DD/);
});

test("jieba's lexicon cuts, with its model and without, and tells parts of speech", () => {
  const path = file("jieba.txt", "他来到了网易杭研大厦。\n");
  assert.equal(run(["segment", "--lexicon", "jieba", path]).stdout, "他 来到 了 网易 杭研 大厦 。\n");
  assert.equal(run(["segment", "--lexicon", "jieba", "--no-hmm", path]).stdout, "他 来到 了 网易 杭 研 大厦 。\n");
  assert.match(run(["segment", "--lexicon", "jieba", "--tags", path]).stdout, / 杭研\/nr 大厦\/n /);
  const { status, stderr } = run(["segment", "--lexicon", "thulac", path]);
  assert.deepEqual([status, /--lexicon thulac/.test(stderr)], [2, true]);
  for (const command of ["segment", "keywords"]) {
    const compact = run([command, "--no-hmm", path]);
    assert.deepEqual([compact.status, /--lexicon jieba.* --no-hmm/.test(compact.stderr)], [2, true]);
  }
});

test("keywords, a line each, by either way", () => {
  const path = file("keywords.txt", "夜校开在村里，农民白天种地，晚上进夜校。夜校教农民记账、育秧。\n");
  assert.equal(run(["keywords", "--count", "1", path]).stdout, "夜校\n");
  for (const lexicon of ["compact", "jieba"]) {
    const { stdout } = run(["keywords", "--method", "tf-idf", "--lexicon", lexicon, "--weights", "--count", "2", path]);
    assert.match(stdout, /^夜校\t\d\.\d{4}\t3\tn\n\S+\t\d\.\d{4}\t\d\t\w+\n$/);
  }
  assert.ok(!run(["keywords", path]).stdout.includes("晚上"));
  assert.match(run(["keywords", "--allow", "all", path]).stdout, /^晚上$/m);
  assert.match(run(["keywords", "--allow", "v, t", path]).stdout, /^晚上$/m);
  assert.equal(run(["keywords", "--allow", "nowhere", path]).stdout, "");
  for (const options of [["--count", "many"], ["--method", "rake"]]) assert.equal(run(["keywords", ...options, path]).status, 2);
  assert.match(run(["keywords", "--help"]).stdout, /--allow LIST/);
});
