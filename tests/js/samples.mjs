// Texts for the tests of this directory, all written for them.

/** Ordinary prose with numbers of most kinds. */
export const PROSE = [
  "全县建成村级服务点312个，培训农技员1.2万人次，带动增收3.5亿元。",
  "到2025年底，完成率从2021年的61%提高到94.5%，办理时限由15天减少到4天。",
  "第三批项目共27项，其中重点项目九个，占三分之一。",
].join("\n");

/** Ends of every kind of trouble with offsets. */
export const AWKWARD = [
  "😀全县312个村，𠮷田镇1.2万人次。",
  "第一行\r\n培训３００人次\r\n\r\n投资**10000**余元",
  "半截代理\ud83d项目27项\udc00，另有九个",
  "全縣建成服務點三百一十二個，帶動增收３．５億元",
  "\ufeff开头有标记的27项",
  "e\u0301一组👨‍👩‍👧‍👦3户家庭，零\u200b宽2个",
  "",
  "\n",
  "😀",
];

/** The same random numbers on every run. */
export function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PIECES = [
  "3", "15", "０", "６．４", "万", "亿", "百", "人次", "个", "项", "元", "%", "年", "月", "日", "第", "从", "到", "约", "余", "以上",
  "党员", "村庄", "培训", "提高", "两", "三", "“", "”", "，", "。", "、", "\n", "\r\n", " ", "　", "**", "# ", "😀", "𠮷", "\ud83d", "\udc00",
  "個", "萬", "A", "km", "+", "X", "·", "—", "\u200b", "\0", "\u0301",
];

export function randomText(next, length) {
  return Array.from({ length }, () => PIECES[next(PIECES.length)]).join("");
}

/** `bytes` of prose without a line break. */
export function longText(bytes) {
  const sentence = PROSE.replaceAll("\n", "");
  const size = Buffer.byteLength(sentence);
  return sentence.repeat(Math.floor(bytes / size));
}
