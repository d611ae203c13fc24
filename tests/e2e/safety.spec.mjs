import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { marked, paste, shown, source, turnEnglish, withBrowser } from "./browser.mjs";
import { POLICY } from "./serve.mjs";

/** The scripts of the page, by their addresses. */
const SCRIPTS = new Set(readdirSync(new URL("../../www/dist/assets/", import.meta.url)).filter((name) => name.endsWith(".js")).map((name) => `assets/${name}`));

describe("with the policy of the specification", () => {
  const site = withBrowser();

  test("hostile-markup-is-inert", async () => {
    const page = await site.open();
    const hostile = '<img src=x onerror="window.harm=1">有7个<script>window.harm=2</script><mark onclick=1>“五个</mark>一”';
    await paste(page, hostile);
    await marked(page, "7个");
    assert.equal(await source(page), hostile);
    assert.equal(await shown(page), hostile);
    assert.equal(await page.evaluate(() => window.harm), undefined);
    assert.equal(await page.locator(".sheet img, .sheet script").count(), 0);
    await page.locator("mark.quantity").first().focus();
    await page.locator(".card").waitFor();
    assert.deepEqual(page.complaints, []);
  });

  test("request-log-stays-empty", async () => {
    const page = await site.open();
    await page.waitForLoadState("networkidle");
    page.requests.length = 0;
    for (const count of [21, 22, 23]) {
      await paste(page, `全市有${count}个村，“两个维护”。`);
      await marked(page, `${count}个`);
    }
    await page.locator("mark").first().focus();
    await page.locator('[data-tab="slogans"]').click();
    await turnEnglish(page);
    await page.context().setOffline(true);
    await paste(page, "全市有24个村。");
    await marked(page, "24个");
    // A part of the page that comes when it is asked for is a file of its own, by a bare address.
    assert.deepEqual(page.requests.filter((url) => !SCRIPTS.has(url.replace(site.site.address, ""))), []);
    assert.deepEqual(page.complaints, []);
  });
});

describe("where the policy forbids wasm", () => {
  const site = withBrowser(POLICY.replace(" 'wasm-unsafe-eval'", ""));

  test("wasm-blocked-shows-plain-text", async () => {
    const page = await site.open({ marked: false });
    await page.waitForSelector(".alarm");
    assert.match(await page.locator(".over").innerText(), /管理员.*wasm-unsafe-eval/);
    assert.match(await shown(page), /临江市/);
    await paste(page, "照样能读，有3个村。");
    assert.equal(await shown(page), "照样能读，有3个村。");
  });
});
