// Numbers for the locals of wasm functions, so that the file packs small. Which number a local has changes nothing in what the
// function does; the compiler gives small ones to what is used most, and what is alike in two functions looks different where
// their locals are numbered differently.
import { Habits, REACH } from "./habits.mjs";
import { CODE, functions, Reader, sections } from "./wasm.mjs";

const TYPES = 1;
const SIGNATURES = 3;
/** Where numbers begin to take two bytes. */
const LONG = 128;
/** How often all functions are gone through: from the second time on each is seen beside those behind it too. */
const PASSES = 4;
/** Most exchanges tried in one function. */
const TRIES = 20000;

/** The same module, with locals of one type exchanged, two by two, as long as their function costs less beside the others. */
export function renumbered(wasm) {
  const module = Buffer.from(wasm);
  const found = sections(module);
  const parameters = parametersOf(found);
  const habits = new Habits();
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [index, body] of functions(found[CODE]).entries()) {
      if (pass > 0) habits.see(body, -1);
      exchange(body, localsOf(body, parameters[index]), habits);
      habits.see(body);
    }
  }
  return module;
}

function exchange(body, locals, habits) {
  const costs = Float64Array.from(body, (_, at) => habits.cost(body, at));
  let [tries, smaller] = [0, true];
  while (smaller) {
    smaller = false;
    for (const [one, other] of pairs(locals)) {
      if (tries++ > TRIES) return;
      swap(body, one, other);
      const near = around(one, other, body.length);
      let more = 0;
      for (const at of near) more += habits.cost(body, at) - costs[at];
      if (more < -0.01) {
        for (const at of near) costs[at] = habits.cost(body, at);
        smaller = true;
      } else swap(body, one, other);
    }
  }
}

function pairs(locals) {
  const alike = (one, place) => locals.slice(place + 1).filter((other) => other.type === one.type).map((other) => [one, other]);
  return locals.flatMap(alike);
}

/** Two locals change numbers. */
function swap(body, one, other) {
  for (const place of one.places) body[place] = other.number;
  for (const place of other.places) body[place] = one.number;
  [one.number, other.number] = [other.number, one.number];
}

/** The locals behind the parameters, each with its type and the places that name it. */
function localsOf(body, parameters) {
  const reader = new Reader(body, 0);
  const locals = [];
  for (let groups = reader.number(); groups > 0; groups--) {
    const [count, type] = [reader.number(), reader.number()];
    for (let one = 0; one < count; one++) locals.push({ number: parameters + locals.length, type, places: [] });
  }
  while (reader.at < body.length) {
    const code = body[reader.at++];
    const place = reader.at;
    const first = operands(code, reader);
    if (isLocal(code)) locals[first - parameters]?.places.push(place);
  }
  return locals.filter(({ number, places }) => number < LONG && places.length > 0);
}

const isLocal = (code) => code >= 0x20 && code <= 0x22;
/** Instructions with one number behind them: blocks, branches, calls, variables, whole constants, references. */
const ONE = new Set([2, 3, 4, 0x0c, 0x0d, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0x41, 0x42, 0xd0, 0xd2]);
const NONE = new Set([0, 1, 5, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1]);

/** Reads on behind what belongs to an instruction, and says the first number of it. */
function operands(code, reader) {
  if (ONE.has(code)) return reader.number();
  if (NONE.has(code) || (code >= 0x45 && code <= 0xc4)) return;
  const many = (count) => { for (let one = 0; one < count; one++) reader.number(); };
  if (code === 0x11 || (code >= 0x28 && code <= 0x3e)) many(2);
  else if (code === 0x0e) many(reader.number() + 1);
  else if (code === 0x1c) many(reader.number());
  else if (code === 0x43 || code === 0x44) reader.at += code === 0x43 ? 4 : 8;
  else if (code === 0xfc) many([0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1][reader.number()]);
  else throw new Error(`wasm: an instruction that is not known here: ${code}`);
}

/** How many parameters each function has. */
function parametersOf(found) {
  const types = new Reader(found[TYPES], 0);
  const counts = Array.from({ length: types.number() }, () => {
    types.number();
    const parameters = types.counted().length;
    types.counted();
    return parameters;
  });
  const signatures = new Reader(found[SIGNATURES], 0);
  return Array.from({ length: signatures.number() }, () => counts[signatures.number()]);
}

/** Where two locals stand, and the places behind for which they count. */
function around(one, other, end) {
  const places = Int32Array.from([...one.places, ...other.places]).sort();
  const near = [];
  let at = 0;
  for (const place of places) {
    for (at = Math.max(at, place); at <= place + REACH && at < end; at++) near.push(at);
  }
  return near;
}
