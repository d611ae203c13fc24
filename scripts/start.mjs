// `npm start`: from a clone to the page in the browser.
import { run } from "./run.mjs";

run("node", ["scripts/ensure.mjs"]);
run("node", ["scripts/build.mjs"]);
// In this process, so that whoever ends npm start ends the server.
await import("./serve.mjs");
