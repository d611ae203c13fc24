/** What the command line says about itself, in Chinese and English. */

const COMMON = {
  encoding: { type: "string" },
  changes: { type: "string" },
  "join-lines": { type: "boolean" },
  parts: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export const ANNOTATE_OPTIONS = {
  ...COMMON,
  format: { type: "string" },
  layers: { type: "string" },
  rejected: { type: "boolean" },
  glossary: { type: "string" },
  "reference-date": { type: "string" },
} as const;

export const TEXT_OPTIONS = COMMON;

/** Which lexicon cuts, and whether jieba's joins single characters. */
const CUT = { lexicon: { type: "string" }, "no-hmm": { type: "boolean" } } as const;

export const SEGMENT_OPTIONS = { ...COMMON, ...CUT, mode: { type: "string" }, tags: { type: "boolean" } } as const;

export const KEYWORD_OPTIONS = {
  ...COMMON,
  ...CUT,
  method: { type: "string" },
  count: { type: "string" },
  allow: { type: "string" },
  weights: { type: "boolean" },
} as const;

export const EXPORT_OPTIONS = {
  ...COMMON,
  format: { type: "string" },
  out: { type: "string" },
  language: { type: "string" },
  glossary: { type: "string" },
  "reference-date": { type: "string" },
} as const;

export const HELP = {
  en: `quandian reads Chinese prose: words, numbers, slogans.

  quandian annotate FILE…    the numbers, changes and slogans, one JSON object a line
  quandian segment FILE…     the words, parted by a space
  quandian keywords FILE…    the words that say most, a line each
  quandian export FILE       a table, a report, or a format of other programs
  quandian text FILE…        the text itself, as it was read: what the offsets point into

FILE is a text file in UTF-8, GB18030, Big5 or UTF-16, or a .docx; - is standard input. Offsets are UTF-16 code units.

annotate:
  --format jsonl|json|text   default jsonl
  --layers LIST              of words,numbers,slogans; default numbers,slogans
  --rejected                 also what was left out, with the reason
  --glossary FILE            your own formulas: formula, tab, members joined by 、
  --reference-date DATE      the day the text was written on, YYYY-MM-DD: 去年 and 近三年 are reckoned from it
segment:
  --mode accurate|full|search
  --tags                     with part of speech: word/n
segment, keywords:
  --lexicon compact|jieba    default compact; jieba cuts as jieba does
  --no-hmm                   jieba: words nobody listed stay single characters
keywords:
  --method textrank|tf-idf   by the company words keep, the default, or by rarity elsewhere
  --count N                  at most; default 20
  --allow LIST               parts of speech: n,vn,ns; all for any
  --weights                  with weight, number of mentions and part of speech
export:
  --format csv|xlsx|docx|markdown|html|jsonl|w3c|brat|conllu|tei
  --out PATH                 the file to write; default: standard output. brat is two files, PATH.txt and PATH.ann
  --language zh|en           of heads and kinds; default: the language of the locale
  --glossary FILE, --reference-date DATE
all:
  --parts                    numbers and slogans are cut into words too
  --encoding auto|utf-8|gb18030|big5|utf-16
  --join-lines               lines that a page broke, as a PDF gives them, are joined to paragraphs
  --changes accepted|original  a .docx with tracked changes, with all of them or with none; default accepted
  --help, --version
`,
  zh: `圈点：读中文文本，分词，找出数字与提法。

  quandian annotate 文件…    标注数字、变化与提法，每行一个 JSON 对象
  quandian segment 文件…     分词，词间空一格
  quandian keywords 文件…    关键词，每行一个
  quandian export 文件       写成表格、报告或其他软件的格式
  quandian text 文件…        读入的文字本身，偏移量即以此为准

文件可为 UTF-8、GB18030、Big5 或 UTF-16 编码的纯文本，也可为 .docx；- 表示标准输入。偏移量以 UTF-16 码元计。

annotate:
  --format jsonl|json|text   输出格式，默认 jsonl
  --layers 列表              words,numbers,slogans 中的若干项，默认 numbers,slogans
  --rejected                 同时列出未采纳者及其理由
  --glossary 文件            自备词表：提法、制表符、以“、”相连的各项
  --reference-date 日期      文本写成之日（YYYY-MM-DD），“去年”“近三年”据此推算
segment:
  --mode accurate|full|search
  --tags                     附词性：词/n
segment、keywords:
  --lexicon compact|jieba    词典，默认 compact；jieba 与结巴分词的结果一致
  --no-hmm                   仅 jieba：未登录词切成单字
keywords:
  --method textrank|tf-idf   按词语的邻接关系（默认），或按词语在别处的稀见程度
  --count 个数               至多几个，默认 20
  --allow 列表               限定词性，如 n,vn,ns；all 为不限
  --weights                  附权重、出现次数与词性
export:
  --format csv|xlsx|docx|markdown|html|jsonl|w3c|brat|conllu|tei
  --out 路径                 写入的文件，默认写到标准输出；brat 有两个文件：路径.txt 与 路径.ann
  --language zh|en           表头与类别所用的语言，默认随系统
  --glossary 文件, --reference-date 日期
通用:
  --parts                    数字与提法也切分成词
  --encoding auto|utf-8|gb18030|big5|utf-16
  --join-lines               把排版断开的行（如复制自 PDF 的文字）接成整段
  --changes accepted|original  .docx 中的修订：全部接受（默认），或读修订前的原文
  --help, --version
`,
} as const;

/** A .docx holds changes that nobody has decided on. */
export const TRACKED = {
  zh: (count: number, view: "accepted" | "original") => `文中有修订 ${count} 处，${view === "accepted" ? "按全部接受读入" : "按修订前的原文读入"}`,
  en: (count: number, view: "accepted" | "original") =>
    `${count} tracked changes, read ${view === "accepted" ? "as if all were accepted" : "without any of them"}`,
};

/** What was joined moves the offsets. */
export const JOINED = {
  zh: (breaks: number) => `已接回 ${breaks} 处断行`,
  en: (breaks: number) => `${breaks} broken lines were joined`,
};

/** Why a command ends before its work, or without it; what it is about follows. */
export const COMPLAINTS = {
  "no-command": { zh: "缺少命令，见 quandian --help", en: "no command; see quandian --help" },
  "unknown-command": { zh: "没有这个命令，见 quandian --help：", en: "no such command, see quandian --help:" },
  "no-file": { zh: "缺少文件；- 表示标准输入", en: "no file given; - is standard input" },
  "bad-option": { zh: "选项有误，见 quandian --help：", en: "an option cannot be read, see quandian --help:" },
  "one-file": { zh: "export 一次只写一个文件", en: "export takes one file at a time" },
  "no-out": { zh: "这种格式有两个文件，请用 --out 指定路径：", en: "this format is two files, say where with --out:" },
  "no-writing": { zh: "写不了这个文件：", en: "this file cannot be written:" },
  "only-jieba": { zh: "这个选项须与 --lexicon jieba 同用：", en: "this option needs --lexicon jieba:" },
  "bad-value": { zh: "选项的值有误：", en: "not a value of this option:" },
} as const;
