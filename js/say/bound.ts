import type { Bound, NumberAnnotation } from "../types.js";

export interface BoundWords {
  readonly bounds: Readonly<Record<Bound, string>>;
  /** Where the text takes the figure itself in. */
  readonly closed: Readonly<Partial<Record<Bound, string>>>;
}

/** 以X at the end, 至多 至少 最多 最少, 不低于 不得超过 …: 10万元以上 takes the figure itself in, 超过10万元 does not. Escaped for the embed. */
const CLOSED = /\u4ee5.$|[\u81f3\u6700][\u591a\u5c11]|\u4e0d.?[\u4f4e\u9ad8\u591a\u5c11\u8d85]/;

/** One bound, put into words by the text's own. */
export function boundIn({ bounds, closed }: BoundWords, { bound, text }: NumberAnnotation): string {
  return (CLOSED.test(text) && closed[bound]) || bounds[bound];
}
