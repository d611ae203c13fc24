// `npm start`: from a clone to the page in the browser.
import { run } from "./run.mjs";

run("node", ["scripts/ensure.mjs"]);
run("node", ["scripts/build.mjs"]);
run("node", ["scripts/serve.mjs", ...process.argv.slice(2)]);
