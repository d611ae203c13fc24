// The crate as cargo would publish it: its own files and no others, and a program that has nothing else finds what the npm
// package finds.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createAnalyzer } from "../../dist/inline.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sentences = JSON.parse(readFileSync(new URL("sentences.json", import.meta.url), "utf8"));
const golden = readdirSync(join(root, "tests/golden")).filter((name) => !name.includes(".expected."));
const texts = [...sentences, ...golden.map((name) => readFileSync(join(root, "tests/golden", name), "utf8"))];
const directory = mkdtempSync(join(tmpdir(), "quandian-crate-"));
after(() => rmSync(directory, { recursive: true, force: true }));

function run(cwd, program, args) {
  const { stdout, stderr, status, error } = spawnSync(program, args, { cwd, encoding: "utf8", env: { ...process.env, CARGO_TARGET_DIR: join(directory, "target") } });
  assert.equal(error, undefined, `${program} could not be run`);
  assert.equal(status, 0, stderr);
  return stdout;
}

const PACKAGE = ["package", "--offline", "--allow-dirty", "-p", "quandian"];

test("the crate holds its own files", () => {
  const paths = run(root, "cargo", [...PACKAGE, "--list"]).trim().split("\n");
  const own = /^(src\/|data\/|examples\/|build\.rs$|build\/compact\.lexicon$|README\.md$|LICENSE$|NOTICE$|Cargo\.(toml|toml\.orig|lock)$|\.cargo_vcs_info\.json$)/;
  assert.deepEqual(paths.filter((path) => !own.test(path)), []);
  for (const path of ["data/formulas.tsv", "build/compact.lexicon", "LICENSE", "NOTICE", "src/lib.rs"]) assert.ok(paths.includes(path), path);
});

const PROGRAM = `
use quandian::utf16::Utf16Offsets;
use quandian::{Analyzer, Options, lexicon};

fn main() -> Result<(), quandian::Error> {
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(lexicon::COMPACT)?;
    for source in ${JSON.stringify(texts)} {
        let analysis = analyzer.analyze(source, &Options::default())?;
        let mut offsets = Utf16Offsets::new(source);
        let mut place = |kind: &str, rule: &str, unit: &str, start: u32, end: u32| {
            println!("{kind} {rule} {unit} {} {}", offsets.get(start), offsets.get(end));
        };
        for n in &analysis.numbers {
            place(n.kind.name(), n.rule, n.unit.as_deref().unwrap_or("-"), n.span.start, n.span.end);
        }
        for s in &analysis.slogans {
            place(s.kind.name(), s.rule, "-", s.span.start, s.span.end);
        }
        let mut words = Vec::new();
        analyzer.segment(source, &Options::default(), |token| words.extend(source.get(token.span.range())))?;
        println!("{}", words.join(" ").replace('\\n', "⏎"));
    }
    Ok(())
}
`;

test("a program with the crate alone finds the same", async () => {
  run(root, "cargo", [...PACKAGE, "--no-verify"]);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  run(directory, "tar", ["xzf", `target/package/quandian-${version}.crate`]);
  mkdirSync(join(directory, "program/src"), { recursive: true });
  writeFileSync(join(directory, "program/Cargo.toml"), `[package]\nname = "program"\nversion = "0.0.0"\nedition = "2024"\n
[dependencies]\nquandian = { path = "../quandian-${version}", features = ["compact"] }\n`);
  writeFileSync(join(directory, "program/src/main.rs"), PROGRAM);
  mkdirSync(join(directory, "program/src/bin"));
  const [, manual] = readFileSync(join(root, "docs/rust.md"), "utf8").match(/```rust\n([^]*?)```/);
  writeFileSync(join(directory, "program/src/bin/manual.rs"), manual);
  const comments = [...manual.matchAll(/^ +\/\/ (.*)$/gm)].map(([, comment]) => comment);
  assert.deepEqual(run(join(directory, "program"), "cargo", ["run", "-q", "--offline", "--bin", "manual"]).trimEnd().split("\n"), comments);
  const output = run(join(directory, "program"), "cargo", ["run", "-q", "--offline", "--bin", "program"]);
  const analyzer = await createAnalyzer();
  const expected = [];
  for (const each of texts) {
    const { numbers, slogans, tokens } = await analyzer.analyze(each);
    const places = [...numbers, ...slogans].map(({ kind, rule, unit, start, end }) => `${kind} ${rule} ${unit ?? "-"} ${start} ${end}`);
    expected.push(...places, tokens.map(({ text }) => text).join(" ").replaceAll("\n", "⏎"));
  }
  assert.deepEqual(output.trimEnd().split("\n"), expected);
});
