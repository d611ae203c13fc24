/** Bytes from wherever the caller has them. */
import { QuandianError } from "./errors.js";
import type { BytesInput, ErrorCode } from "./types.js";

/** Whether `input` is bytes already, also where it comes from another realm. */
export function isBytes(input: unknown): input is BufferSource {
  return ArrayBuffer.isView(input) || /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(input));
}

/** The answer to a request for `input`; anything but a good answer is an error of the code given. */
export async function fetchBytes(input: Exclude<BytesInput, BufferSource>, code: ErrorCode): Promise<Response> {
  const isResponse = typeof Response === "function" && input instanceof Response;
  let response: Response;
  try {
    response = isResponse ? input : ((await readOnDisk(input)) ?? (await fetch(input as string | URL | Request)));
  } catch (error) {
    const address = input instanceof Request ? input.url : String(input);
    throw new QuandianError(code, address, error);
  }
  if (!response.ok) throw new QuandianError(code, `${response.url} ${response.status}`.trim());
  return response;
}

/** Bytes as bytes, without a copy. */
export function view(input: BufferSource): Uint8Array {
  return ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : new Uint8Array(input);
}

/** Node's fetch reads no files. Asked for by name at run time, the module is none that a bundler would miss in a browser. */
async function readOnDisk(input: Exclude<BytesInput, BufferSource>): Promise<Response | undefined> {
  const address = String(input);
  if (!address.startsWith("file:")) return undefined;
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): { readFile(path: URL): Promise<BodyInit> } } };
  const body = await process?.getBuiltinModule?.("node:fs/promises").readFile(new URL(address));
  return body === undefined ? undefined : new Response(body);
}

/** All bytes of an answer; where they stop coming it is an error of the code given. */
export async function bodyOf(response: Response, code: ErrorCode): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new QuandianError(code, response.url, error);
  }
}

/** All bytes of `input`. A web page in their place, which many servers send for what they do not have, is an error of the code given too. */
export async function readBytes(input: BytesInput, code: ErrorCode): Promise<Uint8Array> {
  if (isBytes(input)) return view(input);
  const response = await fetchBytes(input, code);
  const bytes = await bodyOf(response, code);
  if (isPage(bytes)) throw new QuandianError(code, described(response));
  return bytes;
}

const LESS_THAN = 0x3c;

export function isPage(bytes: Uint8Array): boolean {
  return bytes[0] === LESS_THAN;
}

/** Address and type of an answer, for the detail of an error. */
export function described(response: Response): string {
  return `${response.url} ${response.headers.get("content-type") ?? ""}`.trim();
}
