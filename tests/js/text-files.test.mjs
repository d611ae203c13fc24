// Plain text files: the encoding is found or said, and what is no text is refused with what to do instead.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkSize, decodeText, FILE_LIMIT, joinLines, QuandianError, readFile } from "quandian/files";
import { big5, gb18030, utf16 } from "./encoders.mjs";

const TEXT = "全县新建服务站36个，培训学员近2500名。\r\n“两个维护”记心上。\n";
const TRADITIONAL = "全縣新建服務站三十六個，培訓學員近兩千五百名。\n";

const decoded = async (bytes, options) => {
  const { text, encoding } = await readFile(bytes, options);
  return [text, encoding];
};

describe("the encoding is found", () => {
  const CASES = [
    ["utf-8", Buffer.from(TEXT)],
    ["utf-8", Buffer.from(`\ufeff${TEXT}`)],
    ["utf-16le", utf16(TEXT)],
    ["utf-16be", utf16(TEXT, { big: true })],
    ["utf-16le", utf16(TEXT, { mark: false })],
    ["utf-16be", utf16(TEXT, { big: true, mark: false })],
    ["gb18030", gb18030(TEXT)],
    ["big5", big5(TRADITIONAL), TRADITIONAL],
    ["big5", big5("一鄉一特色"), "一鄉一特色"],
    ["gb18030", gb18030(TRADITIONAL), TRADITIONAL],
    // Three characters of a fount's own in a text.
    ["gb18030", Buffer.concat([gb18030(TEXT), Buffer.from([0xaa, 0xa1, 0xaa, 0xa2, 0xf8, 0xa1]), gb18030(TEXT.repeat(2))]), `${TEXT}\ue000\ue001\ue234${TEXT.repeat(2)}`],
  ];
  for (const [at, [encoding, bytes, text = TEXT]] of CASES.entries()) {
    test(`${encoding}-${at}`, async () => {
      const read = await readFile(bytes);
      assert.deepEqual(read, { format: "text", encoding, text, headings: [], changes: 0 });
    });
  }

  test("characters-of-four-bytes-in-gb18030", async () => {
    // 㐀, of the extension block.
    const { text, encoding } = await readFile(Buffer.concat([gb18030("姓"), Buffer.from([0x81, 0x39, 0xee, 0x39]), gb18030("的5人")]));
    assert.deepEqual([text, encoding], ["姓㐀的5人", "gb18030"]);
  });
});

describe("the encoding is said", () => {
  test("big5-is-read-on-request", async () => {
    assert.equal((await readFile(gb18030("和"), { encoding: "big5" })).text, "睿");
    assert.equal((await readFile(big5(TRADITIONAL), { encoding: "gb18030" })).encoding, "gb18030");
  });

  test("another-reading-of-the-same-bytes", () => {
    assert.equal(decodeText(gb18030(TEXT), "gb18030").text, TEXT);
    assert.throws(() => decodeText(gb18030(TEXT), "utf-8"), { code: "file-encoding" });
  });
});

describe("what is no text is refused with what to do", () => {
  const bytes = (...start) => Uint8Array.from({ length: 64 }, (_, at) => start[at] ?? 0x20 + at);
  const CASES = [
    ["doc-and-wps", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "file-old-word", /\.docx/],
    ["rtf", Buffer.from("{\\rtf1 text}"), "file-old-word", /\.docx/],
    ["pdf", Buffer.from("%PDF-1.7 …"), "file-fixed-layout", /复制文字粘贴/],
    ["png", bytes(0x89, 0x50, 0x4e, 0x47), "file-image", /文字识别/],
    ["jpeg", bytes(0xff, 0xd8, 0xff, 0xe0), "file-image", /文字识别/],
    ["webp", Buffer.from("RIFF1234WEBPVP8 "), "file-image", /文字识别/],
    ["heic", Buffer.from("\0\0\0\u0018ftypheic"), "file-image", /文字识别/],
    ["gzip", bytes(0x1f, 0x8b), "file-not-text", /\.docx/],
    ["rar", Buffer.from("Rar!\u001a\u0007"), "file-not-text", /\.docx/],
    ["zeros", new Uint8Array(64), "file-not-text", /\.docx/],
    ["nothing", new Uint8Array(0), "file-empty", /空/],
    ["a-mark-and-nothing-behind-it", Buffer.from("\ufeff"), "file-empty", /空/],
  ];
  for (const [name, content, code, advice] of CASES) {
    test(name, async () => {
      await assert.rejects(readFile(content), (error) => {
        assert.ok(error instanceof QuandianError);
        assert.equal(error.code, code);
        assert.match(error.explain("zh"), advice);
        assert.ok(error.explain("en").length > 10);
        return true;
      });
    });
  }

  test("a-file-of-51-megabytes-by-its-size-alone", () => {
    assert.throws(() => checkSize(FILE_LIMIT + 1), { code: "file-too-large", detail: "50.1 MB" });
    assert.doesNotThrow(() => checkSize(FILE_LIMIT));
  });
});

test("a-character-that-was-cut-in-two-at-the-end", async () => {
  const bytes = Buffer.from(TEXT.trimEnd());
  for (const cut of [1, 2]) {
    const { text, encoding } = await readFile(bytes.subarray(0, -cut));
    assert.deepEqual([text, encoding], [`${TEXT.trimEnd().slice(0, -1)}\ufffd`, "utf-8"]);
  }
});

test("short-words-of-gb18030-that-could-be-utf-8-cut-in-two", async () => {
  for (const word of ["涓", "瑕疵", "姣好", "绯红", "娼妓", "山楂糕", "涓滴成河", "瑕疵\n"]) {
    assert.deepEqual(await decoded(gb18030(word)), [word, "gb18030"]);
  }
});

test("utf-8-cut-in-two-that-could-be-nothing-else", async () => {
  const cut = (text, bytes = 1) => Buffer.from(text).subarray(0, -bytes);
  assert.deepEqual(await decoded(cut("\ufeff# Report 中")), ["# Report \ufffd", "utf-8"], "the mark says so");
  assert.deepEqual(await decoded(cut("# Report 中"), { encoding: "utf-8" }), ["# Report \ufffd", "utf-8"], "the reader says so");
  assert.deepEqual(await decoded(cut("“中")), ["“\ufffd", "utf-8"], "no GB18030");
  assert.deepEqual(await decoded(cut("かな")), ["か\ufffd", "utf-8"], "no GB18030");
  assert.deepEqual(await decoded(cut("ひらがな", 2)), ["ひらが\ufffd", "utf-8"], "kana enough");
  await assert.rejects(readFile(Buffer.from("un café", "latin1")), { code: "file-encoding" }, "café in Latin-1");
  await assert.rejects(readFile(cut("中", 2), { encoding: "big5" }), { code: "file-encoding" }, "only UTF-8 is mended");
});

test("bytes-are-taken-however-they-are-held", async () => {
  const bytes = new TextEncoder().encode(TEXT);
  assert.equal((await readFile(bytes.buffer)).text, TEXT);
  assert.equal(decodeText(bytes.buffer).text, TEXT);
  await assert.rejects(readFile("report.txt"), { name: "TypeError", message: /by its bytes/ });
  assert.throws(() => decodeText("report.txt"), { name: "TypeError" });
});

describe("lines that a page broke", () => {
  const PARAGRAPH = "　　全镇巡渠护河人人有份，今春以来清淤通渠一百二十里，补种柳树三千四百余棵，加固堤坝七处。";
  const WHOLE = Array.from({ length: 12 }, () => PARAGRAPH);
  const printed = WHOLE.flatMap((line) => line.match(/.{1,18}/gu));

  test("are joined to paragraphs", () => {
    assert.equal(joinLines(printed.join("\n")).text, WHOLE.join("\n"));
  });

  for (const folio of [(n) => `- ${n} -`, (n) => `— ${n} —`, (n) => `${n}`, (n) => `第${n}页 共3页`, (n) => `\n\n${n}/3\n\f`]) {
    test(`are joined over the page's own number: ${JSON.stringify(folio(1))}`, () => {
      const pages = [0, 1, 2].map((page) => [...printed.slice(page * 12, page * 12 + 12), folio(page + 1)].join("\n"));
      assert.equal(joinLines(pages.join("\n")).text, WHOLE.join("\n"));
    });
  }

  test("a number that counts no pages stays", () => {
    for (const numbers of [["7", "3"], ["2860", "2861"]]) {
      const text = [...printed.slice(0, 3), numbers[0], ...printed.slice(3, 6), numbers[1], ...printed.slice(6)].join("\n");
      for (const number of numbers) assert.match(joinLines(text).text, new RegExp(`(^|\\D)${number}(\\D|$)`));
    }
  });

  test("are there only where a page broke them", () => {
    assert.equal(joinLines(TEXT), null);
    assert.equal(joinLines(`${PARAGRAPH}\n${PARAGRAPH}\n`), null);
  });
});
