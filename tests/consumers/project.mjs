/** Somebody else's project: a temporary directory with the packed package in it, and programs run there. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
export const SENTENCES = JSON.parse(readFileSync(join(here, "sentences.json"), "utf8"));

let packed;

/** The package as npm would publish it; made once. */
export function pack() {
  if (packed) return packed;
  const directory = mkdtempSync(join(tmpdir(), "quandian-pack-"));
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  const [report] = JSON.parse(run(root, "npm", ["pack", "--json", "--loglevel=error", "--pack-destination", directory]));
  packed = { ...report, tarball: join(directory, report.filename) };
  return packed;
}

/** A project with the package, what `dependencies` name, the shared files and `files`. */
export function project(name, dependencies, files = {}) {
  const directory = mkdtempSync(join(tmpdir(), `quandian-${name}-`));
  cpSync(join(here, "shared"), directory, { recursive: true });
  write(directory, {
    "package.json": JSON.stringify({ private: true, type: "module", dependencies: { quandian: `file:${pack().tarball}`, ...dependencies } }),
    "sentences.js": `export default ${JSON.stringify(SENTENCES)};\n`,
    ...files,
  });
  run(directory, "npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"]);
  return {
    directory,
    run: (program, args, options) => run(directory, program, args, options),
    start: (program, args, ready) => start(directory, program, args, ready),
    read: (path) => readFileSync(join(directory, path), "utf8"),
    write: (more) => write(directory, more),
    files: (path) => filesIn(join(directory, path)),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function write(directory, files) {
  for (const [path, content] of Object.entries(files)) writeFileSync(join(directory, path), content);
}

/** Programs of the project go before those of the machine, and nothing of the npm that runs the tests is passed on. */
function environment(directory) {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_TEST|NODE_OPTIONS|NODE_ENV)/i.test(name));
  return { ...Object.fromEntries(own), PATH: `${join(directory, "node_modules/.bin")}:${process.env.PATH}`, NO_COLOR: "1", CI: "1", NEXT_TELEMETRY_DISABLED: "1" };
}

function run(directory, program, args, { env = {} } = {}) {
  const { stdout, stderr, status, error } = spawnSync(program, args, {
    cwd: directory, encoding: "utf8", maxBuffer: 1e8, timeout: 300_000, env: { ...environment(directory), ...env },
  });
  assert.equal(error, undefined, `${program} could not be run: ${error?.message}`);
  assert.equal(status, 0, `${program} ${args.join(" ")} failed:\n${stdout}\n${stderr}`);
  return stdout;
}

/** A server that goes on running; resolves once it has written what `ready` matches. */
function start(directory, program, args, ready) {
  const child = spawn(program, args, { cwd: directory, env: environment(directory), detached: true, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => reject(new Error(`${program} is not ready:\n${output}`)), 120_000);
    const stop = () => new Promise((done) => {
      child.once("exit", done);
      process.kill(-child.pid, "SIGTERM");
      setTimeout(() => child.exitCode === null && process.kill(-child.pid, "SIGKILL"), 3000).unref();
    });
    const listen = (chunk) => {
      output += chunk;
      const match = ready.exec(output);
      if (!match) return;
      clearTimeout(timer);
      resolve({ match, stop, output: () => output });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${program} ended with ${code}:\n${output}`)));
  });
}

/** Path → size of all files below a directory. */
function filesIn(directory) {
  const paths = readdirSync(directory, { recursive: true }).map((name) => join(directory, name));
  return Object.fromEntries(paths.filter((path) => statSync(path).isFile()).map((path) => [relative(directory, path), statSync(path).size]));
}
