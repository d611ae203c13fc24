import "./parts/page.js";

/** Once all is there and the machine is idle: the first visit is for reading. */
function install(): void {
  if (import.meta.env.MODE === "single" || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => setTimeout(() => void navigator.serviceWorker.register("./service-worker.js").catch(() => undefined), 1_000));
}

install();
