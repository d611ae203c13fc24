/** Opens a page as a visitor would and hands over its answer; a complaint of any kind fails. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };

let browser;

export async function closeBrowser() {
  await browser?.close();
}

/** What the page at `address` puts into `globalThis.answer`. */
export async function answerOf(address) {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (response) => response.status() >= 400 && complaints.push(`${response.url()}: ${response.status()}`));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  try {
    await page.goto(address);
    await page.waitForFunction("globalThis.answer !== undefined", undefined, { timeout: 60_000 }).catch((error) => complaints.push(error.message));
    const answer = await page.evaluate("globalThis.answer").catch((error) => complaints.push(error.message));
    assert.deepEqual(complaints, []);
    return answer;
  } finally {
    await page.close();
  }
}

/** A plain file server. */
export async function serveFiles(directory) {
  const server = createServer(async (request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url, "http://page").pathname));
    const path = asked.endsWith("/") ? `${asked}index.html` : asked;
    try {
      const body = await readFile(join(directory, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

export function html(script, type = ' type="module"') {
  return `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>consumer</title><body><script${type} src="${script}"></script>\n`;
}
