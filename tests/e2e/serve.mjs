/** Serves the built page as a careful host would: with the policy, and brotli-free so that a test sees plain files. */
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
  "worker-src 'self'; manifest-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml",
  ".wasm": "application/wasm", ".webmanifest": "application/manifest+json", ".json": "application/json",
};
const ROOT = new URL("../../www/dist/", import.meta.url).pathname;

export function serve(policy = POLICY, port = 0) {
  const log = [];
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url, "http://page");
    const path = normalize(decodeURIComponent(pathname));
    log.push(path + search);
    try {
      const body = await readFile(join(ROOT, path.endsWith("/") ? `${path}index.html` : path));
      response.writeHead(200, { "content-type": TYPES[extname(path) || ".html"] ?? "application/octet-stream", "content-security-policy": policy });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-security-policy": policy }).end();
    }
  });
  const stop = () => new Promise((stopped) => {
    server.close(stopped);
    server.closeAllConnections();
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve({ address: `http://127.0.0.1:${server.address().port}/`, log, stop, close: () => server.close() })));
}
