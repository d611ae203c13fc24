import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, paste, source, withBrowser } from "./browser.mjs";

const site = withBrowser();
const reload = async (page) => {
  await page.reload();
  await page.waitForSelector(".sheet mark");
};
const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

test("nothing-is-kept-unless-asked", async () => {
  const page = await site.open();
  const sample = await source(page);
  await paste(page, "共有13个村。");
  await marked(page, "13个");
  assert.equal(await stored(page), "{}");
  await reload(page);
  assert.equal(await source(page), sample);
});

test("a-kept-text-comes-back-with-its-edits-and-is-forgotten", async () => {
  const page = await site.open();
  await paste(page, "共有13个村。");
  await marked(page, "13个");
  await page.getByText("记住这篇", { exact: true }).click();
  await page.getByText("已记住这篇").waitFor();
  await page.getByText("修改", { exact: true }).click();
  await page.waitForSelector(".sheet[contenteditable]");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("又添4户。");
  await marked(page, "4户");
  await reload(page);
  assert.equal(await source(page), "共有13个村。又添4户。");
  await page.getByText("忘掉", { exact: true }).click();
  assert.match(await page.locator(".over").innerText(), /不再存有/);
  assert.equal(await stored(page), "{}");
});

test("another-text-does-not-take-the-place-of-the-kept-one", async () => {
  const page = await site.open();
  await paste(page, "共有13个村。");
  await marked(page, "13个");
  await page.getByText("记住这篇", { exact: true }).click();
  await paste(page, "共有14个村。");
  await marked(page, "14个");
  assert.match(await page.locator(".privacy").innerText(), /忘掉记住的那篇/);
  await reload(page);
  assert.equal(await source(page), "共有13个村。");
});

test("what-one-window-forgets-no-other-brings-back", async () => {
  const page = await site.open();
  await paste(page, "共有13个村。");
  await marked(page, "13个");
  await page.getByText("记住这篇", { exact: true }).click();
  const other = await page.context().newPage();
  await other.goto(site.site.address);
  await marked(other, "13个");
  await other.getByText("忘掉", { exact: true }).click();
  await page.getByText("已记住这篇").waitFor({ state: "detached" });
  await page.goto("about:blank");
  assert.equal(await stored(other), "{}");
});
