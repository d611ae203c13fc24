/**
 * Nothing may leave: once the page has what it needs, it forbids itself every connection, whatever the server allowed.
 * Scripts of its own are fetched once more, by `later.ts`; a policy can only be made stricter, so nobody lifts it.
 */
export const SEAL = "connect-src 'none'; img-src data: blob:; media-src 'none'; object-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'";

export function seal(): void {
  if (document.head.querySelector("meta[http-equiv]") !== null) return;
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = SEAL;
  document.head.append(meta);
}
