// Long texts do what short ones do. How quickly is printed by `npm run bench:page`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, paste, source, withBrowser } from "./browser.mjs";

const site = withBrowser();
const LINE = "2025年全市新建村级服务站1268个，累计投入4.35亿元，服务群众超过27.6万人次，满意度提高3.2个百分点，各地认真落实“一岗双责”，推行“六个一”办法。\n";

const textOf = (length, last) => `${LINE.repeat(Math.ceil(length / LINE.length)).slice(0, length)}\n${last}`;

test("a-million-characters-are-marked-from-the-first-to-the-last", async () => {
  const page = await site.open();
  await paste(page, `3002个村。${textOf(1_000_000, "全县还有77座水库。")}`);
  await marked(page, "3002个");
  await page.waitForFunction(() => Number(document.querySelector('[data-tab="numbers"] .count').textContent) > 50_000);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await marked(page, "77座");
  // Only what is near the window has marks of its own in the document.
  assert.ok(await page.locator(".sheet mark").count() < 5_000);
});

for (const [name, text] of [["lines", textOf(100_000, "完。")], ["one line", textOf(100_000, "完。").replaceAll("\n", "")]]) {
  test(`typing-into-100000-characters-is-marked: ${name}`, async () => {
    const page = await site.open();
    await paste(page, `77个。${text}`);
    await marked(page, "77个");
    await page.getByText("修改", { exact: true }).click();
    await page.waitForSelector(".sheet[contenteditable]");
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("开头我们新建了88个党支部，投入9万元", { delay: 20 });
    await marked(page, "88个");
    assert.match(await source(page), /^开头我们新建了88个党支部，投入9万元77个。/);
  });
}
