// Marks against gold: the directory GOLD or ../shared/eval, where it is there. Scores are written to scores.txt.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, fail, root } from "./run.mjs";

const gold = process.env.GOLD ?? join(root, "../shared/eval");
if (!existsSync(gold)) {
  console.log(`No gold at ${gold}: nothing to score.`);
  process.exit(0);
}
const temporary = mkdtempSync(join(tmpdir(), "quandian-score-"));
try {
  const report = [...annotations(), "", ...words(), ""].join("\n");
  console.log(report);
  writeFileSync(join(root, "scores.txt"), report);
} finally {
  rmSync(temporary, { recursive: true });
}

function annotations() {
  const predictions = names("docs", ".txt").map((name) => {
    const file = join(temporary, `${name}.jsonl`);
    writeFileSync(file, output(["dist/cli.js", "annotate", join(gold, "docs", `${name}.txt`)]));
    return file;
  });
  const golden = names("gold", ".jsonl").map((name) => join(gold, "gold", `${name}.jsonl`));
  return python(["score.py", ...golden, "--pred", ...predictions, ...process.argv.slice(2)]);
}

/** Gold is words parted by spaces; without the spaces it is the text to be cut. */
function words() {
  return names("segment", ".txt").flatMap((name) => {
    const file = join(gold, "segment", `${name}.txt`);
    const [text, cut] = ["text", "cut"].map((stem) => join(temporary, `${name}.${stem}`));
    writeFileSync(text, readFileSync(file, "utf8").replace(/[^\S\n]+/g, ""));
    writeFileSync(cut, output(["dist/cli.js", "segment", "--parts", text]));
    return [`words ${name}`, ...python(["score_words.py", file, cut])];
  });
}

function names(directory, extension) {
  const path = join(gold, directory);
  if (!existsSync(path)) return [];
  return readdirSync(path).filter((name) => name.endsWith(extension)).map((name) => name.slice(0, -extension.length)).sort();
}

function python([script, ...args]) {
  const said = ask("python3", [join(gold, script), ...args]);
  return (said ?? fail(`python3 ${script} failed`)).split("\n");
}

function output(args) {
  return ask("node", args, { trim: false }) ?? fail(`node ${args.join(" ")} failed`);
}
