import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, paste, shown, source, turnEnglish, withBrowser } from "./browser.mjs";

const site = withBrowser();
const REPORT = "全市共有党支部327个，投入1.5亿元。\n各地做到“两个维护”，又新建党支部327个。";

test("shows-the-sample-marked", async () => {
  const page = await site.open();
  const marks = await page.locator(".sheet mark").allTextContents();
  assert.ok(marks.length > 20, `${marks.length} marks`);
  assert.ok(marks.some((text) => text.includes("9.8万名")), marks.join(" "));
  assert.match(await page.locator(".over").innerText(), /粘贴/);
  assert.deepEqual(page.complaints, []);
  const text = await source(page);
  assert.equal(await shown(page), text);
});

test("marks-say-where-they-are", async () => {
  const page = await site.open();
  await paste(page, "😀𠮷有３２个村。\r\n又有5个村。");
  await marked(page, "5个");
  const wrong = await page.evaluate(() => {
    const view = document.querySelector("quandian-text-view");
    return view.marks.filter((mark) => view.source.slice(mark.start, mark.end) !== mark.note.text).length;
  });
  assert.equal(wrong, 0);
});

test("paste-replaces-the-sample", async () => {
  const page = await site.open();
  await paste(page, REPORT);
  await marked(page, "327个");
  assert.equal(await source(page), REPORT);
  assert.doesNotMatch(await page.locator(".over").innerText(), /粘贴/);
});

test("a-second-paste-can-be-taken-back", async () => {
  const page = await site.open();
  await paste(page, REPORT);
  await marked(page, "327个");
  await paste(page, "另有18个村。");
  await marked(page, "18个");
  await page.locator(".over button.link").first().click();
  await marked(page, "327个");
  assert.equal(await source(page), REPORT);
});

test("card-on-focus", async () => {
  const page = await site.open();
  await paste(page, REPORT);
  await marked(page, "327个");
  await page.locator("mark.quantity").first().focus();
  const card = page.locator(".card");
  await card.waitFor();
  assert.match(await card.innerText(), /327 个/);
  assert.match(await card.innerText(), /规则/);
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
});

test("the-card-goes-with-its-mark-where-the-window-changes", async () => {
  const page = await site.open();
  await page.locator('.sheet mark[tabindex="0"]').focus();
  await page.keyboard.press("n");
  await page.waitForSelector(".card");
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.waitForFunction(() => {
    const [box, mark] = [".card", "mark.selected"].map((name) => document.querySelector(name).getBoundingClientRect());
    return box.right <= innerWidth && box.left < mark.right && box.right > mark.left && (Math.abs(box.top - mark.bottom) < 12 || Math.abs(mark.top - box.bottom) < 12);
  });
});

test("card-on-hover-after-a-while", async () => {
  const page = await site.open();
  await page.locator("mark.quantity").nth(1).hover();
  assert.equal(await page.locator(".card").count(), 0);
  await page.locator(".card").waitFor();
  await page.mouse.move(5, 5);
  await page.locator(".card").waitFor({ state: "detached" });
});

test("keys-walk-through-the-marks", async () => {
  const page = await site.open();
  const first = page.locator('.sheet mark[tabindex="0"]');
  assert.equal(await first.count(), 1);
  await first.focus();
  const at = () => page.evaluate(() => document.querySelector("quandian-text-view").selected.start);
  const start = await at();
  await page.keyboard.press("n");
  await page.waitForFunction((start) => document.querySelector("quandian-text-view").selected?.start !== start, start);
  assert.ok((await at()) >= start);
  await page.keyboard.press("p");
  await page.waitForFunction((start) => document.querySelector("quandian-text-view").selected?.start === start, start);
});

test("a-key-held-down-walks-on-and-never-back", async () => {
  const page = await site.open();
  const sums = Array.from({ length: 20 }, (_, i) => `${i + 11}所`);
  await paste(page, sums.map((sum) => `全县建成夜校${sum}。`).join("\n\n"));
  await marked(page, "30所");
  await page.locator(".sheet").focus();
  // As often as the screen is drawn.
  const walked = await page.evaluate(async () => {
    const walked = [];
    for (let i = 0; i < 20; i += 1) {
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true, cancelable: true }));
      walked.push(document.activeElement.textContent);
      await new Promise(requestAnimationFrame);
    }
    return walked;
  });
  assert.deepEqual(walked, sums);
  await page.locator(".card", { hasText: "30" }).waitFor();
});

test("enter-goes-into-the-card-and-esc-back-to-the-mark", async () => {
  const page = await site.open();
  await paste(page, "全县推行“三查”，即查渠、查闸、查井。");
  await marked(page, "三查");
  await page.locator("mark.formula").focus();
  await page.locator(".card .members").waitFor();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "查渠");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".card").count(), 0);
  assert.ok(await page.evaluate(() => document.activeElement.matches("mark.formula")));
  assert.deepEqual(page.complaints, []);
});

test("enter-goes-to-a-card-without-links-too", async () => {
  const page = await site.open();
  await page.locator("mark.quantity").first().focus();
  await page.locator(".card").waitFor();
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".card .close")));
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".card").count(), 0);
});

const PATROLS = "全镇开展“六巡”：巡查山塘水库的坝体渗漏和溢洪道堵塞情况，巡查老旧砖房的墙体开裂和屋顶下沉情况，巡查切坡建房的护坡变形和排水沟淤塞情况，" +
  "巡查桥梁涵洞的基础冲刷和栏杆缺损情况，巡查学校医院的消防通道占用和电线老化情况，巡查集贸市场的燃气瓶存放和摊位私拉电线情况。“六巡”每月一次。";

test("members-of-several-lines-are-numbered-at-their-first, and a long card is seen whole", async () => {
  const page = await site.open();
  await paste(page, PATROLS);
  await marked(page, "六巡");
  await page.locator("mark.formula").first().focus();
  await page.locator(".card .members li").nth(5).waitFor();
  const [places, hidden] = await page.evaluate(() => {
    const card = document.querySelector(".card");
    // Where the number stands: on the line that an empty box before the words stands on.
    const places = [...card.querySelectorAll(".members li")].map((item) => {
      const foot = document.createElement("span");
      foot.style.cssText = "display: inline-block; width: 0; height: 0";
      item.prepend(foot);
      const range = document.createRange();
      range.selectNodeContents(item.querySelector(".link"));
      const [first, second] = [...new Set([...range.getClientRects()].map(({ bottom }) => bottom))];
      const { bottom } = foot.getBoundingClientRect();
      foot.remove();
      return second !== undefined && bottom <= first;
    });
    return [places, card.scrollHeight - card.clientHeight];
  });
  assert.deepEqual(places, Array(6).fill(true));
  assert.ok(hidden <= 0, `${hidden} px are to be scrolled for`);
});

test("a-row-says-how-often-a-formula-stands-there, and as much of a series as there is room for", async () => {
  const page = await site.open();
  await paste(page, PATROLS);
  await marked(page, "六巡");
  await page.locator("[data-tab=slogans]").click();
  const [times, series] = [page.locator(".row .count").first(), page.locator(".row", { has: page.locator(".parallel") }).first()];
  assert.equal(await times.innerText(), "×2");
  const [count, row] = [await times.boundingBox(), await page.locator(".row").first().boundingBox()];
  assert.ok(count.width > 8 && count.x + count.width < row.x + row.width, JSON.stringify([count, row]));
  const [what, says] = [await series.locator(".what").boundingBox(), await series.locator(".says").boundingBox()];
  assert.ok(says.x - what.x - what.width < 24, JSON.stringify([what, says]));
});

test("list-jumps", async () => {
  const page = await site.open();
  // Who is at the list scrolls it alone.
  await page.locator("quandian-list .rows").hover();
  await page.locator("quandian-list .rows").evaluate((rows) => rows.scrollTo(0, rows.scrollHeight));
  await page.waitForFunction(() => {
    const last = document.querySelector("quandian-list li:last-child");
    return last?.getAttribute("aria-posinset") === last?.getAttribute("aria-setsize");
  });
  const row = page.locator("quandian-list li").last().locator(".row");
  const what = await row.locator(".sign").innerText();
  await row.click();
  await page.waitForFunction((what) => document.activeElement?.matches("mark") && document.activeElement.textContent.includes(what), what);
  const box = await page.locator(".sheet mark.selected").first().boundingBox();
  assert.ok(box.y > 0 && box.y < 900, `mark at ${box.y}`);
  assert.equal(await page.locator('.row[aria-current="true"]').count(), 1);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.matches(".row"));
});

/** A report of many lines, with a number in each. */
const LONG = Array.from({ length: 160 }, (_, i) => `第${i + 1}村今年新修水渠${i + 100}米，沿渠栽种护坡的柳树，过去的泥泞小道如今能走农用车，村里人都说方便。`).join("\n");

test("arrow-keys-walk-the-list-row-by-row, and the list is one stop of the Tab key", async () => {
  const page = await site.open();
  await paste(page, LONG);
  await marked(page, "100米");
  const at = () => page.evaluate(() => document.activeElement.closest("li")?.getAttribute("aria-posinset"));
  await page.locator(".row").first().focus();
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction((at) => document.activeElement.closest("li")?.getAttribute("aria-posinset") === at, String(i + 2));
  }
  assert.equal(await at(), "41");
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.activeElement.closest("li")?.getAttribute("aria-posinset") === document.activeElement.closest("li")?.getAttribute("aria-setsize"));
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.activeElement.closest("li")?.getAttribute("aria-posinset") === "1");
  assert.equal(await page.locator('.row[tabindex="0"]').count(), 1);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.matches(".row")), false);
  await page.keyboard.press("Shift+Tab");
  assert.equal(await at(), "1");
});

test("the-list-goes-on-with-whoever-reads, and stays where the reader is at it", async () => {
  const page = await site.open();
  await paste(page, LONG);
  await marked(page, "100米");
  await page.mouse.move(300, 500);
  const seen = () => page.evaluate(() => {
    const rows = document.querySelector("quandian-list .rows").getBoundingClientRect();
    const inView = [...document.querySelectorAll("quandian-list .row")].filter((row) => row.getBoundingClientRect().top >= rows.top - 1 && row.getBoundingClientRect().bottom <= rows.bottom + 1);
    return inView.map((row) => row.querySelector(".sign").textContent);
  });
  await page.evaluate(() => [...document.querySelectorAll(".block")].find((block) => block.textContent.startsWith("第90村")).scrollIntoView());
  await page.waitForFunction(() => document.querySelector("quandian-list .rows").scrollTop > 500);
  assert.ok((await seen()).includes("190米"), (await seen()).join(" "));
  await page.locator("quandian-list .rows").hover();
  const top = await page.locator("quandian-list .rows").evaluate((rows) => rows.scrollTop);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(200);
  assert.equal(await page.locator("quandian-list .rows").evaluate((rows) => rows.scrollTop), top);
});

test("on-a-phone-the-list-opens-where-the-reader-is", async () => {
  const page = await site.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await paste(page, LONG);
  await marked(page, "100米");
  await page.evaluate(() => [...document.querySelectorAll(".block")].find((block) => block.textContent.startsWith("第90村")).scrollIntoView());
  await page.waitForTimeout(200);
  await page.locator(".bar button").first().tap();
  await page.waitForFunction(() => document.querySelector("quandian-list .rows").scrollTop > 500);
  await page.waitForFunction(() => [...document.querySelectorAll("quandian-list .row .sign")].some(({ textContent }) => textContent === "190米"));
});

test("paragraphs-fill-their-lines, and marks move no character", async () => {
  const page = await site.open();
  await paste(page, `${LONG.slice(0, 900)}\n全县做到“两个维护”，推行“四议两公开”工作法，村级重大事项决策率达100%，落实“三会一课”制度，开展活动1.9万场次，共22万人次。`);
  await marked(page, "四议两公开");
  const { moved, ragged } = await page.evaluate(() => {
    const placesOf = (block) => {
      const places = [];
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        for (let at = 0; at < texts.currentNode.length; at += 1) {
          const range = document.createRange();
          range.setStart(texts.currentNode, at);
          range.setEnd(texts.currentNode, at + 1);
          places.push(range.getBoundingClientRect());
        }
      }
      return places;
    };
    let moved = 0;
    let ragged = 0;
    for (const block of document.querySelectorAll(".block.body")) {
      const edge = block.getBoundingClientRect().right;
      const places = placesOf(block);
      const plain = block.cloneNode();
      plain.textContent = block.textContent;
      block.replaceWith(plain);
      const bare = placesOf(plain);
      plain.replaceWith(block);
      places.forEach(({ left, top, right }, i) => {
        moved = Math.max(moved, Math.abs(left - bare[i].left));
        const closes = i + 1 < places.length && places[i + 1].left < left && places[i + 1].top > top;
        // A mark that closes may lose its empty half.
        if (closes) ragged = Math.max(ragged, edge - right);
      });
    }
    return { moved, ragged };
  });
  assert.ok(moved < 0.5, `${moved} px`);
  assert.ok(ragged < 12, `${ragged} px`);
});

test("a-heading-stands-off-what-it-follows, with and without blank lines", async () => {
  const page = await site.open();
  const gaps = async (text) => {
    await paste(page, text);
    await marked(page, "86公里");
    return page.evaluate(() => {
      const textOf = (block) => {
        const range = document.createRange();
        range.selectNodeContents(block);
        return range.getBoundingClientRect();
      };
      const blocks = [...document.querySelectorAll(".block:not(.empty)")];
      return blocks.slice(1).map((block, i) => Math.round(textOf(block).top - textOf(blocks[i]).bottom));
    });
  };
  const lines = ["全县治水工作总结", "县水利局　2025年12月8日", "今年全县治水有成，群众满意。", "一、修渠", "全县新修水渠86公里。", "（一）护坡", "护坡12处，都已完工。"];
  const [, lede, heading, prose, section] = await gaps(lines.join("\n"));
  assert.ok(lede > prose && heading > prose + 10 && section > prose + 5, JSON.stringify({ lede, heading, prose, section }));
  const [, , parted] = await gaps(lines.join("\n\n"));
  assert.ok(Math.abs(parted - heading) < 16, `${parted}, ${heading}`);
});

test("mark-selects-its-row", async () => {
  const page = await site.open();
  await page.locator("mark.percent").last().click();
  await page.locator('.row[aria-current="true"]').waitFor();
});

test("a-mark-of-the-other-layer-turns-the-list-to-its-row", async () => {
  const page = await site.open();
  await paste(page, `${Array.from({ length: 60 }, (_, i) => `第${i + 1}组新修水渠${i + 100}米。`).join("\n")}\n各地做到“两个维护”，投入7亿元。`);
  await marked(page, "7亿元");
  await page.locator('[data-tab="slogans"]').click();
  await page.locator("mark.money").click();
  const row = page.locator('.row[aria-current="true"]');
  await row.waitFor();
  const [list, its] = await Promise.all([page.locator("quandian-list .rows").boundingBox(), row.boundingBox()]);
  assert.ok(its.y >= list.y && its.y + its.height <= list.y + list.height + 1, `${its.y} in ${list.y}–${list.y + list.height}`);
});

test("list-is-searched", async () => {
  const page = await site.open();
  await page.locator("quandian-list input").fill("万");
  const rows = await page.locator(".row .sign").allInnerTexts();
  assert.ok(rows.length > 0 && rows.every((text) => text.includes("万")), rows.join(" "));
  await page.locator("quandian-list input").fill("没有这样的字");
  assert.match(await page.locator(".nothing").innerText(), /没有相符/);
});

test("either-script-finds-the-other, in the list and in the glossary", async () => {
  const page = await site.open();
  const search = page.locator("quandian-list .search input");
  const found = (text) => page.waitForFunction((text) => [...document.querySelectorAll("quandian-list .row, quandian-list .formula-name")].some((row) => row.textContent.includes(text)), text);
  await search.fill("個百分點");
  await found("4.2个百分点");
  await paste(page, "全縣行政村三百二十個，修橋９座。\n推行「三查四送」：查渠、查井、查泵，送苗、送肥、送藥、送技。");
  await marked(page, "三百二十");
  await search.fill("二十个");
  await found("三百二十個");
  await search.fill("9座");
  await found("９座");
  await page.locator('[data-tab="glossary"]').click();
  await search.fill("送药");
  await found("三查四送");
});

test("what-is-searched-in-the-wrong-list-is-found-in-the-other, and Enter goes to the first", async () => {
  const page = await site.open();
  await paste(page, "全乡修渠12公里。\n推行“三查四送”：查渠、查井、查泵，送苗、送肥、送药、送技。\n又修桥9座。");
  await marked(page, "三查四送");
  const search = page.locator("quandian-list .search input");
  await search.fill("四送");
  await page.locator("quandian-list .nothing button").click();
  assert.match(await page.locator('[role="tab"][aria-selected="true"]').innerText(), /提法/);
  assert.match(await page.locator("quandian-list .row").innerText(), /三查四送/);
  await search.fill("修桥");
  assert.match(await page.locator("quandian-list .nothing").innerText(), /数字里有 1 处/);
  await search.fill("没有的");
  assert.equal(await page.locator("quandian-list .nothing button").count(), 0);
  await search.fill("三查");
  await search.press("Enter");
  await page.waitForFunction(() => document.activeElement?.matches("mark.formula"));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.matches(".row"));
});

test("legend-switches", async () => {
  const page = await site.open();
  const line = () => page.locator("mark.quantity").first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  assert.equal(await line(), "underline");
  const rows = await page.locator("quandian-list ol").locator("li").first().getAttribute("aria-setsize");
  await page.locator('.switch[data-kind="quantity"]').click();
  assert.equal(await line(), "none");
  assert.equal(await page.locator('.switch[data-kind="quantity"]').getAttribute("aria-checked"), "false");
  assert.match(await page.locator("[aria-live]").innerText(), /数量/);
  const left = await page.locator("quandian-list ol li").first().getAttribute("aria-setsize");
  assert.ok(Number(left) < Number(rows));
  assert.equal(await page.locator('[data-tab="numbers"] .count').innerText(), left, "a tab counts what its list shows");
  assert.equal(await page.locator(".bar .count").first().textContent(), left);
  await page.locator('.sheet mark[tabindex="0"]').focus();
  await page.keyboard.press("h");
  assert.match(await page.locator("[aria-live]").innerText(), /全部/);
});

test("words-layer", async (t) => {
  const page = await site.open();
  if ((await page.locator(".switch .ticks").count()) === 0) return t.skip("built without a lexicon");
  await page.locator(".switch .ticks").click();
  await page.waitForSelector(".word.begins");
  // A mark parts words well enough.
  const beside = await page.locator(".sheet .word.begins").evaluateAll((words) => words.map((word) => word.textContent.charAt(0) + (word.previousSibling?.textContent.at(-1) ?? "")));
  assert.deepEqual(beside.filter((pair) => /[，。、“”；：]/.test(pair)), []);
  assert.equal(await shown(page), await source(page));
  assert.ok(await page.locator(".word").first().getAttribute("data-tag"));
  await page.locator(".switch .ticks").click();
  await page.waitForFunction(() => document.querySelector(".word") === null);
});

test("no-slogans-is-said", async () => {
  const page = await site.open();
  await paste(page, "今天买了3个苹果。");
  await marked(page, "3个");
  await page.locator('[data-tab="slogans"]').click();
  assert.match(await page.locator(".nothing").innerText(), /没有提法/);
});

test("traditional-text-keeps-its-forms", async () => {
  const page = await site.open();
  assert.equal(await page.locator(".sheet").getAttribute("lang"), "zh-Hans");
  await paste(page, "這個國家有３個黨支部，發展經過與現實。");
  await marked(page, "３個");
  assert.equal(await page.locator(".sheet").getAttribute("lang"), "zh-Hant");
});

test("english-at-a-switch", async () => {
  const page = await site.open();
  await turnEnglish(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.match(await page.locator(".over").innerText(), /Nothing leaves this machine/);
});

test("phone-bar-fits-in-both-languages", async () => {
  const page = await site.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const spaces = () => page.evaluate(() => [...document.querySelectorAll(".bar button")].map((button) => {
    const words = new Range();
    words.selectNodeContents(button);
    const [inner, outer] = [words.getBoundingClientRect(), button.getBoundingClientRect()];
    return Math.min(inner.left - outer.left, outer.right - inner.right, innerWidth - outer.right + 4);
  }));
  await paste(page, "全县修渠5公里，做到“三统”。\n".repeat(150));
  await page.locator(".bar .count", { hasText: "150" }).first().waitFor();
  assert.ok((await spaces()).every((space) => space >= 4), String(await spaces()));
  await turnEnglish(page);
  assert.ok((await spaces()).every((space) => space >= 4), String(await spaces()));
});

test("phone-shows-sheets", async () => {
  const page = await site.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await page.locator("mark.quantity").nth(1).tap();
  const card = await page.locator(".card").boundingBox();
  assert.ok(card.x === 0 && card.width === 360, JSON.stringify(card));
  await page.locator(".bar button").nth(0).tap();
  await page.locator(".row").first().tap();
  await page.waitForSelector(".sheet mark.selected");
  assert.ok(await page.locator(".side").isHidden());
  await page.locator(".bar button").nth(0).tap();
  await page.locator('[data-tab="slogans"]').tap();
  assert.deepEqual(await page.locator(".bar button").evaluateAll((all) => all.map((one) => one.getAttribute("aria-expanded"))), ["false", "true", "false", "false"]);
  await page.locator(".bar button").nth(1).tap();
  assert.ok(await page.locator(".side").isHidden());
});

test("magnified-four-times-the-foot-is-slender, and every switch is reached", async () => {
  for (const viewport of [{ width: 320, height: 256 }, { width: 360, height: 225 }, { width: 844, height: 390 }]) {
    const page = await site.open({ viewport });
    const bar = await page.locator(".bar").boundingBox();
    assert.ok(bar.height >= 24 && bar.height <= 0.16 * viewport.height, `${bar.height} of ${viewport.height}`);
    await page.locator(".bar button").nth(3).click();
    const last = page.locator(".side .legend .plain");
    await last.scrollIntoViewIfNeeded();
    const [button, side] = await Promise.all([last.boundingBox(), page.locator(".side").boundingBox()]);
    assert.ok(side.y >= 0 && button.y + button.height <= bar.y + 1, `${side.y}, ${button.y + button.height} over ${bar.y}`);
    await last.click();
    await page.locator(".bar button").nth(0).click();
    assert.ok((await page.locator(".side").boundingBox()).height >= 0.6 * viewport.height);
    await page.context().close();
  }
});

test("on-a-phone-the-card-leaves-its-mark-to-be-seen", async () => {
  const page = await site.open({ viewport: { width: 360, height: 740 } });
  const rests = () => page.evaluate(() => new Promise((rested) => {
    const look = (before) => requestAnimationFrame(() => (scrollY === before ? rested() : look(scrollY)));
    requestAnimationFrame(() => requestAnimationFrame(() => look(scrollY)));
  }));
  await page.locator(".sheet mark[tabindex]").first().focus();
  for (let step = 0; step < 15; step += 1) {
    await page.keyboard.press("n");
    await page.locator(".card").waitFor();
    await rests();
    const [mark, card] = await page.evaluate(() => [document.activeElement.getBoundingClientRect().bottom, document.querySelector(".card").getBoundingClientRect().top]);
    assert.ok(mark <= card, `mark ${step}: ends at ${mark}, the card begins at ${card}`);
  }
});

test("a-text-without-marks-and-an-emptied-page-are-said-too", async () => {
  const page = await site.open();
  const said = (text) => page.waitForFunction((text) => document.querySelector("[aria-live]").textContent.includes(text), text);
  await said("标出数字");
  await paste(page, "春风吹过山岗。");
  await said("没有找到数字和提法");
  await page.getByText("清空", { exact: true }).click();
  await said("已清空");
});

test("the-keys-of-the-text-work-right-after-a-paste", async () => {
  const page = await site.open();
  await page.evaluate(() => document.activeElement.blur());
  await paste(page, "共有13个村。");
  await marked(page, "13个");
  await page.keyboard.press("n");
  await page.locator(".card").waitFor();
});

test("a-title-may-stand-under-empty-lines", async () => {
  const page = await site.open();
  await paste(page, "\n\n治水小结\n新修水渠86公里。");
  await marked(page, "86公里");
  assert.equal(await page.locator(".block.title").innerText(), "治水小结");
});

test("a-long-title-breaks-between-words, and stays whole for search, copies and the caret", async () => {
  const page = await site.open({ viewport: { width: 390, height: 844 } });
  const title = "关于山乡县2025年治水情况和2026年重点任务的报告";
  await paste(page, `${title}\n全县新修水渠86公里。`);
  await marked(page, "86公里");
  const lines = await page.evaluate(() => {
    const block = document.querySelector(".block.title");
    const found = [];
    let last = -Infinity;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { top, bottom } = range.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        if (middle - last > 20) found.push("");
        last = middle;
        found.push(found.pop() + node.data[at]);
      }
    }
    return found;
  });
  assert.ok(lines.length > 1);
  assert.equal(lines.join(""), title);
  for (const line of lines) assert.ok(line.length > 4, lines.join("|"));
  for (const line of lines.slice(1)) assert.ok(!/^(\d|年|的|况|务|点|告)/.test(line), lines.join("|"));
  assert.equal(await page.evaluate(() => document.querySelector(".block.title").textContent), title);
});

test("cells-of-a-table-stand-under-one-another", async () => {
  const page = await site.open();
  await paste(page, "指标\t2024年\t2025年\n生产总值\t288亿元\t310亿元\n城镇居民可支配收入\t41043元\t43218元\n本表由县统计局提供。");
  await marked(page, "43218元");
  const columns = await page.evaluate(() => ["2024年", "288亿元", "41043元"].map((text) => {
    const mark = [...document.querySelectorAll(".sheet mark")].find((one) => one.textContent === text);
    return [Math.round(mark.getBoundingClientRect().left), mark.closest(".block").className];
  }));
  assert.deepEqual(columns, Array(3).fill([columns[0][0], "block cells"]));
  assert.equal(await page.locator(".block.cells").count(), 3);
});

test("a-card-says-in-words-which-rule-read-the-mark", async () => {
  const page = await site.open();
  await page.locator("mark.quantity").first().click();
  await page.locator(".card code").waitFor();
  assert.match((await page.locator(".card").innerText()).replace(/\s+/g, " "), /规则 数字加量词 numeral-classifier/);
  await turnEnglish(page);
  assert.match((await page.locator(".card").innerText()).replace(/\s+/g, " "), /rule a numeral and a measure word numeral-classifier/);
});

test("who-wrote-it-and-when-is-no-heading", async () => {
  const page = await site.open();
  await paste(page, "山乡修渠记\n记者 田禾 通讯员 江流\n2025年6月3日\n全县新修水渠86公里。\n办学 育人\n新建夜校9所。\n（记者 田禾）");
  await marked(page, "9所");
  const shapes = await page.evaluate(() => [...document.querySelectorAll(".block")].map(({ className }) => className.replace("block ", "")));
  assert.deepEqual(shapes, ["title", "byline", "byline", "body", "subheading", "body", "byline"]);
});

test("chapters-are-headings-from-the-first-one", async () => {
  const page = await site.open();
  await paste(page, "渡口管理办法\n第一章　总则\n第一节　适用范围\n全县渡口共有86处。\n第二章　船只\n每船限载12人。");
  await marked(page, "12人");
  const shapes = await page.evaluate(() => [...document.querySelectorAll(".block")].map(({ className }) => className.replace("block ", "")));
  assert.deepEqual(shapes, ["title", "heading", "subheading", "body", "heading", "body"]);
});

test("points-of-a-list-are-no-headings", async () => {
  const page = await site.open();
  await paste(page, "# 渡口简报\n全县渡口有序。\n**一、船只**\n- 新造渡船12艘\n• 检修旧船9艘\n> 引文\n| 渡口 | 5处 |\n■ 工作亮点");
  await marked(page, "12艘");
  const shapes = await page.evaluate(() => [...document.querySelectorAll(".block")].map(({ className }) => className.replace("block ", "")));
  assert.deepEqual(shapes, ["title", "body", "subheading", "body", "body", "body", "body", "subheading"]);
});

test("what-stands-beside-the-text-may-come-late: the marks do not wait, nothing moves, and a card asked for meanwhile opens", async () => {
  const page = await site.open({ marked: false, held: "**/assets/beside-*.js" });
  await page.waitForSelector(".sheet mark");
  const scripts = page.requests.filter((url) => url.endsWith(".js")).map((url) => url.replace(/^.*\/|-[\w-]{8}\.js$/g, ""));
  assert.deepEqual(scripts.slice(0, 2), ["index", "worker"]);
  const top = () => page.locator(".sheet").evaluate((sheet) => sheet.getBoundingClientRect().top + scrollY);
  const before = await top();
  await page.locator("mark.quantity").first().click();
  assert.equal(await page.locator(".card, .board").count(), 0);
  await page.release();
  await page.locator(".card h2").waitFor();
  await page.locator(".board .leading .one").first().waitFor();
  assert.equal(await top(), before);
});
