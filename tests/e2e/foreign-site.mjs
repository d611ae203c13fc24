/** A site of somebody else: pages made by a test, and the package's files under /dist/ and /quandian/. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const DIST = new URL("../../dist/", import.meta.url).pathname;
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };

/** Serves what `pages` holds by path: `{ body, type, headers }`, or a function that answers with one. */
async function serve(pages) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://site").pathname));
    const page = typeof pages[path] === "function" ? await pages[path](request) : pages[path];
    if (page) return response.writeHead(page.status ?? 200, { "content-type": page.type ?? "text/html; charset=utf-8", ...page.headers }).end(page.body);
    try {
      const [, file] = /^\/(?:dist|quandian)\/(.*)/.exec(path);
      const body = await readFile(join(DIST, file));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", ...pages.headers }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** One browser for a file of behaviours; a site and a page for each. */
export function withSites() {
  const state = { sites: [] };
  before(async () => {
    state.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });
  });
  after(async () => {
    await state.browser?.close();
    for (const site of state.sites) site.close();
  });
  state.site = async (pages) => {
    const site = await serve(pages);
    state.sites.push(site);
    return site;
  };
  /** A page of a new site, and what it complained about. */
  state.open = async (body, { headers, pages = {}, path = "/", ...options } = {}) => {
    const site = await state.site({ "/": typeof body === "object" && !Buffer.isBuffer(body) ? body : { body, headers }, ...pages });
    const page = await state.visit(site.address + path, options);
    page.site = site;
    return page;
  };
  /** A page of any site. */
  state.visit = async (address, options = {}) => {
    const context = await state.browser.newContext({ viewport: { width: 1000, height: 800 }, locale: "zh-CN", ...options });
    const page = await context.newPage();
    page.complaints = [];
    page.requests = [];
    page.on("request", (request) => page.requests.push(request.url()));
    page.on("pageerror", (error) => page.complaints.push(error.message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) page.complaints.push(message.text());
    });
    await page.goto(address);
    return page;
  };
  return state;
}

/** A whole page around a body. */
export function html(body, head = "") {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>清水镇简报</title>${head}<body>${body}</body></html>`;
}
