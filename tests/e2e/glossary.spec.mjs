import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { marked, paste, source, withBrowser } from "./browser.mjs";

const site = withBrowser();
const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const REPORT = `推行“三查”，即查渠、查闸、查井，“三查”有效。
落实“四个意识”，学好“六上岗”。
执行“三不腐”，即不敢腐、不能腐、不愿腐。`;

async function opened(page, text = REPORT) {
  await paste(page, text);
  await marked(page, "三查");
  await page.locator('[data-tab="glossary"]').click();
  await page.locator(".entries > li").first().waitFor();
}

const entries = async (page) => (await page.locator(".entries > li").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").replaceAll(" 、", "、"));
const entry = (page, name) => page.locator(".entries > li", { hasText: name });

test("every-formula-says-who-spells-it-out", async () => {
  const page = await site.open();
  await opened(page);
  const said = await entries(page);
  assert.ok(said.some((text) => /^三查 2 次 本文展开.*查渠/.test(text)), said.join("\n"));
  assert.ok(said.some((text) => /^四个意识 词表.*政治意识/.test(text)), said.join("\n"));
  assert.ok(said.some((text) => /^六上岗 本文未展开$/.test(text)), said.join("\n"));
});

test("where-text-and-glossary-differ-both-are-shown", async () => {
  const page = await site.open();
  await opened(page);
  const text = await entry(page, "三不腐").innerText();
  assert.match(text, /本文展开[\s\S]*不愿腐[\s\S]*词表作：不敢腐、不能腐、不想腐/);
  assert.doesNotMatch(await entry(page, "三查").innerText(), /词表作/);
});

test("members-lead-to-their-places-and-esc-back", async () => {
  const page = await site.open();
  await opened(page);
  await entry(page, "三不腐").getByText("不愿腐").click();
  await page.waitForFunction(() => document.querySelector(".sheet").getBoundingClientRect().bottom > 0);
  await entry(page, "六上岗").locator(".formula-name").click();
  await page.waitForFunction(() => document.activeElement?.matches("mark.formula") && document.activeElement.textContent === "六上岗");
  assert.equal(await page.locator('[data-tab="glossary"]').getAttribute("aria-selected"), "true");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.matches(".formula-name"));
});

test("members-that-are-clauses-have-a-numbered-line-each", async () => {
  const page = await site.open();
  await paste(page, "“两清”：清理沿河两岸堆放多年的建筑渣土，清理占用航道的废弃船只和网箱。“三统”：统种、统管、统销。");
  await marked(page, "三统");
  await page.locator("[data-tab=glossary]").click();
  await page.locator(".glossary .entries > li").nth(1).waitFor();
  const lists = await page.evaluate(() => [...document.querySelectorAll(".glossary .members")].map((list) => {
    const style = getComputedStyle(list.querySelector("li"));
    return [list.querySelector("li").textContent.length > 10, style.display, getComputedStyle(list.querySelector("li"), "::after").content];
  }));
  assert.deepEqual(lists.sort(), [[false, "inline-block", '"、"'], [true, "list-item", "none"]]);
});

test("is-searched", async () => {
  const page = await site.open();
  await opened(page);
  await page.locator("quandian-list .search input").fill("查渠");
  assert.equal(await page.locator(".entries > li").count(), 1);
});

test("own-formulas-are-used-at-once-and-faulty-lines-named", async () => {
  const page = await site.open();
  await opened(page);
  page.requests.length = 0;
  await page.locator(".own summary").click();
  await page.locator(".own textarea").fill("六上岗：验票上岗、持证上岗、挂牌上岗、定人上岗、限时上岗、轮换上岗\n没有成员");
  await page.locator(".entries > li", { hasText: "自己的词表" }).waitFor();
  assert.match(await entry(page, "六上岗").innerText(), /验票上岗/);
  assert.match(await page.locator("#own-says").innerText(), /读入 1 条；第 2 行/);
  assert.equal(await source(page), REPORT);
  assert.deepEqual(page.requests, []);
});

test("own-formulas-come-from-a-file", async () => {
  const page = await site.open();
  await opened(page);
  await page.locator(".own summary").click();
  await page.locator('.own input[type="file"]').setInputFiles({ name: "own.tsv", mimeType: "text/tab-separated-values", buffer: Buffer.from("六上岗\t甲岗、乙岗、丙岗、丁岗、戊岗、己岗\n") });
  await page.locator(".entries > li", { hasText: "丙岗" }).waitFor();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["六上岗\t一岗、二岗、三岗、四岗、五岗、六岗\n"], "more.tsv"));
    document.querySelector(".own").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await page.locator(".entries > li", { hasText: "五岗" }).waitFor();
  assert.equal(await source(page), REPORT);
});

test("own-formulas-are-kept-only-if-asked-and-forgotten-again", async () => {
  const page = await site.open();
  await opened(page);
  const stored = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("formulas")));
  await page.locator(".own summary").click();
  await page.locator(".own textarea").fill("六上岗：甲岗、乙岗、丙岗、丁岗、戊岗、己岗");
  await page.locator(".entries > li", { hasText: "自己的词表" }).waitFor();
  assert.deepEqual(await stored(), []);
  await page.locator('.own input[type="checkbox"]').check();
  assert.equal((await stored()).length, 1);
  await page.reload();
  await page.waitForSelector(".sheet mark");
  await opened(page);
  assert.match(await entry(page, "六上岗").innerText(), /自己的词表[\s\S]*丙岗/);
  await page.getByText("清空并忘掉").click();
  await page.locator(".entries > li", { hasText: "自己的词表" }).waitFor({ state: "detached" });
  assert.deepEqual(await stored(), []);
});

test("undo-in-the-field-leaves-the-text-alone", async () => {
  const page = await site.open();
  await paste(page, "先前有9个村。");
  await marked(page, "9个");
  await opened(page);
  await page.locator(".own summary").click();
  await page.locator(".own textarea").focus();
  await page.keyboard.type("六");
  await page.keyboard.press("Control+z");
  assert.equal(await source(page), REPORT);
});

for (const [name, options] of Object.entries({ wide: {}, phone: { viewport: { width: 360, height: 740 } }, dark: { colorScheme: "dark" } })) {
  test(`has-no-barrier: ${name}`, async () => {
    const page = await site.open(options);
    await paste(page, REPORT);
    await marked(page, "三查");
    if (name === "phone") await page.locator(".bar button", { hasText: "释义" }).click();
    else await page.locator('[data-tab="glossary"]').click();
    await page.locator(".entries > li").first().waitFor();
    await page.locator(".own summary").click();
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
    assert.deepEqual(page.complaints, []);
  });
}

test("ones-own-glossary-stays-open-while-it-is-emptied", async () => {
  const page = await site.open();
  await opened(page);
  await page.locator(".own summary").click();
  await page.locator(".own textarea").fill("六上岗：甲岗、乙岗、丙岗、丁岗、戊岗、己岗");
  await page.locator(".entries > li", { hasText: "自己的词表" }).waitFor();
  await page.locator(".own textarea").fill("");
  await page.locator(".entries > li", { hasText: "自己的词表" }).waitFor({ state: "detached" });
  assert.equal(await page.locator(".own textarea").isVisible(), true);
});
