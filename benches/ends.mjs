/** UTF-16 ends of words that partition a text. */
export function endsOf(words) {
  const ends = new Uint32Array(words.length);
  let end = 0;
  for (let at = 0; at < words.length; at += 1) ends[at] = end += words[at].length;
  return ends;
}
