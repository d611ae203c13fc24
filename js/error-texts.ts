/** What each code of an error says to a reader of Chinese or English. */
import type { ErrorCode } from "./types.js";

export type Language = "zh" | "en";

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(TEXTS, code);
}

/** What to do about it: a sentence, or nothing. */
export function remedyOf(code: ErrorCode, language: Language): string {
  return TEXTS[code][language][1];
}

/** What happened. */
export function sentence(code: ErrorCode, detail: string, language: Language): string {
  const [what] = TEXTS[code][language];
  if (language === "zh") return detail ? `${what}（${detail}）。` : `${what}。`;
  return detail ? `${what} (${detail}).` : `${what}.`;
}

/** For each language what happened, without full stop, and what to do about it, as a sentence or nothing. */
const TEXTS: Record<ErrorCode, Record<Language, readonly [what: string, remedy: string]>> = {
  "text-too-long": {
    zh: ["文本超过长度上限，未作分析", "请分成几部分，或调高 limit。"],
    en: ["The text is over the limit and was not analysed", "Split it, or raise `limit`."],
  },
  "lexicon-damaged": {
    zh: ["词典无法读取", "请重新下载词典文件，并确认其版本与本软件一致。"],
    en: ["The lexicon cannot be read", "Fetch it again, and take the one that came with this version."],
  },
  "lexicon-missing": {
    zh: ["分词需要词典，而词典尚未加载", "请在创建时提供 lexicon。"],
    en: ["Words need a lexicon, and none is loaded", "Pass `lexicon` when creating the analyser."],
  },
  "idf-missing": {
    zh: ["按 TF-IDF 取关键词需要逆文档频率表，而该表尚未提供", "请在创建时提供 idf（见 quandian/idf），或改用 textrank。"],
    en: ["Keywords by TF-IDF need the table of inverse document frequencies, and none was given", "Pass `idf` when creating the analyser (see quandian/idf), or take `textrank`."],
  },
  "lexicon-not-found": {
    zh: ["取不到词典文件", "请检查地址；跨域存放时服务器须允许 CORS。"],
    en: ["The lexicon could not be fetched", "Check the address; on another origin the server must allow CORS."],
  },
  "user-word": {
    zh: ["自定义词无法加入", "请给出一个列表，其中每一项是一个词，或 [词, 词频, 词性]。"],
    en: ["The user words cannot be taken", "Pass a list, of words or of [word, frequency, partOfSpeech]."],
  },
  "option": {
    zh: ["选项有误", ""],
    en: ["The option cannot be read", ""],
  },
  "wasm-blocked-by-csp": {
    zh: ["内容安全策略禁止运行 WebAssembly", "请在 script-src 中加入 'wasm-unsafe-eval'。"],
    en: ["The content security policy forbids WebAssembly", "Add 'wasm-unsafe-eval' to script-src."],
  },
  "wasm-not-found": {
    zh: ["取不到 wasm 文件", "请确认 quandian_bg.wasm 与脚本放在一起，或用 wasm 选项给出地址；跨域存放时服务器须允许 CORS。"],
    en: [
      "The wasm file could not be fetched",
      "Put quandian_bg.wasm beside the script or pass its address as `wasm`; on another origin the server must allow CORS.",
    ],
  },
  "wasm-wrong-mime": {
    zh: ["wasm 的地址返回的是网页", "请检查地址，并让服务器以 application/wasm 类型提供 .wasm 文件。"],
    en: ["The address of the wasm answers with a web page", "Check the address, and serve .wasm files as application/wasm."],
  },
  "wasm-bad-bytes": {
    zh: ["wasm 文件已损坏、不是 WebAssembly，或与脚本版本不一致", "请重新下载 quandian_bg.wasm，并与脚本取自同一版本。"],
    en: ["The wasm file is damaged, no WebAssembly, or of another version than the script", "Fetch quandian_bg.wasm again, from the version of the script."],
  },
  "script-not-found": {
    zh: ["取不到分析程序的脚本", "请把 dist 目录里的文件放在一起，并在 script-src 中允许它们的来源；跨域存放时服务器须允许 CORS。从磁盘直接打开的网页取不到文件，请经由服务器打开。"],
    en: [
      "The analyser's script could not be fetched",
      "Keep the files of dist/ together and allow their origin in script-src; on another origin the server must allow CORS. A page opened from a disk fetches nothing: serve it.",
    ],
  },
  "worker-failed": {
    zh: ["后台线程出错", "请再试一次：下一次调用会另启一个线程。"],
    en: ["The worker failed", "Try again: the next call starts another."],
  },
  "worker-timeout": {
    zh: ["后台线程未能按时应答", "若发生在启动时，请检查 worker.js 的地址与内容安全策略（worker-src）；也可延长 startTimeoutMs 或 answerTimeoutMs。"],
    en: [
      "The worker did not answer in time",
      "At the start, check the address of worker.js and the content security policy (worker-src); else raise `startTimeoutMs` or `answerTimeoutMs`.",
    ],
  },
  "worker-not-allowed": {
    zh: ["后台线程无法启动", "请检查 worker.js 的地址与内容安全策略（worker-src）；跨域的 worker.js 须允许 CORS。也可改用 createAnalyzer。"],
    en: [
      "No worker can be started here",
      "Check the address of worker.js and the content security policy (worker-src); on another origin the server must allow CORS. Or use createAnalyzer.",
    ],
  },
  "aborted": { zh: ["分析已取消", ""], en: ["The analysis was cancelled", ""] },
  "disposed": {
    zh: ["分析器已释放", "请另建一个。"],
    en: ["The analyser was disposed of", "Create another."],
  },
  "internal": {
    zh: ["程序内部出错，这是本软件的缺陷", "请把触发错误的文本告诉开发者。分析器可以继续使用。"],
    en: ["An internal error, which is a bug of this package", "Please report the text that caused it. The analyser can still be used."],
  },
  "file-not-found": {
    zh: ["打不开文件", "请检查路径与权限。"],
    en: ["The file cannot be opened", "Check the path and the permissions."],
  },
  "file-empty": {
    zh: ["文件是空的，没有文字", ""],
    en: ["The file is empty, or holds no text", ""],
  },
  "file-too-large": {
    zh: ["文件超过 50 MB", "请分成几部分。"],
    en: ["The file is over 50 MB", "Split it."],
  },
  "file-old-word": {
    zh: ["这是旧版文档（.doc、.wps、.rtf 等），无法读取", "请用 Word 或 WPS 打开，另存为 .docx 再试，也可以复制文字粘贴。"],
    en: ["This is a document of an old format (.doc, .wps, .rtf and the like)", "Open it in Word or WPS and save it as .docx, or copy its text and paste it."],
  },
  "file-not-text": {
    zh: ["这不是文本文件", "请打开 .txt、.md 或 .docx 文件，也可以复制文字粘贴。"],
    en: ["This is not a text file", "Take a .txt, .md or .docx file, or copy the text and paste it."],
  },
  "file-damaged": {
    zh: ["文件已损坏，读不下去", "请重新取得这份文件，或用 Word、WPS 打开后另存一份。"],
    en: ["The file is damaged", "Get it again, or open it in Word or WPS and save a copy."],
  },
  "file-protected": {
    zh: ["文件加了密码", "请用 Word 或 WPS 打开，去掉密码后另存。"],
    en: ["The file is protected by a password", "Open it in Word or WPS and save it without one."],
  },
  "file-unpacks-too-large": {
    zh: ["文件解开后过大，已停止读取", "若是正常文档，请分成几份，或复制文字粘贴。"],
    en: ["The file unpacks to too much and was given up", "If it is an honest document, split it, or copy its text and paste it."],
  },
  "file-fixed-layout": {
    zh: ["这是版式文件，无法读取", "请在阅读器里复制文字粘贴，或向来源要 .docx。"],
    en: ["This is a file of fixed pages", "Copy its text in the viewer and paste it, or ask for the .docx."],
  },
  "file-image": {
    zh: ["这是图片，里面的文字读不出来", "请先用文字识别软件转成文字。"],
    en: ["This is a picture, whose text cannot be read", "Have its text recognised by another program first."],
  },
  "file-not-word": {
    zh: ["这不是 Word 文档", "请另存为 .docx 或 .txt，也可以复制文字粘贴。"],
    en: ["This is not a Word document", "Save it as .docx or .txt, or copy its text and paste it."],
  },
  "file-encoding": {
    zh: ["文件不是所说的编码，或编码无法识别", "请指明编码：utf-8、gb18030、big5 或 utf-16。"],
    en: ["The file is not in that encoding, or the encoding cannot be told", "Name it: utf-8, gb18030, big5 or utf-16."],
  },
};
