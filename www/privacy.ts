/**
 * Nothing may leave: once the page has what it needs, it forbids itself every connection, whatever the server allowed.
 * Its own scripts alone may come, which `later.ts` brings, and no others; a policy can only be made stricter, so nobody lifts it.
 */
export const SEAL =
  "default-src 'none'; connect-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; " +
  "img-src data: blob:; manifest-src 'self'; form-action 'none'; base-uri 'none'";

export function seal(): void {
  if (document.head.querySelector("meta[http-equiv]") !== null) return;
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = SEAL;
  document.head.append(meta);
}
