// What a byte costs behind the bytes before it, judged by all that was seen so far. It comes near to what brotli makes of a file,
// and can be asked of a few bytes, where brotli would have to pack the whole.

/** Lengths of the runs before a byte that are known by what followed them; the longer a run, the more it says. */
const RUNS = [1, 2, 3, 4, 6];
/** How far behind a byte others still cost more or less for it. */
export const REACH = 6;
/** Bits of a hash. That two runs share one now and then does no harm. */
const BITS = 22;

export class Habits {
  /** How often each byte came, how often each run, and how often a byte behind a run. */
  bytes = new Uint32Array(256).fill(1);
  all = 256;
  runs = RUNS.map(() => new Uint32Array(1 << BITS));
  pairs = RUNS.map(() => new Uint32Array(1 << BITS));

  /** Counts `bytes`, or takes them out again by a step of -1. */
  see(bytes, step = 1) {
    for (let at = 0; at < bytes.length; at++) {
      this.bytes[bytes[at]] += step;
      this.all += step;
      for (let place = 0, length = 0, hash = 0; place < RUNS.length; place++) {
        for (; length < RUNS[place]; length++) hash = mixed(hash, bytes[at - length - 1]);
        this.runs[place][hash >>> (32 - BITS)] += step;
        this.pairs[place][mixed(hash, bytes[at]) >>> (32 - BITS)] += step;
      }
    }
  }

  /** In bits. A run that was never seen says nothing, nor does a longer one. */
  cost(bytes, at) {
    let likely = this.bytes[bytes[at]] / this.all;
    for (let place = 0, length = 0, hash = 0; place < RUNS.length; place++) {
      for (; length < RUNS[place]; length++) hash = mixed(hash, bytes[at - length - 1]);
      const runs = this.runs[place][hash >>> (32 - BITS)];
      if (runs === 0) break;
      const pairs = this.pairs[place][mixed(hash, bytes[at]) >>> (32 - BITS)];
      likely = (Math.min(pairs, runs) + likely) / (runs + 1);
    }
    return -Math.log2(likely);
  }
}

function mixed(hash, byte) {
  const next = Math.imul(hash ^ (byte + 1), 0x9e3779b1);
  return next ^ (next >>> 15);
}
