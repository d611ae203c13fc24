/**
 * Answers for the page's own files from what the browser keeps, so that the page works without a network and asks for
 * nothing after its first visit. `FILES` and `VERSION` stand over this when it is built.
 */
const PREFIX = "quandian-";
const NAME = PREFIX + VERSION;

addEventListener("install", (event) => {
  event.waitUntil(stored().then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(swept().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(answer(request));
});

async function stored() {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
}

/** A tab that was opened before still asks for the files it was built with: the last version but one stays. */
async function swept() {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

async function answer(request) {
  const path = request.url.slice(registration.scope.length).replace(/[?#].*/s, "");
  const isPage = path === "" || path === "index.html";
  const kept = isPage ? await (await caches.open(NAME)).match("./") : await caches.match(request, { ignoreVary: true });
  return kept ?? fetch(request);
}
