import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { marked, paste, withBrowser } from "./browser.mjs";

const site = withBrowser();
const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const ONE = "甲县治水小结\n全县新修水渠86公里，惠及农户1.4万户。\n落实“三查”，学好“六上岗”。水质达标率从71%提高到94%。";
const TWO = "乙方核对稿\n全县新修水渠88公里，惠及农户1.4万户。\n推行“三查”，即查渠、查闸、查井。水质达标率从71%提高到95%。";

const tabs = (page) => page.locator(".text-tab:not(.compare)").allInnerTexts();
const onTop = (page) => page.evaluate(() => document.querySelector("quandian-text-view:not([hidden])").source);

async function another(page, text, mark) {
  await page.getByText("另开一篇").first().click();
  await page.waitForFunction(() => document.querySelector("quandian-text-view:not([hidden])").source === "");
  await paste(page, text);
  await page.waitForFunction((mark) => [...document.querySelectorAll("quandian-text-view:not([hidden]) mark")].some((one) => one.textContent.includes(mark)), mark);
}

async function both(page) {
  await paste(page, ONE);
  await marked(page, "86公里");
  await another(page, TWO, "88公里");
}

test("one-text-has-no-tabs-and-a-second-lies-beside-it", async () => {
  const page = await site.open();
  assert.equal(await page.locator(".texts").count(), 0);
  await both(page);
  assert.deepEqual(await tabs(page), ["甲县治水小结", "乙方核对稿"]);
  assert.equal(await onTop(page), TWO);
  await page.locator(".text-tab", { hasText: "甲县" }).click();
  assert.equal(await onTop(page), ONE);
  assert.ok((await page.locator("quandian-list .row .sign").allInnerTexts()).includes("86公里"));
  assert.ok(await page.locator("quandian-text-view:not([hidden]) mark").count() > 2);
  assert.deepEqual(page.complaints, []);
});

test("each-text-has-its-own-undo", async () => {
  const page = await site.open();
  await both(page);
  await paste(page, "第二篇另写，有7个村。");
  await page.waitForFunction(() => document.querySelector("quandian-text-view:not([hidden])").source.startsWith("第二篇"));
  await page.locator(".text-tab", { hasText: "甲县" }).click();
  await page.getByText("修改", { exact: true }).click();
  await page.waitForSelector("quandian-text-view:not([hidden]) .sheet[contenteditable]");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("又有3所学校。");
  await page.waitForFunction(() => document.querySelector("quandian-text-view:not([hidden])").source.endsWith("又有3所学校。"));
  await page.locator(".text-tab", { hasText: "第二篇" }).click();
  await page.keyboard.press("Control+z");
  assert.equal(await onTop(page), TWO);
  await page.locator(".text-tab", { hasText: "甲县" }).click();
  assert.equal(await onTop(page), `${ONE}又有3所学校。`);
});

test("a-paste-over-a-text-can-keep-both", async () => {
  const page = await site.open();
  await paste(page, ONE);
  await marked(page, "86公里");
  await paste(page, TWO);
  await marked(page, "88公里");
  await page.getByText("两篇都留").click();
  await page.locator(".texts").waitFor();
  await page.waitForFunction((text) => document.querySelector("quandian-text-view:not([hidden])").source === text, TWO);
  assert.deepEqual(await tabs(page), ["甲县治水小结", "乙方核对稿"]);
  assert.equal(await page.evaluate(() => document.querySelector("quandian-text-view").source), ONE);
});

test("several-files-lie-side-by-side-and-are-all-read", async () => {
  const page = await site.open();
  await page.evaluate((texts) => {
    const dataTransfer = new DataTransfer();
    texts.forEach((text, i) => dataTransfer.items.add(new File([text], `${i}.txt`)));
    dataTransfer.items.add(new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])], "bad.pdf"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, [ONE, TWO, "丙篇\n另有“三查”。"]);
  await page.waitForFunction(() => document.querySelectorAll(".text-tab:not(.compare)").length === 3);
  await page.waitForFunction(() => document.querySelector("quandian-text-view:not([hidden])").source.startsWith("丙篇"));
  assert.deepEqual(await tabs(page), ["甲县治水小结", "乙方核对稿", "丙篇"]);
  assert.match(await page.locator(".over").innerText(), /bad\.pdf/);
  await page.getByText("对照", { exact: true }).click();
  await page.waitForFunction(() => document.querySelectorAll(".comparison thead tr:first-child th").length > 0);
  await page.waitForFunction(() => document.querySelector(".comparison table").querySelectorAll("thead th").length === 4);
});

test("three-texts-with-long-names-have-room: each can be closed, and the one on top is read in full", async () => {
  const page = await site.open();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    for (const name of ["青山镇教育事业发展简报", "绿水镇教育事业发展简报", "白云镇教育事业发展简报"]) dataTransfer.items.add(new File([`${name}\n共有12个村。`], `${name}.txt`));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelectorAll(".text-tab:not(.compare)").length === 3);
  const { strip, whole, covered } = await page.evaluate(() => {
    const nav = document.querySelector(".texts");
    const tab = document.querySelector(".text-tab[aria-current=page]");
    const under = [...nav.querySelectorAll("button")].filter((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      return !button.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
    });
    return { strip: nav.scrollWidth - nav.clientWidth, whole: tab.scrollWidth <= tab.clientWidth, covered: under.map(({ textContent }) => textContent) };
  });
  assert.deepEqual([strip, whole, covered], [0, true, []]);
});

test("one-indicator-is-one-whether-it-is-there-now-or-this-year", async () => {
  const page = await site.open();
  await paste(page, "全县现有乡村夜校128所。今年新增学位5400个。");
  await marked(page, "128所");
  await another(page, "全县乡村夜校126所。全年新增学位5400个。", "126所");
  await page.getByText("对照", { exact: true }).click();
  const row = page.locator("[id^=compared-differing]", { hasText: "夜校" });
  await row.waitFor();
  assert.match((await row.innerText()).replace(/\s+/g, " "), /128所 126所/);
  assert.match(await page.locator(".comparison details").innerText(), /数字一致 1/);
});

test("a-closed-text-can-be-taken-back", async () => {
  const page = await site.open();
  await both(page);
  await page.getByLabel("关闭《甲县治水小结》").click();
  await page.locator(".texts").waitFor({ state: "detached" });
  assert.equal(await onTop(page), TWO);
  await page.locator(".over button.link").first().click();
  await page.locator(".texts").waitFor();
  await page.waitForFunction((text) => document.querySelector("quandian-text-view:not([hidden])").source === text, ONE);
});

test("a-closed-text-comes-back-under-the-name-it-had", async () => {
  const page = await site.open();
  await both(page);
  await page.locator(".text-tab", { hasText: "甲县" }).press("F2");
  await page.locator(".rename").fill("送审稿");
  await page.keyboard.press("Enter");
  await page.getByLabel("关闭《送审稿》").click();
  await page.locator(".texts").waitFor({ state: "detached" });
  await page.locator(".over button.link").first().click();
  await page.locator(".text-tab", { hasText: "送审稿" }).waitFor();
  assert.deepEqual(await tabs(page), ["乙方核对稿", "送审稿"]);
});

test("formulas-and-texts-side-by-side-and-one-spells-out-for-all", async () => {
  const page = await site.open();
  await both(page);
  await page.getByText("对照", { exact: true }).click();
  const row = page.locator(".comparison tr", { hasText: "三查" });
  await row.waitFor();
  assert.match((await row.innerText()).replace(/\s+/g, " "), /三查 查渠、查闸、查井（据《乙方核对稿》） 1 次 1 次 展开/);
  assert.match((await page.locator(".comparison tr", { hasText: "六上岗" }).innerText()).replace(/\s+/g, " "), /1 次 – 没有/);
  await row.locator("button").first().click();
  await page.waitForFunction(() => document.activeElement?.matches("mark.formula") && document.activeElement.textContent.includes("三查"));
  assert.equal(await onTop(page), ONE);
});

test("drafts-of-one-title-are-told-apart, and-each-that-spells-out-says-so", async () => {
  const page = await site.open();
  await paste(page, TWO);
  await marked(page, "88公里");
  await another(page, TWO.replace("88公里", "89公里"), "89公里");
  assert.deepEqual(await tabs(page), ["乙方核对稿", "乙方核对稿（2）"]);
  await page.getByText("对照", { exact: true }).click();
  const row = page.locator(".comparison tr", { hasText: "三查" });
  assert.match((await row.innerText()).replace(/\s+/g, " "), /1 次 展开 1 次 展开/);
});

test("one-indicator-with-two-figures-is-shown", async () => {
  const page = await site.open();
  await both(page);
  await page.getByText("对照", { exact: true }).click();
  await page.locator(".comparison .differing").waitFor();
  const rows = (await page.locator(".comparison .differing tbody tr").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
  assert.deepEqual(rows.sort(), ["全县新修水渠 86公里 88公里", "水质达标率 94% 95%"]);
  assert.match(await page.locator(".comparison details").innerText(), /数字一致\s*1/);
  await page.keyboard.press("Escape");
  await page.locator(".comparison").waitFor({ state: "detached" });
  assert.equal(await onTop(page), TWO);
});

test("figures-of-a-county-and-of-its-city-are-one-indicator", async () => {
  const page = await site.open();
  await paste(page, "县情\n全县人口41万人。");
  await marked(page, "41万");
  await paste(page, "市情\n全市人口320万人。");
  await marked(page, "320万");
  await page.getByText("两篇都留").click();
  await page.locator(".texts").waitFor();
  await page.getByText("对照", { exact: true }).click();
  await page.locator(".comparison .differing").waitFor();
  assert.match((await page.locator(".comparison .differing tbody").innerText()).replace(/\s+/g, " "), /人口 41万人 320万人/);
});

test("what-is-folded-is-unfolded-for-the-print-alone", async () => {
  const page = await site.open();
  await both(page);
  await page.getByText("对照", { exact: true }).click();
  await page.locator(".comparison details").waitFor();
  const rows = () => page.locator(".comparison .alike tbody tr").first().isVisible();
  assert.equal(await rows(), false);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await rows(), true);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  assert.equal(await rows(), false);
});

test("the-glossary-says-what-a-neighbour-spells-out", async () => {
  const page = await site.open();
  await both(page);
  await page.locator(".text-tab", { hasText: "甲县" }).click();
  await page.locator('[data-tab="glossary"]').click();
  const entry = page.locator(".entries > li", { hasText: "三查" });
  assert.match(await entry.innerText(), /见《乙方核对稿》[\s\S]*查闸/);
  await entry.getByText("查闸").click();
  await page.waitForFunction((text) => document.querySelector("quandian-text-view:not([hidden])").source === text, TWO);
});

for (const [name, options] of Object.entries({ wide: {}, phone: { viewport: { width: 360, height: 740 } }, dark: { colorScheme: "dark" } })) {
  test(`has-no-barrier-and-fits: ${name}`, async () => {
    const page = await site.open(options);
    await both(page);
    const check = async () => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px wider than the window`);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
    };
    await check();
    await page.getByText("对照", { exact: true }).click();
    await page.locator(".comparison .differing").waitFor();
    await check();
  });
}

test("a-text-is-called-as-the-reader-likes", async () => {
  const page = await site.open();
  await both(page);
  await page.locator(".text-tab", { hasText: "乙方" }).press("F2");
  await page.locator(".rename").fill("核对 <b>稿</b>");
  await page.keyboard.press("Enter");
  assert.deepEqual(await tabs(page), ["甲县治水小结", "核对 <b>稿</b>"]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "核对 <b>稿</b>");
  await page.getByText("改名", { exact: true }).click();
  await page.locator(".rename").fill("别的");
  await page.keyboard.press("Escape");
  assert.deepEqual(await tabs(page), ["甲县治水小结", "核对 <b>稿</b>"], "Esc leaves the name");
  assert.equal(await onTop(page), TWO);
  await page.locator(".text-tab", { hasText: "核对" }).dblclick();
  await page.locator(".rename").fill(" ");
  await page.keyboard.press("Enter");
  assert.deepEqual(await tabs(page), ["甲县治水小结", "乙方核对稿"], "no name gives the first line back");
  assert.deepEqual(page.complaints, []);
});

test("the-index-leads-to-the-rows-and-searches-them", async () => {
  const page = await site.open();
  await both(page);
  await page.getByText("对照", { exact: true }).click();
  const index = page.locator(".compare-index");
  await index.locator(".entry", { hasText: "达标率" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.closest("tr").querySelector("th").textContent.trim()), "水质达标率");
  await index.locator("input").fill("查闸");
  await page.locator(".comparison .differing").waitFor({ state: "detached" });
  assert.deepEqual(await page.locator(".comparison tbody th .sign").allInnerTexts(), ["三查"]);
  assert.equal(await index.locator(".entry").count(), 1);
});

test("among-three-the-odd-one-out-is-marked", async () => {
  const page = await site.open();
  await both(page);
  await another(page, "丙：通稿\n全县新修水渠88公里，惠及农户1.4万户。", "88公里");
  await page.getByText("对照", { exact: true }).click();
  await page.locator(".comparison .differing").waitFor();
  assert.deepEqual(await page.locator(".comparison .odd").allInnerTexts(), ["86公里"]);
});

test("who-is-meant-is-no-indicator-to-be-compared", async () => {
  const page = await site.open();
  await paste(page, "甲：小结\n全县修渠86公里，75岁以上老人每餐补贴3元。");
  await marked(page, "86公里");
  await another(page, "乙：小结\n全县修渠88公里，65岁以上老人每餐补贴3元。", "88公里");
  await page.getByText("对照", { exact: true }).click();
  await page.locator(".comparison .differing").waitFor();
  const rows = await page.locator(".comparison .differing tbody tr").allInnerTexts();
  assert.deepEqual(rows.map((row) => row.split(/\s/)[0]), ["全县修渠"]);
});

test("what-is-pasted-over-a-comparison-lies-beside-the-others", async () => {
  const page = await site.open();
  await both(page);
  await page.getByText("对照", { exact: true }).click();
  await page.locator(".comparison .differing").waitFor();
  await paste(page, "丙：通稿\n全县有66个村。");
  await page.waitForFunction(() => document.querySelectorAll(".text-tab:not(.compare)").length === 3);
  await marked(page, "66个");
  assert.deepEqual(await tabs(page), ["甲县治水小结", "乙方核对稿", "丙：通稿"]);
  assert.equal(await page.locator(".comparison").count(), 0);
});

test("the-comparison-is-copied-as-a-table", async () => {
  const page = await site.open({ permissions: ["clipboard-read", "clipboard-write"] });
  await both(page);
  await page.getByText("对照", { exact: true }).click();
  await page.locator(".comparison .differing").waitFor();
  await page.getByText("复制对照表").click();
  await page.locator(".comparison [role=status]", { hasText: "已复制" }).waitFor();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  assert.equal(lines[0], "指标\t甲县治水小结\t乙方核对稿\t");
  assert.ok(lines.includes("水质达标率\t94%\t95%\t同一指标，数字不同"), lines.join("\n"));
  assert.ok(lines.includes("三查\t1\t1\t查渠、查闸、查井"), lines.join("\n"));
});

test("the-card-says-what-the-glossary-says-of-a-neighbour", async () => {
  const page = await site.open();
  await both(page);
  await page.locator(".text-tab", { hasText: "甲县" }).click();
  await page.locator("quandian-text-view:not([hidden]) mark.formula", { hasText: "三查" }).click();
  const card = page.locator(".card");
  await card.waitFor();
  assert.match(await card.innerText(), /见《乙方核对稿》[\s\S]*查闸/);
  assert.doesNotMatch(await card.innerText(), /未展开/);
  await card.getByText("查闸").click();
  await page.waitForFunction((text) => document.querySelector("quandian-text-view:not([hidden])").source === text, TWO);
});

test("an-indicator-is-the-same-whosoever-it-is", async () => {
  const page = await site.open();
  await paste(page, "山前县简报\n全县财政收入达12.5亿元。城镇居民收入4.1万元。");
  await marked(page, "12.5亿元");
  await another(page, "河口县简报\n河口县财政收入达14.2亿元。农村居民收入2.3万元。", "14.2亿元");
  await page.getByText("对照", { exact: true }).click();
  await page.locator(".comparison .differing").waitFor();
  const rows = (await page.locator(".comparison .differing tbody tr").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
  assert.deepEqual(rows, ["全县财政收入 12.5亿元 14.2亿元"]);
});

test("each-text-keeps-its-forms-in-the-comparison", async () => {
  const page = await site.open();
  await paste(page, "甲縣治水小結\n全縣新修水渠86公里，惠及農戶1.4萬戶。");
  await marked(page, "86公里");
  await another(page, TWO, "88公里");
  await page.getByText("对照", { exact: true }).click();
  await page.locator("quandian-compare th[scope=row]").first().waitFor();
  assert.deepEqual(await page.locator("quandian-compare table").first().locator("th[scope=col]").evaluateAll((heads) => heads.map(({ lang }) => lang)), ["", "zh-Hant", "zh-Hans"]);
});
