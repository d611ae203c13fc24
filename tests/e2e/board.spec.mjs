import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { marked, paste, turnEnglish, withBrowser } from "./browser.mjs";

const site = withBrowser();
const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const REPORT = `治水三年见成效

全县累计投入治水资金3.2亿元，惠及群众41.5万人。

一、修渠
全县新修水渠86公里、泵站12座，停水抢修时间由26小时缩短到5小时。

二、护河
2024年以来，巡河员上岗560名，水质达标率从71%提高到94%。大桥于2023年5月18日通车。
推行“三个一”办法，即一张表、一支队、一本账，“三个一”管用。
力争到2027年新建示范河段300公里。
`;

/** The board of a text, unfolded: `last` is marked in it, and so many figures stand there. */
async function opened(page, text = REPORT, last = "560名", figures = 1) {
  await paste(page, text);
  await marked(page, last);
  await page.locator(".board .leading .one").first().waitFor();
  await page.locator(".board .fold").click();
  await page.locator(".board .figure").nth(figures - 1).waitFor();
}

test("four-figures-stand-two-and-two", async () => {
  const page = await site.open();
  await opened(page, "全县累计投入资金3.2亿元，惠及群众41.5万人，新修水渠86公里，培训学员5600名。", "5600名", 4);
  const places = await page.evaluate(() => [...document.querySelectorAll(".board .figures li")].map((item) => item.getBoundingClientRect()).map(({ left, top }) => [left, top]));
  assert.equal(places.length, 4);
  assert.equal(new Set(places.map(([left]) => left)).size, 2);
  assert.equal(new Set(places.map(([, top]) => top)).size, 2);
});

test("a-numeral-fits-its-column-with-what-stands-around-it", async () => {
  const page = await site.open();
  await opened(page, "全縣投入新台幣三億五千六百萬元。\n又修水渠12,345,678.9萬立方公尺，培訓學員五百六十名，新建校舍七百二十間，植樹三千二百株。", "三千二百株", 3);
  const spare = await page.evaluate(() => [...document.querySelectorAll(".board .figure")].map((figure) => {
    const range = document.createRange();
    range.selectNodeContents(figure.querySelector(".amount"));
    return Math.round(figure.closest("li").getBoundingClientRect().right - range.getBoundingClientRect().right);
  }));
  assert.ok(spare.length > 2 && spare.every((room) => room >= 4), String(spare));
});

test("folded-it-says-the-strongest-figures-in-one-line", async () => {
  const page = await site.open();
  await paste(page, REPORT);
  await marked(page, "560名");
  await page.locator(".board .leading .one").first().waitFor();
  const fold = page.locator(".board .fold");
  assert.match(await fold.innerText(), /数说.*全县累计投入治水资金\s*3\.2亿元/s);
  assert.equal(await fold.getAttribute("aria-expanded"), "false");
  assert.ok((await fold.boundingBox()).height < 50);
  assert.equal(await page.locator(".board .figure").count(), 0);
});

test("the-text-does-not-move-when-the-board-comes", async () => {
  const page = await site.open();
  const top = () => page.locator(".sheet").evaluate((sheet) => sheet.getBoundingClientRect().top + scrollY);
  await page.evaluate(() => {
    window.tops = new Set();
    const look = () => {
      window.tops.add(document.querySelector(".sheet").getBoundingClientRect().top + scrollY);
      requestAnimationFrame(look);
    };
    look();
  });
  await paste(page, REPORT);
  await marked(page, "560名");
  await page.locator(".board .leading .one").first().waitFor();
  await page.waitForTimeout(200);
  assert.deepEqual(await page.evaluate(() => [...window.tops]), [await top()]);
});

test("figures-stand-under-the-headings-with-label-and-setting", async () => {
  const page = await site.open();
  await opened(page);
  assert.deepEqual(await page.locator(".board .part:has(.figures) h3").allInnerTexts(), ["导语", "一、修渠", "二、护河"]);
  const figures = (await page.locator(".board .figure").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
  for (const figure of ["86公里 全县新修水渠", "560名 巡河员上岗 2024年以来"]) assert.ok(figures.includes(figure), figures.join("\n"));
  assert.ok(figures.some((figure) => /^300公里 .*力争/.test(figure)), figures.join("\n"));
});

test("changes-are-arrows-with-the-per-cent-worked-out", async () => {
  const page = await site.open();
  await opened(page);
  const rows = (await page.locator(".board .changes li").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
  assert.deepEqual(rows, ["水质达标率 71%→94% +23 个百分点", "停水抢修时间 26小时→5小时 −80.8%"]);
  const [start, head] = await page.locator(".board .changes li").last().evaluate((row) => [row.querySelector(".start"), row.querySelector(".head")].map((part) => part.getBoundingClientRect().left));
  assert.ok(head < start - 20, `the arrow of a fall leads left: from ${start} to ${head}`);
});

test("dates-follow-the-calendar-and-formulas-have-their-members", async () => {
  const page = await site.open();
  await opened(page);
  assert.deepEqual(await page.locator(".board .events .day").allInnerTexts(), ["2023年5月18日", "2024年以来", "2027年"]);
  const formula = (await page.locator(".board .formulas li").first().innerText()).replace(/\s+/g, " ");
  assert.equal(formula, "三个一 2 次 一张表、一支队、一本账");
});

test("an-item-leads-to-its-sentence-and-esc-back", async () => {
  const page = await site.open();
  await opened(page);
  await page.locator(".board .figure", { hasText: "巡河员" }).click();
  await page.waitForFunction(() => document.activeElement?.matches("mark") && document.activeElement.textContent === "560名");
  const box = await page.locator(".sheet mark.selected").boundingBox();
  assert.ok(box.y > 0 && box.y < 900, `mark at ${box.y}`);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.matches(".board .figure") && document.activeElement.textContent.includes("巡河员"));
  await page.locator(".board h3 button", { hasText: "护河" }).click();
  await page.waitForFunction(() => {
    const { top } = [...document.querySelectorAll(".sheet .heading")].find((heading) => heading.textContent === "二、护河").getBoundingClientRect();
    return top > 0 && top < innerHeight;
  });
  await page.locator(".board .fold").focus();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".board .fold").getAttribute("aria-expanded"), "false");
});

test("a-long-text-stays-smooth-while-its-board-is-made", async (t) => {
  const page = await site.open();
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration]))).observe({ entryTypes: ["longtask"] });
  });
  const line = (i) => `全县新修水渠${i + 10}公里、泵站${i + 3}座，由2021年的${i + 9}个减少到2025年的3个，惠及农户1.${i}万户。\n`;
  await paste(page, Array.from({ length: 22_000 }, (_, i) => line(i)).join("").slice(0, 1_000_000));
  await page.locator("quandian-list .row", { hasText: "10公里" }).waitFor();
  const read = await page.evaluate(() => performance.now());
  await page.waitForFunction(() => /公里|万户|座/.test(document.querySelector(".board .leading").textContent), undefined, { timeout: 60_000 });
  await page.waitForTimeout(300);
  const tasks = (await page.evaluate(() => window.tasks)).filter(([start]) => start > read).map(([, duration]) => Math.round(duration));
  t.diagnostic(`1,000,000 characters: tasks over 50 ms while the board is made: ${tasks.join(" ") || "none"}`);
  assert.ok(Math.max(0, ...tasks) < 400, tasks.join(" "));
});

test("is-copied-as-text", async () => {
  const page = await site.open({ permissions: ["clipboard-read", "clipboard-write"] });
  await opened(page);
  await page.getByText("复制文字").click();
  await page.locator(".board [role=status]", { hasText: "已复制" }).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  for (const line of ["一、修渠", "86公里　全县新修水渠", "停水抢修时间　26小时 → 5小时（−80.8%）", "2023年5月18日　大桥通车", "三个一 ×2　一张表、一支队、一本账"]) {
    assert.ok(text.split("\n").includes(line), text);
  }
});

test("labels-break-between-words", async () => {
  const page = await site.open();
  await paste(page, "财政小结\n各位代表，请予审议。\n一、对照“四个清单”确保完成2026年城乡居民养老保险任务\n全县税收收入占一般公共预算收入的69.6%，惠及群众9万人。\n");
  await marked(page, "69.6%");
  await page.locator(".board .leading .one").first().waitFor();
  await page.locator(".board .fold").click();
  const lines = (selector) => page.locator(selector).first().evaluate((element) => {
    const lines = new Map();
    for (const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT); walk.nextNode(); ) {
      for (let at = 0; at < walk.currentNode.length; at += 1) {
        const range = new Range();
        range.setStart(walk.currentNode, at);
        range.setEnd(walk.currentNode, at + 1);
        const top = Math.round(range.getBoundingClientRect().top);
        lines.set(top, (lines.get(top) ?? "") + range.toString());
      }
    }
    return [...lines.values()].map((line) => line.trim()).filter((line) => line !== "");
  });
  assert.deepEqual(await lines(".board .figure .label"), ["全县税收收入占", "一般公共预算收入"]);
  // 一、 alone is no line.
  assert.match((await lines(".board h3"))[0], /^一、./);
  for (const whole of ["“四个清单”", "2026年"]) assert.ok((await lines(".board h3")).some((line) => line.includes(whole)), whole);
});

test("headings-break-between-their-clauses, and changes of one name say of which chapter", async () => {
  const page = await site.open();
  await paste(page, "全县今年提速增效，办结事项3.6万件。\n一、窗口为先，疏通田间水脉“最初一里”\n办结时限由7天缩短到2天，新设窗口86个。\n（二）上塘镇：随到随办　群众少跑路\n办结时限由8天缩短到3天，上门服务4600户。");
  await marked(page, "4600户");
  await page.locator(".board .leading .one").first().waitFor();
  await page.locator(".board .fold").click();
  await page.locator(".board .figure").first().waitFor();
  const [first, second] = await page.locator(".board h3 button").evaluateAll((headings) => headings.map((heading) => [...heading.querySelectorAll(".words")].map(({ textContent }) => textContent.trim())));
  assert.deepEqual(first, ["一、窗口为先，", "疏通田间水脉“最初一里”"]);
  assert.deepEqual(second, ["上塘镇：随到随办", "群众少跑路"]);
  const tops = await page.locator(".board h3 button").first().locator(".words").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
  assert.ok(tops[1] > tops[0] + 10, tops.join(" "));
  assert.deepEqual(await page.locator(".board .changes .when").allInnerTexts(), ["窗口为先", "上塘镇"]);
});

test("growth-stands-beside-its-figure, and headings of one name under theirs", async () => {
  const page = await site.open();
  const part = (count, sum) => `${count}\n（一）收入\n全县财政收入${sum}亿元，比上年增长5.7%。\n（二）债务\n新增债券${sum * 3}万元。\n`;
  await paste(page, `预算报告\n各位代表，请予审议。\n${part("一、上年执行情况", 21)}${part("二、今年安排", 23)}`);
  await marked(page, "23亿元");
  await page.locator(".board .leading .one").first().waitFor();
  await page.locator(".board .fold").click();
  assert.equal(await page.locator(".board .figure").first().innerText().then((text) => text.replace(/\s+/g, " ")), "21亿元 全县财政收入 比上年增长5.7%");
  assert.deepEqual(await page.locator(".board h3").evaluateAll((heads) => heads.slice(0, 3).map((head) => head.textContent)), ["一、上年执行情况 （一）收入", "一、上年执行情况 （二）债务", "二、今年安排 （一）收入"]);
});

test("is-saved-as-svg-and-png", async () => {
  const page = await site.open();
  await opened(page);
  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByText(name).click()]);
    return [download.suggestedFilename(), readFileSync(await download.path())];
  };
  const [svgName, svg] = await saved("存为 SVG");
  assert.equal(svgName, "数说-治水三年见成效.svg");
  const drawn = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    return { name: root.localName, title: root.querySelector("title")?.textContent, texts: [...root.querySelectorAll("text")].map((one) => one.textContent), heads: root.querySelectorAll("path").length };
  }, svg.toString("utf8"));
  assert.equal(drawn.name, "svg");
  assert.equal(drawn.title, "数说 · 治水三年见成效");
  for (const text of ["86公里", "全县新修水渠", "+23 个百分点", "三个一", "一张表、一支队、一本账"]) assert.ok(drawn.texts.includes(text), drawn.texts.join("|"));
  assert.equal(drawn.heads, 2);
  const [pngName, png] = await saved("存为 PNG");
  assert.equal(pngName, "数说-治水三年见成效.png");
  assert.equal(png.subarray(1, 4).toString("latin1"), "PNG");
  assert.equal(png.readUInt32BE(16), 1600);
});

test("markup-in-the-text-stays-text-in-the-drawing", async () => {
  const page = await site.open();
  await paste(page, "一<b>标题&\n\n全县新修“<i>”水渠86公里，惠及群众9万人。\n");
  await marked(page, "86公里");
  await page.locator(".board .leading .one").first().waitFor();
  await page.locator(".board .fold").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("存为 SVG").click()]);
  const svg = readFileSync(await download.path(), "utf8");
  assert.doesNotMatch(svg, /<b>|<i>|&(?!amp;|lt;|gt;|quot;)/);
  assert.match(svg, /一&lt;b&gt;标题&amp;/);
});

test("its-picture-sets-no-words-over-others", async () => {
  const page = await site.open();
  await paste(page, "全县审批事项由412项压减到287项，平均办理时限从9.5个工作日缩短到3.2个工作日，培训由1万2300人次增加到3万4500人次。\n（一）教学\n新建夜校36所，招收学员2.6万名。");
  await marked(page, "36所");
  await page.locator(".board .fold").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("存为 SVG").click()]);
  const over = await page.evaluate((svg) => {
    const picture = document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
    document.body.append(picture);
    const boxes = [...picture.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
    const cross = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 6 && b.top < a.bottom - 6;
    return boxes.flatMap(([one, a], i) => boxes.slice(i + 1).filter(([, b]) => cross(a, b)).map(([other]) => `${one} / ${other}`));
  }, readFileSync(await download.path(), "utf8"));
  assert.deepEqual(over, []);
});

test("is-printed-open", async () => {
  const page = await site.open();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.locator(".board .figure").first().waitFor();
  assert.equal(await page.locator(".board .tools").isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.locator(".board .figure").first().waitFor({ state: "detached" });
});

test("is-printed-also-before-an-idle-moment-has-made-it", async () => {
  const page = await site.open();
  await page.evaluate(() => (window.requestIdleCallback = () => 0));
  await paste(page, "全县新修水渠86公里，惠及农户1.4万户。");
  await marked(page, "86公里");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.match(await page.locator(".board .figures").innerText(), /86\s*公里\s*全县新修水渠/);
});

test("a-text-without-figures-says-so", async () => {
  const page = await site.open();
  await paste(page, "这里一个数目也没有写。");
  await page.locator(".board .leading", { hasText: "没有可列的数字" }).waitFor();
  assert.ok(await page.locator(".board .fold").isDisabled());
});

test("speaks-english-at-the-switch", async () => {
  const page = await site.open();
  await turnEnglish(page);
  await page.locator(".board .fold").click();
  assert.match(await page.locator(".board").innerText(), /In figures[\s\S]*Changes[\s\S]*Dates[\s\S]*Slogans/);
});

for (const [name, options] of Object.entries({
  wide: {}, phone: { viewport: { width: 360, height: 740 } }, dark: { colorScheme: "dark" }, "forced colours": { forcedColors: "active" },
})) {
  test(`has-no-barrier-and-fits: ${name}`, async () => {
    const page = await site.open(options);
    await opened(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px wider than the window`);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
    assert.deepEqual(page.complaints, []);
  });
}

for (const width of [1440, 700, 360]) {
  test(`folded-it-shows-whole-figures-or-none: ${width}`, async () => {
    const page = await site.open({ viewport: { width, height: 800 } });
    await page.locator(".leading .amount").first().waitFor();
    const shown = await page.locator(".leading").evaluate((line) => {
      const { right, bottom } = line.getBoundingClientRect();
      const boxes = [...line.querySelectorAll(".amount")].map((amount) => amount.getBoundingClientRect()).filter(({ top }) => top < bottom);
      return boxes.map((box) => box.right <= right + 0.5 && box.bottom <= bottom + 2);
    });
    assert.ok(shown.length > 0);
    assert.deepEqual(shown.filter((whole) => !whole), []);
  });
}

test("is-printed-in-grey-and-breaks-between-figures", async () => {
  const page = await site.open();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.locator(".spread .figures").first().waitFor();
  const style = (selector, name, pseudo) => page.locator(selector).first().evaluate((element, [name, pseudo]) => getComputedStyle(element, pseudo)[name], [name, pseudo]);
  const [, red, green, blue] = /(\d+), (\d+), (\d+)/.exec(await style(".sheet mark.quantity", "textDecorationColor"));
  assert.ok(red === green && green === blue);
  assert.equal(await style(".board .part", "breakInside"), "auto");
  assert.equal(await style(".board .figures li", "breakInside"), "avoid");
  assert.equal(await style(".board .events .label", "printColorAdjust", "::before"), "exact");
});

test("on-a-very-wide-screen-the-board-stands-beside-the-text", async () => {
  const page = await site.open({ viewport: { width: 2560, height: 1440 } });
  await page.locator(".spread .figures").first().waitFor();
  const [board, text, side] = await page.evaluate(() => [".board", ".sheet", ".side"].map((part) => document.querySelector(part).getBoundingClientRect()).map(({ left, right, top }) => ({ left, right, top })));
  assert.ok(board.right <= text.left && text.right <= side.left, JSON.stringify([board, text, side]));
  assert.ok(Math.abs(board.top - side.top) < 40, `${board.top} ${side.top}`);
  // Rows of the list are as high as their type.
  const rows = await page.evaluate(() => [...document.querySelectorAll("quandian-list .row")].slice(0, 3).map((row) => row.getBoundingClientRect().top));
  assert.ok(rows[1] - rows[0] > 45 && Math.abs(rows[2] - 2 * rows[1] + rows[0]) < 1, rows.join(" "));
});

test("a-traditional-text-keeps-its-forms: board, drawing, list, card and glossary quote it in its own script", async () => {
  const page = await site.open();
  await paste(page, "全縣投入治水資金3.2億元，搶修時間由26小時縮短到5小時。\n推行「三個一」辦法，即一張表、一支隊、一本賬。");
  await marked(page, "三個一");
  await page.locator(".board .leading .one").first().waitFor();
  assert.equal(await page.locator(".board .leading").getAttribute("lang"), "zh-Hant");
  await page.locator(".board .fold").click();
  for (const quoted of [".board .figure .label", ".board .amount", ".board .sign"]) assert.equal(await page.locator(quoted).first().getAttribute("lang"), "zh-Hant", quoted);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("存为 SVG").click()]);
  assert.match(readFileSync(await download.path(), "utf8"), /^<svg [^>]*lang="zh-Hant">[^]*'Noto Serif CJK TC'/);
  assert.equal(await page.locator(".row .sign").first().getAttribute("lang"), "zh-Hant");
  await page.locator("mark.formula").first().focus();
  assert.equal(await page.locator(".card .members").getAttribute("lang"), "zh-Hant");
  await page.locator('[data-tab="glossary"]').click();
  assert.equal(await page.locator(".entries .members").first().getAttribute("lang"), "zh-Hant");
});
