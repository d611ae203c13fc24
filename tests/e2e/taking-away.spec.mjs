import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { marked, paste, shown, source, withBrowser } from "./browser.mjs";

const site = withBrowser();
const REPORT = "乡村道路\n硬化道路48公里，安装路灯1260盏。\n各村落实“一岗双责”。";

async function opened(options) {
  const page = await site.open(options);
  await paste(page, REPORT);
  await marked(page, "1260盏");
  return page;
}

const openMenu = async (page) => {
  await page.locator('[popovertarget="export"]').click();
  await page.waitForSelector("[data-format]");
};

/** The end of a link with a text. */
async function carrying(text) {
  const packed = new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")));
  return `#text=${Buffer.from(await packed.arrayBuffer()).toString("base64url")}`;
}

async function saved(page, id) {
  await openMenu(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-format="${id}"]`).click()]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

test("every-format-is-saved-under-the-first-line", async () => {
  const page = await opened();
  for (const [id, name, holds] of [
    ["csv", "乡村道路.csv", "1260盏"], ["xlsx", "乡村道路.xlsx", "PK"], ["docx", "乡村道路.docx", "PK"], ["markdown", "乡村道路.md", "1260盏"], ["html", "乡村道路.html", "1260盏"],
    ["jsonl", "乡村道路.jsonl", "1260盏"], ["w3c", "乡村道路.jsonld", "1260盏"], ["conllu", "乡村道路.conllu", "路灯"], ["tei", "乡村道路.xml", "1260盏"],
  ]) {
    const [file, bytes] = await saved(page, id);
    assert.equal(file, name);
    assert.ok(bytes.includes(holds), `${name} holds ${holds}`);
    assert.match(await page.locator(".over").innerText(), /已存为/);
  }
  assert.deepEqual(page.complaints, []);
});

test("brat-is-two-files", async () => {
  const page = await opened();
  const names = [];
  page.on("download", (download) => names.push(download.suggestedFilename()));
  await openMenu(page);
  await page.locator('[data-format="brat"]').click();
  await page.waitForFunction(() => document.querySelector(".over").textContent.includes("乡村道路.ann"));
  await page.waitForTimeout(300);
  assert.deepEqual(names.sort(), ["乡村道路.ann", "乡村道路.txt"]);
});

test("file-names-are-safe", async () => {
  const page = await site.open();
  for (const [line, name] of [["../../etc/passwd 3个", "etc passwd 3个.md"], ["CON\n3个", "_CON.md"], ['a<b>:"|?*\u202E.exe 3个', "a b .exe 3个.md"], ["... 3个村", "3个村.md"]]) {
    await paste(page, line);
    await marked(page, "3个");
    assert.equal((await saved(page, "markdown"))[0], name);
  }
});

test("tables-are-copied-as-tabs-and-as-a-table", async () => {
  const page = await opened({ permissions: ["clipboard-read", "clipboard-write"] });
  await openMenu(page);
  await page.getByText("数字表").click();
  await page.waitForFunction(() => document.querySelector(".over").textContent.includes("已复制 2 行"));
  const [plain, rich] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(["text/plain", "text/html"].map(async (type) => (await item.getType(type)).text()));
  });
  assert.equal(plain.replaceAll("\r", ""), "原文\t数值\t单位\t所指\t类别\n48公里\t48\t公里\t硬化道路\t数量\n1260盏\t1260\t盏\t路灯\t数量");
  assert.match(rich, /<td>1260盏<\/td>/);
});

test("the-menu-is-worked-by-keyboard", async () => {
  const page = await opened();
  await page.locator('[popovertarget="export"]').focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-format]");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".slip")?.id), "export");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#export").isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("popovertarget")), "export");
});

async function link(page, name) {
  await openMenu(page);
  await page.locator(".exports .choice", { hasText: name }).click();
  await page.waitForFunction(() => document.querySelector(".over").textContent.includes("链接已复制"));
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a-link-carries-the-text-only-when-asked", async () => {
  const page = await opened({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator('.switch[data-kind="quantity"]').click();
  const bare = await link(page, "只带显示设置");
  assert.equal(new URL(bare).hash, "#hide=quantity&lang=zh");
  await openMenu(page);
  await page.locator(".exports .choice", { hasText: /连同正文\s*\d+(\.\d+)? K?B/ }).waitFor();
  assert.match(await page.locator(".exports").innerText(), /谁拿到链接，谁就能读到全文/);
  await page.keyboard.press("Escape");
  const full = await link(page, "连同正文");
  assert.equal(new URL(full).search, "");

  const other = await site.open();
  await other.goto("about:blank");
  await other.goto(full);
  await other.waitForFunction((text) => document.querySelector("quandian-text-view")?.source === text, REPORT);
  assert.equal(await other.locator('.switch[data-kind="quantity"]').getAttribute("aria-checked"), "false");
  assert.match(await other.locator(".over").innerText(), /链接里带来/);
  assert.ok(other.requests.every((url) => !url.includes("text=")));
});

test("hostile-fragments-are-inert", async () => {
  const page = await site.open();
  const sample = await source(page);
  for (const fragment of ["#text=%%%", "#text=AAAA", "#text=", "#hide=<img src=x onerror=window.harm=1>.quantity&words=7&lang=__proto__", "#javascript:window.harm=1"]) {
    await page.goto("about:blank");
    await page.goto(site.site.address + fragment);
    await page.waitForSelector(".sheet mark");
    assert.equal(await source(page), sample, fragment);
    assert.equal(await page.evaluate(() => window.harm), undefined);
  }
  const hostile = '<img src=x onerror="window.harm=1">有7个村';
  await page.goto("about:blank");
  await page.goto(site.site.address + await carrying(hostile));
  await marked(page, "7个");
  assert.equal(await shown(page), hostile);
  assert.equal(await page.evaluate(() => window.harm), undefined);
});

test("a-link-that-unpacks-to-too-much-is-refused", async () => {
  const page = await site.open();
  await page.goto("about:blank");
  await page.goto(site.site.address + await carrying(new Uint8Array(40_000_000).fill(97)));
  await page.waitForSelector(".over .alarm");
  assert.match(await page.locator(".over").innerText(), /链接不完整/);
});

test("a-shared-text-leaves-the-address-so-that-the-kept-one-is-there-next-time", async () => {
  const page = await site.open();
  await paste(page, "共有13个村。");
  await marked(page, "13个");
  await page.getByText("记住这篇", { exact: true }).click();
  await page.goto("about:blank");
  await page.goto(site.site.address + await carrying("另有7个村。"));
  await marked(page, "7个");
  assert.equal(new URL(page.url()).hash, "");
  await page.reload();
  await marked(page, "13个");
  assert.equal(await source(page), "共有13个村。");
});

test("what-is-on-its-way-says-so: the slip of formats, the glossary", async () => {
  const page = await site.open({ held: "**/assets/later-*.js", serviceWorkers: "block" });
  const said = (selector) => page.locator(selector).evaluate((part) => getComputedStyle(part, "::before").content);
  await page.getByText("导出", { exact: true }).click();
  assert.match(await said("quandian-export-choices"), /正在载入/);
  await page.keyboard.press("Escape");
  await page.locator('[data-tab="glossary"]').click();
  assert.match(await said("quandian-glossary"), /正在载入/);
  page.release();
  await page.locator("quandian-glossary .entries").waitFor();
  assert.equal(await said("quandian-glossary"), "none");
});

test("a-link-without-a-text-leaves-the-sample-a-sample", async () => {
  const page = await site.open();
  await page.evaluate(() => (location.hash = "#hide=quantity&lang=zh"));
  await page.waitForFunction(() => document.querySelector('.switch[data-kind="quantity"]').getAttribute("aria-checked") === "false");
  assert.equal(await page.getByText("记住这篇", { exact: true }).count(), 0);
});

const SLOW = { held: "**/assets/share-*.js", serviceWorkers: "block" };
const hidden = (page) => page.waitForFunction(() => document.querySelector('.switch[data-kind="quantity"]')?.getAttribute("aria-checked") === "false");

test("a-link-without-a-text-takes-nothing-back: what was pasted while it opened stays, and so does its way back", async () => {
  const page = await site.open(SLOW);
  await paste(page, "全市有21个村。");
  await page.evaluate(() => (location.hash = "#hide=quantity"));
  await paste(page, "全市有22个村。");
  page.release();
  await hidden(page);
  assert.equal(await source(page), "全市有22个村。");
  await page.locator(".over").getByText("撤销", { exact: true }).click();
  assert.equal(await source(page), "全市有21个村。");
});

test("who-pastes-before-a-link-without-a-text-is-open-keeps-what-was-pasted", async () => {
  const page = await site.open({ ...SLOW, marked: false, hash: "#hide=quantity" });
  await paste(page, "全市有23个村。");
  page.release();
  await hidden(page);
  assert.equal(await source(page), "全市有23个村。");
});

test("what-a-text-of-a-link-takes-the-place-of-can-be-had-back", async () => {
  const page = await site.open({ ...SLOW, marked: false, hash: await carrying("另有7个村。") });
  await paste(page, "全市有24个村。");
  page.release();
  await marked(page, "7个");
  assert.match(await page.locator(".over").innerText(), /链接里带来/);
  await page.locator(".over").getByText("撤销", { exact: true }).click();
  assert.equal(await source(page), "全市有24个村。");
});
