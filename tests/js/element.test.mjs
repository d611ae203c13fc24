// Marks need a document; the modules that make them must not.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}/custom-elements.json`, "utf8"));
const [declaration] = manifest.modules[0].declarations;

test("importing has no effect, whatever is imported", async () => {
  const before = Object.getOwnPropertyNames(globalThis);
  const { exports } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  const entries = Object.keys(exports).filter((name) => !/\w\.\w+$/.test(name));
  assert.ok(entries.length > 10);
  for (const entry of entries) await import(`quandian${entry.slice(1)}`);
  assert.deepEqual(Object.getOwnPropertyNames(globalThis), before);
});

test("imports without window", async () => {
  const before = Object.keys(globalThis);
  const { annotate } = await import("../../dist/dom.js");
  const { QuandianText, QuandianError } = await import("../../dist/element.js");
  assert.equal((await import("../../dist/define.js")).QuandianText, QuandianText);
  assert.equal(typeof annotate, "function");
  assert.ok(new QuandianError("aborted") instanceof Error);
  assert.deepEqual(Object.keys(globalThis), before);
});

test("the manifest is what the analyser of manifests writes", () => {
  const cem = "node_modules/@custom-elements-manifest/analyzer/cem.js";
  const { status, stderr } = spawnSync(process.execPath, [cem, "analyze", "--config", "custom-elements-manifest.config.mjs", "--outdir", "build/manifest"], { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.deepEqual(manifest, JSON.parse(readFileSync(`${root}/build/manifest/custom-elements.json`, "utf8")), "run npx cem analyze");
  rmSync(`${root}/build/manifest`, { recursive: true });
});

test("the manifest names every attribute, and only files of the package", async () => {
  const { QuandianText } = await import("../../dist/element.js");
  assert.deepEqual(declaration.attributes.map(({ name }) => name).sort(), [...QuandianText.observedAttributes].sort());
  for (const { path } of manifest.modules) assert.ok(readFileSync(`${root}/${path}`));
});

test("the manual has every attribute, event, part and property, and no others", () => {
  const manual = readFileSync(`${root}/docs/element.md`, "utf8");
  const named = (rows) => rows.map(({ name }) => name).sort();
  const listed = (heading) => {
    const section = manual.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
    return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name).sort();
  };
  assert.deepEqual(listed("Attributes"), named(declaration.attributes));
  assert.deepEqual(listed("Events"), named(declaration.events));
  assert.deepEqual(listed("Parts"), named(declaration.cssParts));
  assert.deepEqual(listed("Custom properties"), named(declaration.cssProperties));
});
