import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PAGES } from "./foreign-pages.mjs";
import { html, withSites } from "./foreign-site.mjs";

const sites = withSites();
const IMPORT = `import("/dist/dom.js")`;

/** Annotates in the page; the handle stays there as `handle`. */
function annotate(page, target = "body", options = {}) {
  return page.evaluate(`${IMPORT}.then(async ({ annotate }) => { globalThis.handle = await annotate(${JSON.stringify(target)}, ${JSON.stringify(options)}); return handle.marks.map(({ mention }) => mention.text); })`);
}

/** What is painted, as text, in the order of the document. */
const painted = (page) => page.evaluate(() => {
  const ranges = [...CSS.highlights].filter(([name]) => name !== "quandian-selected").flatMap(([, highlight]) => [...highlight]);
  const live = ranges.map((range) => {
    const copy = new Range();
    copy.setStart(range.startContainer, range.startOffset);
    copy.setEnd(range.endContainer, range.endOffset);
    return copy;
  });
  return live.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String);
});

describe("remove-is-byte-identical", () => {
  assert.ok(Object.keys(PAGES).length >= 20);
  for (const [name, body] of Object.entries(PAGES)) {
    test(name, async () => {
      const page = await sites.open(html(body));
      const outer = () => page.evaluate(() => document.documentElement.outerHTML);
      const target = () => page.evaluate(() => document.body.outerHTML);
      const nodes = () => page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        globalThis.seen ??= [];
        const now = [];
        while (walker.nextNode()) now.push(walker.currentNode);
        const same = globalThis.seen.length === 0 || (now.length === globalThis.seen.length && now.every((node, at) => node === globalThis.seen[at]));
        globalThis.seen = now;
        return same;
      });
      const [before, inside] = [await outer(), await target()];
      await nodes();
      const marks = await annotate(page, "body", { mode: "highlight" });
      assert.equal(await target(), inside, "highlights touch nothing");
      await page.evaluate(() => handle.next());
      assert.equal(await target(), inside, "a card neither");
      await page.evaluate(() => handle.remove());
      assert.equal(await outer(), before);
      assert.equal(await page.evaluate(() => CSS.highlights.size + document.adoptedStyleSheets.length), 0);

      assert.deepEqual(await annotate(page, "body", { mode: "mark" }), marks);
      assert.equal(await page.evaluate(() => document.querySelectorAll("mark[data-quandian]").length > 0), marks.length > 0);
      await page.evaluate(() => handle.remove());
      assert.equal(await outer(), before);
      assert.ok(await nodes(), "the site's own nodes are back");
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
});

test("never-touched", async () => {
  const holders = {
    "<textarea>": "</textarea>", "<code>": "</code>", "<kbd>": "</kbd>", "<button>": "</button>", "<noscript>": "</noscript>", "<template>": "</template>", "<style>": "</style>",
    "<script type=text/plain>": "</script>", "<span contenteditable>": "</span>", "<b data-quandian-ignore>": "</b>", "<select><option>": "</option></select>",
    "<svg><text>": "</text></svg>", "<ruby>三<rt>": "</rt></ruby>", "<i hidden>": "</i>",
  };
  const parts = Object.entries(holders).map(([open, close], at) => `<p>甲${open}有${100 + at}所${close}乙</p>`);
  for (const mode of ["highlight", "mark"]) {
    const page = await sites.open(html(`${parts.join("")}<p>有36所</p>`));
    assert.deepEqual(await annotate(page, "body", { mode }), ["36所"]);
    assert.doesNotMatch(await page.evaluate(() => handle.analysis.text), /1\d\d所/);
    await page.context().close();
  }
});

test("ignore-is-the-site's-to-choose", async () => {
  const page = await sites.open(html("<p>有36所</p><blockquote>有7处</blockquote><code>有9个</code>"));
  assert.deepEqual(await annotate(page, "body", { ignore: "blockquote" }), ["36所", "9个"]);
});

test("text-split-over-inline-tags", async () => {
  const page = await sites.open(html("<p>新修水渠<b>42公</b>里，近<a href=#>25</a>00户受益，<i>同比</i>增长8.1%。</p>"));
  assert.deepEqual(await annotate(page), ["42公里", "近2500户", "8.1%"]);
  assert.deepEqual(await painted(page), ["42公", "里", "近", "25", "00户", "8.1%"]);
  assert.equal(await page.evaluate(() => String(handle.rangeOf(handle.marks[1]))), "近2500户");
});

test("lines-of-the-source-are-no-lines-of-the-text", async () => {
  const page = await sites.open(html(PAGES["source lines and indents"]));
  assert.deepEqual(await annotate(page), ["36所", "近2500 名"]);
  // Browsers show a blank between a digit and a Han character, none between two Han characters or marks.
  assert.equal(await page.evaluate(() => handle.analysis.text), "全镇有 36所夜校，近2500 名学员。");
  assert.equal(await page.evaluate(() => String(handle.rangeOf(handle.marks[1]))), "近2500\n名");
});

test("shadow-root", async () => {
  const page = await sites.open(html(`<x-story><p>另有5个村。</p></x-story><script>
    customElements.define("x-story", class extends HTMLElement {
      constructor() { super().attachShadow({ mode: "open" }).innerHTML = "<h2>新建36所夜校</h2><slot></slot><p>共7项</p>"; }
    });
  </script>`));
  for (const mode of ["highlight", "mark"]) {
    const before = await page.evaluate(() => document.querySelector("x-story").shadowRoot.innerHTML);
    assert.deepEqual(await annotate(page, "body", { mode }), ["36所", "5个", "7项"]);
    assert.equal(await page.evaluate(() => document.querySelector("x-story").shadowRoot.adoptedStyleSheets.length), 1);
    await page.evaluate(() => handle.remove());
    assert.equal(await page.evaluate(() => document.querySelector("x-story").shadowRoot.innerHTML), before);
    assert.equal(await page.evaluate(() => document.querySelector("x-story").shadowRoot.adoptedStyleSheets.length), 0);
  }
});

test("observe", async () => {
  for (const mode of ["highlight", "mark"]) {
    const page = await sites.open(html("<article><p>新建36所夜校。</p></article>"));
    await annotate(page, "article", { mode, observe: true });
    const surfaces = (count) => page.waitForFunction((count) => handle.marks.length === count, count).then(() => page.evaluate(() => handle.marks.map(({ mention }) => mention.text)));
    await page.evaluate(() => document.querySelector("article").insertAdjacentHTML("beforeend", "<p>近2500名学员。</p>"));
    assert.deepEqual(await surfaces(2), ["36所", "近2500名"]);
    await page.evaluate(() => document.querySelector("p").remove());
    assert.deepEqual(await surfaces(1), ["近2500名"]);
    await page.evaluate(() => (document.querySelector("p").textContent = "共7项、8个。"));
    assert.deepEqual(await surfaces(2), ["7项", "8个"]);
    await page.evaluate(() => handle.remove());
    assert.equal(await page.evaluate(() => document.querySelector("article").innerHTML), "<p>共7项、8个。</p>");
    await page.evaluate(() => document.querySelector("article").append("有9个"));
    await page.waitForTimeout(400);
    assert.equal(await page.evaluate(() => document.querySelectorAll("mark").length + CSS.highlights.size), 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test("refresh-without-observe", async () => {
  const page = await sites.open(html("<article><p>新建36所夜校。</p></article>"));
  await annotate(page, "article");
  await page.evaluate(() => (document.querySelector("p").textContent = "共7项。"));
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => handle.marks.map(({ mention }) => mention.text)), ["36所"]);
  await page.evaluate(() => handle.refresh());
  assert.deepEqual(await painted(page), ["7项"]);
});

test("toggle", async () => {
  const page = await sites.open(html("<p>新建36所夜校，“三统一”落实，占8%。</p>"));
  await annotate(page);
  assert.deepEqual(await painted(page), ["36所", "三统一", "8%"]);
  await page.evaluate(() => handle.toggle("numbers"));
  assert.deepEqual(await painted(page), ["三统一"]);
  await page.evaluate(() => handle.toggle("percent", true));
  assert.deepEqual(await painted(page), ["三统一", "8%"]);
  await page.evaluate(() => handle.next());
  await page.evaluate(() => handle.next());
  assert.equal(await page.evaluate(() => handle.marks[handle.selected].mention.text), "8%");
  await page.evaluate(() => handle.toggle("percent", false));
  assert.equal(await page.evaluate(() => handle.selected), -1);
  const error = await page.evaluate(() => {
    try {
      return handle.toggle("nonsense");
    } catch ({ code, detail }) {
      return { code, detail };
    }
  });
  assert.equal(error?.code, "option");
  assert.match(error.detail, /^toggle: one of numbers, slogans, words, quantity, .*, word is wanted, this is "nonsense"$/);
});

test("keyboard", async () => {
  const page = await sites.open(html("<p>新建36所夜校。<a id=here href=#>链接</a></p><p>近2500名学员，共7项。</p><textarea>x</textarea>"));
  await annotate(page);
  const said = () => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.getAttribute("aria-label") ?? document.activeElement.id);
  await page.locator("#here").focus();
  for (const expected of ["数量 36所", "数量 近2500名", "数量 7项", "数量 36所"]) {
    await page.keyboard.press("F8");
    assert.equal(await said(), expected);
  }
  await page.keyboard.press("Shift+F8");
  assert.equal(await said(), "数量 7项");
  await page.keyboard.press("Escape");
  assert.equal(await said(), "here");
  assert.equal(await page.evaluate(() => handle.selected), -1);
  assert.equal(await page.evaluate(() => CSS.highlights.has("quandian-selected")), false);
});

test("list-in-reach-of-keys-and-of-screen-readers", async () => {
  const page = await sites.open(html("<p>新建36所夜校，近2500名学员，“两个维护”。</p>"));
  await annotate(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const rows = page.locator("section.floating tbody tr");
  const texts = await rows.allInnerTexts();
  assert.deepEqual(texts.slice(0, 2), ["36所\t数量\t36 所", "近2500名\t数量\t少于 2500 名"]);
  assert.match(texts[2], /^两个维护\t数字缩略语\t本文未展开；通行的说法是：.+、.+/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => handle.marks[handle.selected].mention.text), "近2500名");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent), "近2500名");
});

test("pointer", async () => {
  const page = await sites.open(html("<p>新建36所夜校，<a href='#there'>近2500名</a>学员。</p><p>今天下雨，路上没有人。</p>"));
  await annotate(page);
  const middle = (index) => page.evaluate((index) => { const { x, y, width, height } = handle.rangeOf(handle.marks[index]).getBoundingClientRect(); return [x + width / 2, y + height / 2]; }, index);
  const card = page.locator("[part=card]");
  await page.mouse.move(...(await middle(0)));
  await card.waitFor();
  assert.match(await card.innerText(), /36 所/);
  await page.mouse.move(500, 600);
  await card.waitFor({ state: "hidden" });
  await page.mouse.click(...(await middle(0)));
  await page.mouse.move(500, 600);
  await page.waitForTimeout(400);
  assert.ok(await card.isVisible(), "what was tapped stays");
  await page.mouse.click(200, 600);
  await card.waitFor({ state: "hidden" });
  await page.mouse.click(...(await middle(1)));
  // A link stays a link.
  await page.waitForURL(/#there$/);
});

test("injection-is-inert", async () => {
  const page = await sites.open(html("<p id=p></p>"));
  const hostile = `<img src=x onerror="window.harm=1">有7个<script>window.harm=2</script>“五个<b>统一</b>”：<i>统一a</i>`;
  await page.evaluate((hostile) => (document.getElementById("p").textContent = hostile), hostile);
  for (const mode of ["highlight", "mark"]) {
    await annotate(page, "body", { mode });
    await page.evaluate(() => handle.marks.forEach((_, index) => handle.focus(index)));
    assert.equal(await page.evaluate(() => document.getElementById("p").textContent), hostile);
    await page.evaluate(() => handle.remove());
  }
  assert.equal(await page.evaluate(() => window.harm), undefined);
});

test("the-card-repeats-the-text-only-where-it-is-put-otherwise, and shows no codes", async () => {
  const page = await sites.open(html("<p>2024年以来停用18个月，近三年做到“三统一”。</p>"));
  await annotate(page, "p");
  const cards = [];
  for (let at = 0; at < 4; at += 1) {
    await page.evaluate(() => handle.next());
    cards.push((await page.locator("[part=card]").innerText()).replace(/\s+/g, " "));
  }
  assert.deepEqual(cards, [
    "日期 关闭 2024年以来",
    "时段 关闭 18 个月 数值 18 单位 个月",
    "时段 关闭 3 年 原文 近三年 数值 3 单位 年",
    "数字缩略语 关闭 三统一 本文未展开",
  ]);
});

test("own-card", async () => {
  const page = await sites.open(html("<p>新建36所夜校。</p>"));
  await page.evaluate(`${IMPORT}.then(async ({ annotate }) => { globalThis.handle = await annotate("p", { card: ({ mention }) => "<b>" + mention.value }); handle.next(); })`);
  assert.match(await page.locator("[part=card]").innerText(), /<b>36/);
});

test("card-false-goes-to-the-mark-itself", async () => {
  const page = await sites.open(html("<p>新建36所夜校。</p>"));
  await annotate(page, "p", { card: false, mode: "mark" });
  await page.keyboard.press("F8");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "36所");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-description")), "36 所");
});

test("wrong-targets-have-a-name", async () => {
  const page = await sites.open(html("<textarea>36所</textarea><p>有3个</p>"));
  const code = (target, options = "{}") => page.evaluate(`${IMPORT}.then(({ annotate }) => annotate(${JSON.stringify(target)}, ${options})).then(() => "none", ({ code }) => code)`);
  assert.equal(await code("#nowhere"), "option");
  assert.equal(await code("textarea"), "option");
  assert.equal(await code("p", `{ mode: "paint" }`), "option");
  assert.equal(await code("p", `{ layers: ["digits"] }`), "option");
  assert.equal(await code("p", `{ signal: AbortSignal.abort() }`), "aborted");
  assert.equal(await code("p", `{ ignore: ":::" }`), "option");
  assert.equal(await page.evaluate(() => document.querySelectorAll("[data-quandian-host]").length + CSS.highlights.size), 0);
});

test("options-that-are-none-have-a-name", async () => {
  const page = await sites.open(html("<p>有3个</p>"));
  const CASES = [
    ["{ observ: true }", "observ: there is no such option"],
    ["null", "options: an object is wanted, this is null"],
    ["{ observe: 1 }", "observe: a boolean is wanted, this is number"],
    [`{ mode: "paint" }`, 'mode: one of auto, highlight, mark is wanted, this is "paint"'],
    [`{ theme: "blue" }`, 'theme: one of auto, light, dark is wanted, this is "blue"'],
    [`{ language: "zh-CN" }`, 'language: one of zh, en is wanted, this is "zh-CN"'],
    [`{ layers: "numbers" }`, 'layers: a list is wanted, this is "numbers"'],
    ["{ analyzer: Promise.resolve() }", "analyzer: an analyser is wanted, this is object"],
    [`{ card: "none" }`, 'card: a boolean or a function is wanted, this is "none"'],
    [`{ list: "#aside" }`, 'list: a boolean or an element is wanted, this is "#aside"'],
    ["{ ignore: 5 }", "ignore: a selector is wanted, this is number"],
    [`{ ignore: "p >" }`, 'ignore: a selector is wanted, this is "p >"'],
    ["{ signal: 5 }", "signal: a signal is wanted, this is number"],
  ];
  for (const [options, detail] of CASES) {
    const error = await page.evaluate(`${IMPORT}.then(({ annotate }) => annotate("p", ${options})).then(() => "none", ({ code, detail }) => ({ code, detail }))`);
    assert.deepEqual(error, { code: "option", detail });
  }
  assert.equal(await page.evaluate(() => document.querySelectorAll("[data-quandian-host]").length + CSS.highlights.size), 0);
  assert.equal(await page.evaluate(`${IMPORT}.then(({ annotate }) => annotate("p", { ignore: "", mode: undefined, signal: undefined })).then(({ marks }) => marks.length)`), 1);
});

test("signal-takes-the-marks-away", async () => {
  const page = await sites.open(html("<p>有3个</p>"));
  await page.evaluate(`${IMPORT}.then(({ annotate }) => { globalThis.stop = new AbortController(); return annotate("p", { signal: stop.signal }); }).then(() => undefined)`);
  assert.deepEqual(await painted(page), ["3个"]);
  await page.evaluate(() => stop.abort());
  assert.deepEqual(await painted(page), []);
  assert.equal(await page.locator("[data-quandian-host]").count(), 0);
});

describe("where the browser has no highlights", () => {
  const old = "<script>delete globalThis.Highlight; delete CSS.highlights;</script>";

  test("auto wraps", async () => {
    const page = await sites.open(html("<p>有3个</p>", old));
    assert.deepEqual(await annotate(page, "p"), ["3个"]);
    assert.equal(await page.evaluate(() => document.querySelector("p").textContent), "有3个");
    assert.equal(await page.locator("mark[data-quandian=quantity]").innerText(), "3个");
    await page.evaluate(() => handle.remove());
    assert.equal(await page.evaluate(() => document.querySelector("p").outerHTML), "<p>有3个</p>");
  });

  test("highlight says that it cannot", async () => {
    const page = await sites.open(html("<p>有3个</p>", old));
    assert.equal(await page.evaluate(`${IMPORT}.then(({ annotate }) => annotate("p", { mode: "highlight" })).catch(({ code }) => code)`), "option");
    assert.equal(await page.evaluate(() => document.querySelector("p").outerHTML), "<p>有3个</p>");
  });
});

test("words-are-shaded-by-turns", async () => {
  const page = await sites.open(html("<p>今天上午，镇里开会讨论夜校工作。</p>"));
  await annotate(page, "p", { layers: ["words"] });
  const shaded = await painted(page);
  const words = await page.evaluate(() => handle.analysis.tokens.map(({ text }) => text).filter((text) => /\p{L}/u.test(text)));
  assert.ok(words.length > 5);
  assert.deepEqual(shaded, words.filter((_, at) => at % 2 === 1));
});

test("a-mark-that-the-page-broke-up-is-taken-away-all-the-same", async () => {
  const page = await sites.open(html("<p>有36所夜校，近2500名学员。</p>"));
  await annotate(page, "p", { mode: "mark" });
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll("mark");
    first.insertAdjacentHTML("beforebegin", "<i>新</i>");
    second.firstChild.data = "近2600名";
    handle.remove();
  });
  assert.equal(await page.evaluate(() => document.querySelector("p").outerHTML), "<p>有<i>新</i>36所夜校，近2600名学员。</p>");
});

test("a-change-while-the-analysis-is-under-way", async () => {
  const page = await sites.open(html("<p>有3个</p>"));
  await page.evaluate(`${IMPORT}.then(async ({ annotate }) => {
    const { createAnalyzer } = await import("/dist/index.js");
    const own = await createAnalyzer({ lexicon: false });
    let asked = 0;
    const slow = { ...own, analyze: async (text, options) => {
      asked += 1;
      const result = await own.analyze(text, options);
      if (asked === 1) document.querySelector("p").textContent = "换成了45处";
      await new Promise((resolve) => setTimeout(resolve, 50));
      return result;
    } };
    globalThis.handle = await annotate("p", { analyzer: slow });
  })`);
  assert.deepEqual(await painted(page), ["45处"]);
});
