// The inside of a web worker, made of a Node thread: messages that come before the script listens are kept for it.
import { parentPort, workerData } from "node:worker_threads";

globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
globalThis.addEventListener = (type, listener) => {
  if (type === "message") parentPort.on("message", (data) => listener({ data }));
};
await import(workerData);
