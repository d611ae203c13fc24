import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, source, withBrowser } from "./browser.mjs";

const site = withBrowser();
const give = (page, name, buffer) => page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/plain", buffer });

test("gb18030-file", async () => {
  const page = await site.open();
  // 共有12个村。
  await give(page, "gb.txt", Buffer.from([0xb9, 0xb2, 0xd3, 0xd0, 0x31, 0x32, 0xb8, 0xf6, 0xb4, 0xe5, 0xa1, 0xa3]));
  await marked(page, "12个");
  assert.equal(await source(page), "共有12个村。");
  assert.match(await page.locator(".over").innerText(), /GB18030/);
});

test("utf-8-and-utf-16-files", async () => {
  const page = await site.open();
  await give(page, "a.txt", Buffer.from("\ufeff共有34个村。"));
  await marked(page, "34个");
  assert.equal(await source(page), "共有34个村。");
  await give(page, "b.txt", Buffer.from("\ufeff共有56个村。", "utf16le"));
  await marked(page, "56个");
  assert.equal(await source(page), "共有56个村。");
});

test("another-encoding-at-a-click", async () => {
  const page = await site.open();
  await give(page, "a.txt", Buffer.from("共有34个村。"));
  await marked(page, "34个");
  await page.locator(".over .link").click();
  assert.notEqual(await source(page), "共有34个村。");
  await page.locator(".over .link").click();
  assert.equal(await source(page), "共有34个村。");
});

test("a-file-that-is-no-text-is-refused", async () => {
  const page = await site.open();
  const before = await source(page);
  await give(page, "报告.docx", Buffer.from("PK\u0003\u0004"));
  await page.waitForSelector(".alarm");
  assert.match(await page.locator(".over").innerText(), /另存为 \.txt/);
  await give(page, "empty.txt", Buffer.alloc(0));
  await page.waitForFunction(() => document.querySelector(".over").textContent.includes("没有文字"));
  assert.equal(await source(page), before);
});

test("a-text-over-the-limit-is-refused", async () => {
  const page = await site.open();
  await give(page, "long.txt", Buffer.alloc(10_000_001, "a"));
  await page.waitForFunction(() => document.querySelector(".over").textContent.includes("太长"));
});
