/**
 * The page's files are kept for the next visit, and for days without a network. The browser fetches them on its own account,
 * which no policy of the page touches: the page says that nothing is asked for only when this is over.
 */

/** Resolves when the files are there, or cannot be kept. */
export async function stored(): Promise<void> {
  if (import.meta.env.MODE === "single" || !("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register("./service-worker.js");
    // The browser looks for a newer version by itself, but some time after the visit began: asked now, its files come before
    // the page says that nothing is asked for.
    await registration.update();
    await settled(registration.installing);
  } catch {
    // Nothing is kept, and nothing more is fetched.
  }
}

function settled(worker: ServiceWorker | null): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (worker === null || worker.state !== "installing") resolve();
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}
