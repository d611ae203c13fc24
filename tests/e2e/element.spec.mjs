import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { big5, gb18030 } from "../js/encoders.mjs";
import { html, withSites } from "./foreign-site.mjs";

const sites = withSites();
const TEXT = "<p>新建36所夜校，近2500名学员，“三统一”落实。</p>";
const SURFACES = ["36所", "近2500名", "三统一"];
const MODULE = `<script type="module" src="/dist/define.js"></script>`;
/** Keeps what elements tell. It stands in the head, before any of them. */
const LOG = `<script>globalThis.log = [];
  for (const name of ["ready", "analysis", "select", "error"]) addEventListener("quandian-" + name, ({ target, detail }) => log.push({ name, target: target.id, detail }));</script>`;

const page = (body, head = "") => html(body, LOG + head);
const analysed = (opened, count = 1) => opened.waitForFunction((count) => log.filter(({ name }) => name === "analysis").length >= count, count);
const surfaces = (opened, selector = "quandian-text") => opened.evaluate((selector) => document.querySelector(selector).annotation.marks.map(({ mention }) => mention.text), selector);
const told = (opened) => opened.evaluate(() => log.map(({ name }) => name));
const failed = (opened) => opened.waitForFunction(() => log.find(({ name }) => name === "error")?.detail.code).then((handle) => handle.jsonValue());

test("upgrade", async () => {
  // The element stands there, properties and all, long before its class.
  const opened = await sites.open(page(`<quandian-text id="a">${TEXT}</quandian-text><script>a.layers = "numbers"; a.panel = "below";</script>`));
  assert.equal(await opened.evaluate(() => document.querySelector("quandian-text").shadowRoot), null);
  await opened.evaluate(() => import("/dist/define.js"));
  await analysed(opened);
  assert.deepEqual(await surfaces(opened), ["36所", "近2500名"]);
  assert.equal(await opened.evaluate(() => a.getAttribute("panel")), "below");
  assert.deepEqual(await told(opened), ["ready", "analysis"]);
  assert.deepEqual(opened.complaints, []);
});

test("upgrade-while-the-parser-is-at-it", async () => {
  const opened = await sites.open(page(`<quandian-text id="a"><p>前面5个。</p><script src="/slow.js"></script>${TEXT}</quandian-text>`, `<script src="/dist/embed.iife.js"></script>`), {
    pages: { "/slow.js": () => new Promise((resolve) => setTimeout(resolve, 300, { body: "", type: "text/javascript" })) },
  });
  await analysed(opened);
  assert.deepEqual(await surfaces(opened), ["5个", ...SURFACES]);
  assert.deepEqual(await told(opened), ["ready", "analysis"]);
});

test("attributes", async () => {
  const opened = await sites.open(page(`<article id="story">${TEXT}</article><quandian-text id="a">共7项</quandian-text>${MODULE}`));
  await analysed(opened);
  assert.deepEqual(await surfaces(opened), ["7项"]);
  const set = async (name, value) => {
    const before = await opened.evaluate(() => log.length);
    await opened.evaluate(([name, value]) => a.setAttribute(name, value), [name, value]);
    return before;
  };
  const again = async (name, value) => {
    const before = await set(name, value);
    await opened.waitForFunction((before) => log.slice(before).some(({ name }) => name === "analysis"), before);
  };
  await again("for", "#story");
  assert.deepEqual(await surfaces(opened), SURFACES);
  await again("layers", "slogans");
  assert.deepEqual(await surfaces(opened), ["三统一"]);
  await again("mode", "mark");
  assert.deepEqual(await opened.locator("#story mark").allTextContents(), ["三统一"]);
  await again("layers", "numbers");
  await again("ignore", "p");
  assert.equal(await opened.evaluate(() => story.innerHTML), TEXT);
  await opened.evaluate(() => a.removeAttribute("ignore"));
  await analysed(opened, 6);
  await set("panel", "side");
  await set("legend", "");
  await set("language", "en");
  await analysed(opened, 7);
  const root = (selector) => opened.locator(`#a >> ${selector}`);
  assert.deepEqual(await root("[part=legend] button").allInnerTexts(), ["quantity 2"]);
  assert.deepEqual(await root("tbody tr").allInnerTexts(), ["36所\tquantity\t36 所", "近2500名\tquantity\tless than 2,500 名"]);
  await again("theme", "dark");
  await opened.evaluate(() => a.annotation.next());
  assert.equal(await root("[part=card]").getAttribute("data-theme"), "dark");
  const reflected = await opened.evaluate(() => {
    Object.assign(a, { layers: ["slogans", "words"], lazy: true, lexicon: true, wasmUrl: "/x.wasm", referenceDate: "2024-05-01", mode: null });
    return [a.getAttribute("layers"), a.hasAttribute("lazy"), a.hasAttribute("lexicon"), a.getAttribute("wasm-url"), a.getAttribute("reference-date"), a.hasAttribute("mode"), a.mode];
  });
  assert.deepEqual(reflected, ["slogans words", true, true, "/x.wasm", "2024-05-01", false, "auto"]);
  assert.deepEqual(opened.complaints, []);
});

test("reference-date", async () => {
  const opened = await sites.open(page(`<quandian-text reference-date="2024-05-01"><p>去年新建36所夜校。</p></quandian-text>${MODULE}`));
  await analysed(opened);
  assert.deepEqual(await opened.evaluate(() => document.querySelector("quandian-text").analysis.numbers.map(({ text, edtf }) => [text, edtf])), [["去年", "2023"], ["36所", null]]);
});

test("lifecycle", async () => {
  const opened = await sites.open(page(`<main id="m"><quandian-text id="a" panel="below" mode="mark">${TEXT}</quandian-text></main><aside id="s"></aside>${MODULE}`));
  await analysed(opened);
  const before = await opened.evaluate(() => a.innerHTML);
  await opened.evaluate(() => (globalThis.kept = a).remove());
  assert.equal(await opened.evaluate(() => kept.innerHTML), TEXT, "what leaves the document leaves without marks");
  assert.equal(await opened.evaluate(() => kept.annotation), null);
  await opened.evaluate(() => s.append(kept));
  await analysed(opened, 2);
  assert.equal(await opened.evaluate(() => a.innerHTML), before);
  await opened.evaluate(() => (a.value = "共7项\n有<b>8个</b>"));
  await analysed(opened, 3);
  assert.deepEqual(await surfaces(opened), ["7项", "8个"]);
  assert.equal(await opened.evaluate(() => a.value), "共7项\n有<b>8个</b>");
  assert.equal(await opened.evaluate(() => a.querySelectorAll("b").length), 0);
  await opened.evaluate(() => { for (let round = 0; round < 20; round += 1) { m.append(a); s.append(a); } });
  await analysed(opened, 4);
  await opened.waitForTimeout(300);
  assert.equal((await told(opened)).filter((name) => name === "analysis").length, 4, "moves of one turn are one");
  assert.deepEqual(opened.complaints, []);
});

test("two-on-a-page", async () => {
  const opened = await sites.open(page(`<quandian-text id="a" legend panel="below"><p>共7项，“三统一”。</p></quandian-text><quandian-text id="b" legend panel="below">${TEXT}</quandian-text>${MODULE}`));
  await analysed(opened, 2);
  assert.deepEqual(await surfaces(opened, "#a"), ["7项", "三统一"]);
  assert.deepEqual(await surfaces(opened, "#b"), SURFACES);
  assert.equal(opened.requests.filter((url) => url.endsWith(".wasm")).length, 1, "one wasm for both");
  assert.equal(opened.requests.filter((url) => url.endsWith(".bin")).length, 0, "numbers and slogans need no lexicon");
  await opened.locator("#a >> [part=switch] >> nth=0").click();
  assert.deepEqual(await opened.evaluate(() => [a.annotation.isShown("quantity"), b.annotation.isShown("quantity")]), [false, true]);
  assert.equal(await opened.evaluate(() => CSS.highlights.get("quandian-quantity").size), 2);
  assert.equal(await opened.evaluate(() => CSS.highlights.get("quandian-formula").size), 2);
  for (const expected of ["a 三统一", "b 36所", "b 近2500名", "b 三统一", "a 三统一"]) {
    await opened.keyboard.press("F8");
    const at = await opened.evaluate(() => [a, b].filter(({ annotation }) => annotation.selected >= 0).map(({ id, annotation }) => `${id} ${annotation.marks[annotation.selected].mention.text}`));
    assert.deepEqual(at, [expected]);
  }
  await opened.evaluate(() => a.remove());
  assert.equal(await opened.evaluate(() => CSS.highlights.get("quandian-formula").size), 1);
});

test("a-card-goes-with-its-mark-where-the-window-changes", async () => {
  const opened = await sites.open(page(`<quandian-text id="a"><p>${"全县巡渠护河，".repeat(9)}共新修水渠7公里，又${"种树护坡，".repeat(9)}。</p></quandian-text>${MODULE}`));
  await analysed(opened);
  await opened.keyboard.press("F8");
  const card = opened.locator("#a >> [part=card]");
  await card.waitFor();
  await opened.setViewportSize({ width: 700, height: 700 });
  await opened.waitForFunction(() => {
    const box = a.shadowRoot.querySelector(".card").getBoundingClientRect();
    const mark = a.annotation.rangeOf(a.annotation.marks[0]).getBoundingClientRect();
    return box.left >= 0 && box.right <= innerWidth && box.top > mark.bottom && box.top < mark.bottom + 12;
  });
});

for (const [kind, attributes] of [["below", `panel="below"`], ["beside", `panel="side"`], ["floating", ""]]) {
  test(`a-list-that-is-made-anew-stays-as-the-reader-had-it: ${kind}`, async () => {
    const opened = await sites.open(page(`<quandian-text id="a" ${attributes}>${TEXT}</quandian-text>${MODULE}`));
    await analysed(opened);
    if (kind !== "beside") await opened.locator("#a >> summary").evaluate((summary) => (summary.focus(), summary.click()));
    await opened.locator("#a >> .go >> nth=1").focus();
    await opened.evaluate(() => a.append(Object.assign(document.createElement("p"), { textContent: "又修9座桥。" })));
    await analysed(opened, 2);
    assert.equal(await opened.locator("#a >> .go").count(), 4);
    assert.ok(await opened.locator("#a >> .go >> nth=3").isVisible());
    assert.equal(await opened.evaluate(() => a.shadowRoot.activeElement?.textContent), "近2500名");
  });
}

test("a-card-is-no-part-of-the-text, also where the text changes under it", async () => {
  const opened = await sites.open(page(`<quandian-text id="a">${TEXT}</quandian-text>${MODULE}`));
  await analysed(opened);
  await opened.keyboard.press("F8");
  await opened.locator("#a >> [part=card]").waitFor();
  await opened.evaluate(() => a.append(Object.assign(document.createElement("p"), { textContent: "又修9座桥。" })));
  await analysed(opened, 2);
  assert.deepEqual(await surfaces(opened), [...SURFACES, "9座"]);
  assert.equal(await opened.evaluate(() => a.value.split("\n").at(-1)), "又修9座桥。");
});

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";
const outer = (body, head = "") => page(body, head).replace(LOG, `<script src="/log.js"></script>`);
const POLICED = { headers: { "content-security-policy": POLICY }, pages: { "/log.js": { body: LOG.replace(/<\/?script>/g, ""), type: "text/javascript" } } };

test("strict-csp", async () => {
  for (const how of [MODULE, `<script src="/dist/embed.iife.js"></script>`]) {
    for (const mode of ["highlight", "mark"]) {
      const opened = await sites.open(outer(`<quandian-text id="a" legend panel="side" mode="${mode}" worker-url="/dist/worker.js" layers="numbers slogans words">${TEXT}</quandian-text>${how}`), POLICED);
      await analysed(opened);
      await opened.evaluate(() => a.annotation.next());
      assert.equal(await opened.locator("#a >> [part=card]").evaluate((card) => getComputedStyle(card).position), "absolute", "styles are in effect");
      assert.deepEqual(opened.complaints, []);
      await opened.context().close();
    }
  }
});

test("wasm-forbidden", async () => {
  const headers = { "content-security-policy": POLICY.replace(" 'wasm-unsafe-eval'", "") };
  const opened = await sites.open(outer(`<quandian-text id="a" legend>${TEXT}</quandian-text>${MODULE}`), { ...POLICED, headers });
  assert.equal(await failed(opened), "wasm-blocked-by-csp");
  assert.match(await opened.locator("#a >> [part=error]").innerText(), /wasm-unsafe-eval/);
  assert.equal(await opened.evaluate(() => a.innerHTML), TEXT);
});

test("slow-wasm", async () => {
  const wasm = readFileSync(new URL("../../dist/quandian_bg.wasm", import.meta.url));
  let release;
  const pages = { "/late.wasm": () => new Promise((resolve) => (release = () => resolve({ body: wasm, type: "application/wasm" }))) };
  const opened = await sites.open(page(`<quandian-text id="a" legend panel="below" wasm-url="/late.wasm">${TEXT}</quandian-text>${MODULE}`), { pages });
  await opened.waitForTimeout(500);
  assert.equal(await opened.locator("#a > p").innerText(), "新建36所夜校，近2500名学员，“三统一”落实。");
  assert.deepEqual(await told(opened), []);
  release();
  await analysed(opened);
  assert.deepEqual(await surfaces(opened), SURFACES);
});

describe("what fails has a name, and the text stands there", () => {
  const cases = {
    "wasm-not-found": `wasm-url="/nowhere.wasm"`,
    "wasm-wrong-mime": `wasm-url="/"`,
    "lexicon-not-found": `lexicon-url="/nowhere.bin"`,
    option: `layers="digits"`,
  };
  for (const [code, attributes] of Object.entries({ ...cases, "option ": `for="#nowhere"` })) {
    test(code, async () => {
      const opened = await sites.open(page(`<quandian-text id="a" panel="below" ${attributes}>${TEXT}</quandian-text>${MODULE}`));
      assert.equal(await failed(opened), code.trim());
      assert.equal(await opened.evaluate(() => a.innerHTML), TEXT);
      assert.equal(await opened.evaluate(() => a.analysis), null);
      assert.match(await opened.locator("#a >> [part=error]").innerText(), /[\u4e00-\u9fff]/);
    });
  }
  test("script-not-found", async () => {
    const opened = await sites.open(page(`<quandian-text id="a">${TEXT}</quandian-text><script src="/alone/embed.iife.js"></script>`), {
      pages: { "/alone/embed.iife.js": { body: readFileSync(new URL("../../dist/embed.iife.js", import.meta.url)), type: "text/javascript" } },
    });
    assert.equal(await failed(opened), "script-not-found");
  });
  test("and a second try may succeed", async () => {
    const opened = await sites.open(page(`<quandian-text id="a" panel="below" wasm-url="/nowhere.wasm">${TEXT}</quandian-text>${MODULE}`));
    await failed(opened);
    await opened.evaluate(() => a.removeAttribute("wasm-url"));
    await analysed(opened);
    assert.deepEqual(await surfaces(opened), SURFACES);
    assert.equal(await opened.locator("#a >> [part=error]").count(), 0);
  });
});

test("text-stays-where-it-is-when-the-marks-arrive", async () => {
  const wasm = readFileSync(new URL("../../dist/quandian_bg.wasm", import.meta.url));
  // A list that is open beside a text of its own stands over a text that is elsewhere: that one has to move.
  for (const [target, ...all] of [["", `legend panel="below"`, `legend panel="side"`, `panel="below"`, ""], [`for="#story"`, `legend panel="below"`, `panel="below"`, "legend"]]) {
    for (const attributes of all) {
      let release;
      const pages = { "/late.wasm": () => new Promise((resolve) => (release = () => resolve({ body: wasm, type: "application/wasm" }))) };
      const [inside, outside] = target === "" ? [`<article id="story">${TEXT}</article>`, ""] : ["", `<article id="story">${TEXT}</article>`];
      const opened = await sites.open(page(`<quandian-text ${attributes} ${target} wasm-url="/late.wasm">${inside}</quandian-text>${outside}${MODULE}`), { pages });
      while (!release) await opened.waitForTimeout(20);
      const top = () => opened.evaluate(() => document.querySelector("#story p").getBoundingClientRect().top);
      const before = await top();
      release();
      await analysed(opened);
      const moved = Math.abs((await top()) - before);
      assert.ok(moved < 2, `${attributes} ${target}: ${moved}px`);
      await opened.context().close();
    }
  }
});

test("lazy", async () => {
  const opened = await sites.open(page(`<div style="height:3000px"></div><quandian-text id="a" lazy>${TEXT}</quandian-text>${MODULE}`));
  await opened.waitForTimeout(400);
  assert.deepEqual(await told(opened), []);
  assert.equal(opened.requests.filter((url) => /\.wasm|create/.test(url)).length, 0);
  await opened.evaluate(() => a.scrollIntoView());
  await analysed(opened);
  assert.deepEqual(await surfaces(opened), SURFACES);
});

test("own-analyzer", async () => {
  const opened = await sites.open(page(`<quandian-text id="a">${TEXT}</quandian-text>${MODULE}`));
  await analysed(opened);
  await opened.evaluate(async () => {
    const { createAnalyzer } = await import("/dist/index.js");
    globalThis.own = await createAnalyzer({ formulas: [["三统一", ["统一教材", "统一课时", "统一考核"]]] });
    a.analyzer = own;
  });
  await analysed(opened, 2);
  assert.deepEqual(await opened.evaluate(() => a.analysis.slogans[0].members.map(({ text }) => text)), ["统一教材", "统一课时", "统一考核"]);
});

test("other-origin-worker-falls-back", async () => {
  const other = await sites.site({ headers: { "access-control-allow-origin": "*" } });
  const opened = await sites.open(page(`<quandian-text id="a" worker-url="${other.address}/dist/worker.js">${TEXT}</quandian-text>${MODULE}`));
  await analysed(opened);
  assert.deepEqual(await surfaces(opened), SURFACES);
});

for (const [name, attribute] of [["script-of-another-origin", ""], ["script-of-another-origin-with-crossorigin", "crossorigin"]]) test(name, async () => {
  const other = await sites.site({ headers: { "access-control-allow-origin": "*" } });
  const opened = await sites.open(page(`<article id="story">${TEXT}</article><script src="${other.address}/dist/embed.iife.js" defer ${attribute} data-target="article"></script>`));
  await analysed(opened);
  assert.deepEqual(await surfaces(opened), SURFACES);
  assert.ok(opened.requests.some((url) => url === `${other.address}/dist/quandian_bg.wasm`));
  assert.deepEqual(opened.complaints, []);
});

test("script-tag", async () => {
  const opened = await sites.open(page(`<article id="story">${TEXT}</article><article id="other"><p>共7项</p></article>
    <script src="/dist/embed.iife.js" data-target="article" data-layers="numbers"></script><script src="/dist/embed.iife.js" data-target="article"></script>`));
  await analysed(opened, 2);
  await opened.waitForTimeout(300);
  assert.equal(await opened.locator("quandian-text").count(), 2, "a second load adds nothing");
  assert.equal(await opened.evaluate(() => document.querySelector("quandian-text").nextElementSibling.id), "story");
  assert.deepEqual(await surfaces(opened), ["36所", "近2500名"]);
  assert.deepEqual(await opened.evaluate(() => Object.keys(Quandian)), ["annotate", "createAnalyzer", "QuandianText", "QuandianError"]);
  assert.equal(await opened.evaluate(() => Quandian.createAnalyzer({ lexicon: false }).then((own) => own.analyze("共7项")).then(({ numbers }) => numbers[0].text)), "7项");
  assert.equal(await opened.evaluate(() => story.innerHTML), TEXT);
  assert.deepEqual(opened.complaints, []);
});

test("attributes-with-wrong-values-have-a-name", async () => {
  const opened = await sites.open(page(`<quandian-text id="a" panel="left">${TEXT}</quandian-text>${MODULE}`));
  const complained = (count) => opened.waitForFunction((count) => {
    const errors = log.filter(({ name }) => name === "error");
    return errors.length === count && errors.at(-1).detail.detail;
  }, count).then((handle) => handle.jsonValue());
  assert.equal(await complained(1), 'panel: one of none, side, below is wanted, this is "left"');
  assert.deepEqual(await told(opened), ["error"], "nothing is loaded for it");
  await opened.evaluate(() => a.setAttribute("panel", "side"));
  await analysed(opened, 1);
  const WRONG = [["panel", ""], ["theme", "blue"], ["mode", "paint"], ["language", "zh-CN"]];
  for (const [at, [name, value]] of WRONG.entries()) {
    await opened.evaluate(([name, value]) => a.setAttribute(name, value), [name, value]);
    assert.match(await complained(at + 2), RegExp(`^${name}: one of .* is wanted, this is "${value}"$`));
    assert.equal(await opened.evaluate(() => a.annotation), null);
    await opened.evaluate((name) => a.removeAttribute(name), name);
    await analysed(opened, at + 2);
  }
});

test("script-tag-says-what-is-amiss", async () => {
  const tag = (attributes) => page(`<article>${TEXT}</article><script src="/dist/embed.iife.js" ${attributes}></script>`);
  const nowhere = await sites.open(tag('data-target="#story"'));
  await nowhere.waitForFunction(() => document.readyState === "complete");
  assert.deepEqual(nowhere.complaints, ["Quandian: data-target: nothing is #story"]);
  const misspelt = await sites.open(tag('data-target="article" data-layers="number"'));
  await misspelt.locator("quandian-text [part=error]").waitFor();
  assert.deepEqual(misspelt.complaints, ["Quandian: The option cannot be read (layers: number)."]);
  const misplaced = await sites.open(tag('data-target="article" data-place="behind"'));
  await misplaced.waitForFunction(() => document.readyState === "complete");
  assert.deepEqual(misplaced.complaints, ['Quandian: data-place: one of before, after is wanted, this is "behind"']);
  for (const selector of ["##x", ""]) {
    const broken = await sites.open(tag(`data-target="${selector}"`));
    await broken.waitForFunction(() => document.readyState === "complete");
    assert.deepEqual(broken.complaints, [`Quandian: data-target: "${selector}" is no selector`]);
  }
});

test("script-tag-says-a-cause-once-and-what-to-do", async () => {
  const tag = (target) => `<script src="/dist/embed.iife.js" data-target="${target}" data-wasm-url="/page.html"></script>`;
  const opened = await sites.open(page(`<article>${TEXT}</article><article>${TEXT}</article><section>${TEXT}</section>${tag("article")}${tag("section")}`), {
    pages: { "/page.html": { body: "<!doctype html>", type: "text/html" } },
  });
  await opened.locator("quandian-text [part=error]").nth(2).waitFor();
  const [complaint, ...others] = opened.complaints;
  assert.match(complaint, /^Quandian: The address of the wasm answers with a web page .*serve \.wasm files as application\/wasm\.$/);
  assert.deepEqual(others, []);
});

test("bundle-is-ascii", () => {
  assert.doesNotMatch(readFileSync(new URL("../../dist/embed.iife.js", import.meta.url), "latin1"), /[^\x00-\x7f]/);
});

for (const [name, charset, encode] of [["gbk-page", "gbk", gb18030], ["big5-page", "big5", big5]]) {
  test(name, async () => {
    const [text, kind] = charset === "gbk" ? ["新建36所夜校，近2500名学员。", "数量 2"] : ["新建36所夜校，近2500名學員。", "数量 2"];
    const body = encode(`<!doctype html><html><meta charset="${charset}"><link rel="icon" href="data:,"><title>${text}</title><article><p>${text}</p></article>
      <script src="/dist/embed.iife.js" data-target="article" data-legend data-panel="side"></script>`);
    const opened = await sites.open({ body, type: `text/html; charset=${charset}` });
    await opened.waitForFunction(() => document.querySelector("quandian-text")?.annotation);
    assert.equal(await opened.evaluate(() => document.characterSet.toLowerCase()), charset);
    assert.deepEqual(await surfaces(opened), ["36所", "近2500名"]);
    assert.deepEqual(await opened.locator("quandian-text >> [part=legend] button").allInnerTexts(), [kind]);
    assert.deepEqual(await opened.locator("quandian-text >> tbody tr >> nth=1").innerText(), "近2500名\t数量\t少于 2500 名");
    assert.deepEqual(opened.complaints, []);
  });
}

test("sri", async () => {
  const script = readFileSync(new URL("../../dist/embed.iife.js", import.meta.url));
  const integrity = `sha384-${createHash("sha384").update(script).digest("base64")}`;
  const tag = (hash) => page(`<article>${TEXT}</article><script src="/dist/embed.iife.js" integrity="${hash}" crossorigin data-target="article"></script>`);
  const good = await sites.open(tag(integrity));
  await analysed(good);
  assert.deepEqual(good.complaints, []);
  const bad = await sites.open(tag(integrity.replace(/.{8}$/, "AAAAAAAA")));
  assert.equal(await bad.evaluate(() => globalThis.Quandian), undefined);
  assert.match(bad.complaints.join(), /integrity/);
});

test("keyboard", async () => {
  const opened = await sites.open(page(`<quandian-text id="a" legend panel="side">${TEXT}</quandian-text>${MODULE}`));
  await analysed(opened);
  const focused = () => opened.evaluate(() => a.shadowRoot.activeElement?.textContent);
  await opened.keyboard.press("Tab");
  assert.equal(await focused(), "数量 2");
  await opened.keyboard.press("Space");
  assert.equal(await opened.locator("#a >> [role=status]").innerText(), "已隐藏数量");
  assert.equal(await opened.locator("#a >> [part=switch] >> nth=0").getAttribute("aria-checked"), "false");
  await opened.keyboard.press("Space");
  await opened.keyboard.press("Tab");
  await opened.keyboard.press("Tab");
  assert.equal(await focused(), "36所");
  for (const [key, expected] of [["ArrowDown", "近2500名"], ["End", "三统一"], ["ArrowUp", "近2500名"], ["Home", "36所"], ["End", "三统一"]]) {
    await opened.keyboard.press(key);
    assert.equal(await focused(), expected);
  }
  await opened.keyboard.press("Enter");
  assert.equal(await opened.evaluate(() => a.shadowRoot.activeElement.getAttribute("aria-label")), "数字缩略语 三统一");
  assert.equal(await opened.locator("#a >> .go[aria-current]").innerText(), "三统一");
  await opened.keyboard.press("Escape");
  assert.equal(await focused(), "三统一");
  assert.deepEqual((await opened.evaluate(() => log.filter(({ name }) => name === "select").map(({ detail }) => detail?.mention.text ?? null))), ["三统一", null]);
});

test("request-log-stays-empty", async () => {
  const opened = await sites.open(page(`<quandian-text id="a" legend panel="side">${TEXT}</quandian-text>${MODULE}`));
  await analysed(opened);
  await opened.waitForLoadState("networkidle");
  opened.requests.length = 0;
  await opened.context().setOffline(true);
  await opened.evaluate(() => (a.value = "共7项"));
  await analysed(opened, 2);
  await opened.evaluate(() => a.annotation.next());
  assert.deepEqual(opened.requests, []);
  assert.deepEqual(opened.complaints, []);
});

describe("the example", () => {
  const folder = new URL("../../examples/embed/", import.meta.url);
  const file = (name, type) => ({ body: readFileSync(new URL(name, folder)), type, headers: { "content-security-policy": POLICY } });
  const pages = {
    "/examples/embed/index.html": file("index.html", "text/html"), "/examples/embed/side.html": file("side.html", "text/html"),
    "/examples/embed/site.css": file("site.css", "text/css"), "/examples/embed/icon.svg": file("icon.svg", "image/svg+xml"),
  };
  for (const name of ["index.html", "side.html"]) {
    test(name, async () => {
      const opened = await sites.open("", { pages, path: `/examples/embed/${name}` });
      await opened.waitForFunction(() => document.querySelector("quandian-text")?.annotation?.marks.length > 15);
      assert.deepEqual(opened.complaints, []);
    });
  }
});
