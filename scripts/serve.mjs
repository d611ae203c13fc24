// A small server of static files for the built page: right types, compression, a policy that lets no text out.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fail, root } from "./run.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8", ".webmanifest": "application/manifest+json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8", ".tsv": "text/tab-separated-values; charset=utf-8", ".wasm": "application/wasm",
  ".bin": "application/octet-stream", ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon",
  ".woff2": "font/woff2", ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** What is not listed is forbidden: other origins above all. */
const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data: blob:",
  "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "font-src 'self'", "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-cache",
  vary: "accept-encoding",
};

const directory = resolve(root, process.argv[2] ?? "www/dist");
if (!existsSync(directory)) fail(`${directory} is not there: run npm start, which builds it.`);

/** Compressed bodies by path and encoding, as long as the file is the same. */
const compressed = new Map();

const server = createServer((request, response) => {
  const file = fileFor(request.url ?? "/");
  if (!["GET", "HEAD"].includes(request.method ?? "")) return plain(response, 405, "Method not allowed");
  if (!file) return plain(response, 404, "Not found");
  const { mtimeMs, size } = statSync(file);
  const etag = `"${mtimeMs.toString(36)}-${size.toString(36)}"`;
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  if (request.headers["if-none-match"] === etag) return response.writeHead(304, { ...HEADERS, etag }).end();
  const encoding = encodingFor(request.headers["accept-encoding"] ?? "", type, size);
  if (!encoding) {
    response.writeHead(200, { ...HEADERS, etag, "content-type": type, "content-length": size });
    return request.method === "HEAD" ? response.end() : createReadStream(file).pipe(response);
  }
  const body = compress(file, encoding, etag);
  response.writeHead(200, { ...HEADERS, etag, "content-type": type, "content-encoding": encoding, "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
});

function plain(response, status, text) {
  response.writeHead(status, { ...HEADERS, "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}

/** The file an address means, if it lies inside the directory. */
function fileFor(url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  const file = normalize(join(directory, path.endsWith("/") ? `${path}index.html` : path));
  return file.startsWith(directory + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function encodingFor(accepted, type, size) {
  if (size < 1000 || /^(image\/(?!svg)|font\/)/.test(type)) return undefined;
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : undefined;
}

function compress(file, encoding, etag) {
  const key = `${encoding} ${etag} ${file}`;
  if (!compressed.has(key)) {
    const bytes = readFileSync(file);
    // Quality 5 answers at once; what quality 11 reaches is printed by npm run size.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    compressed.set(key, encoding === "br" ? brotliCompressSync(bytes, { params }) : gzipSync(bytes));
  }
  return compressed.get(key);
}

/** A given port must be free; else the next free one from 5173. */
function listen(port, given) {
  server.once("error", (error) => {
    if (error.code === "EADDRINUSE" && !given) listen(port + 1, false);
    else fail(error.code === "EADDRINUSE" ? `Port ${port} is in use: set PORT to another.` : String(error));
  });
  server.listen(port, process.env.HOST ?? "localhost", () => {
    const address = server.address();
    console.log(`Quandian 圈点: http://localhost:${address.port}/`);
  });
}

const given = process.env.PORT !== undefined && process.env.PORT !== "";
listen(given ? Number(process.env.PORT) : 5173, given);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
