import assert from "node:assert/strict";
import { test } from "node:test";
import { docx, paragraph, run } from "../js/docx-builder.mjs";
import { big5, gb18030 } from "../js/encoders.mjs";
import { marked, paste, source, turnEnglish, withBrowser } from "./browser.mjs";

const site = withBrowser();
const give = (page, name, buffer) => page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(buffer) });
const over = (page, text) => page.waitForFunction((text) => document.querySelector(".over").textContent.includes(text), text);
/** 共有12个村。 */
const GB18030 = [0xb9, 0xb2, 0xd3, 0xd0, 0x31, 0x32, 0xb8, 0xf6, 0xb4, 0xe5, 0xa1, 0xa3];

test("gb18030-file", async () => {
  const page = await site.open();
  await give(page, "gb.txt", GB18030);
  await marked(page, "12个");
  assert.equal(await source(page), "共有12个村。");
  assert.equal(await page.locator(".over select").inputValue(), "gb18030");
});

test("utf-8-and-utf-16-files", async () => {
  const page = await site.open();
  await give(page, "a.txt", "\ufeff共有34个村。");
  await marked(page, "34个");
  assert.equal(await source(page), "共有34个村。");
  await give(page, "b.txt", Buffer.from("\ufeff共有56个村。", "utf16le"));
  await marked(page, "56个");
  assert.equal(await source(page), "共有56个村。");
});

test("another-encoding-from-the-list", async () => {
  const page = await site.open();
  await give(page, "gb.txt", GB18030);
  await marked(page, "12个");
  await page.locator(".over select").selectOption("big5");
  await page.waitForFunction(() => !document.querySelector("quandian-text-view").source.includes("12个"));
  assert.equal(await page.locator(".over select").inputValue(), "big5");
  await page.locator(".over select").selectOption("gb18030");
  await marked(page, "12个");
});

test("an-encoding-that-does-not-fit-is-said", async () => {
  const page = await site.open();
  await give(page, "gb.txt", GB18030);
  await marked(page, "12个");
  await page.locator(".over select").selectOption("utf-8");
  await over(page, "编码");
  assert.equal(await source(page), "共有12个村。");
});

test("big5-is-told-from-gb18030", async () => {
  const page = await site.open();
  await give(page, "稿.txt", big5("本鄉共有七個村，水圳長二十三公里。"));
  await marked(page, "七個");
  assert.equal(await source(page), "本鄉共有七個村，水圳長二十三公里。");
  assert.equal(await page.locator(".over select").inputValue(), "big5");
});

test("a-web-page-is-read-as-it-is-shown", async () => {
  const page = await site.open();
  const markup = `<!DOCTYPE html>\n<html><head><title>题</title><style>p{}</style><script>window.harm=1</script></head><body><h1>水渠</h1><p>全乡新修\n水渠<b>7</b>公里。</p><img src=x onerror="window.harm=2"></body></html>`;
  await give(page, "网页.htm", gb18030(markup));
  await marked(page, "7公里");
  assert.equal(await source(page), "水渠\n全乡新修 水渠7公里。");
  assert.equal(await page.evaluate(() => window.harm), undefined);
});

test("a-word-document", async () => {
  const page = await site.open();
  await give(page, "报告.docx", docx(paragraph("全县新修水渠68公里。") + paragraph("又建蓄水池9座。")));
  await marked(page, "68公里");
  assert.equal(await source(page), "全县新修水渠68公里。\n又建蓄水池9座。");
  assert.match(await page.locator(".over").innerText(), /报告\.docx，已读入/);
});

test("tracked-changes-either-way", async () => {
  const page = await site.open();
  const body = paragraph(`${run("建成")}<w:del w:id="1" w:author="a"><w:r><w:delText>5座</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run("8座")}</w:ins>${run("泵站。")}`);
  await give(page, "修订稿.docx", docx(body));
  await marked(page, "8座");
  assert.match(await page.locator(".over").innerText(), /2 处修订，已按全部接受读入/);
  await page.locator(".over button.link").first().click();
  await marked(page, "5座");
  assert.equal(await source(page), "建成5座泵站。");
  await page.locator(".over button.link").first().click();
  await marked(page, "8座");
});

for (const [name, bytes, said] of [
  ["旧文.doc", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], "另存为 .docx"],
  ["旧文.wps", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], "另存为 .docx"],
  ["版式.pdf", "%PDF-1.7\n", "复制文字粘贴"],
  ["图.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], "图片"],
  ["坏了.docx", "PK\u0003\u0004", "损坏"],
  ["空.txt", "", "文件是空的"],
  ["空行.txt", " \r\n\t\n", "文件是空的"],
]) {
  test(`refused-with-a-plain-word: ${name}`, async () => {
    const page = await site.open();
    const before = await source(page);
    await give(page, name, bytes);
    await over(page, said);
    assert.equal(await source(page), before);
    assert.ok(await page.locator(".over .alarm").isVisible());
    await turnEnglish(page);
    assert.doesNotMatch((await page.locator(".over").innerText()).replace(name, ""), /\p{Script=Han}/u);
  });
}

for (const [name, size, said] of [["长.txt", 10_000_001, "太长"], ["大.txt", 50_000_001, "超过 50 MB"]]) {
  test(`refused-by-its-size: ${name}`, async () => {
    const page = await site.open();
    const before = await source(page);
    await page.evaluate(([name, size]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(size).fill(97)], name));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, [name, size]);
    await over(page, said);
    assert.equal(await source(page), before);
  });
}

test("a-hostile-name-is-shown-and-does-nothing", async () => {
  const page = await site.open();
  await give(page, `<img src=x onerror=window.harm=1>\u202Etxt.${"长".repeat(120)}.txt`, "共有12个村。");
  await marked(page, "12个");
  const said = await page.locator(".over bdi").innerText();
  assert.ok(said.startsWith("<img src=x") && said.endsWith("长.txt") && said.length < 60, said);
  assert.ok(!said.includes("\u202E"));
  assert.equal(await page.evaluate(() => window.harm), undefined);
  assert.equal(await page.locator(".over img").count(), 0);
});

test("markup-in-a-word-document-is-text", async () => {
  const page = await site.open();
  const hostile = '<img src=x onerror="window.harm=1">共有14个村<script>window.harm=2</script>';
  await give(page, "甲.docx", docx(paragraph(run(hostile))));
  await marked(page, "14个");
  assert.equal(await source(page), hostile);
  assert.equal(await page.locator(".sheet img, .sheet script").count(), 0);
  assert.equal(await page.evaluate(() => window.harm), undefined);
});

test("an-encoding-that-does-not-fit-leaves-the-choice", async () => {
  const page = await site.open();
  await give(page, "gb.txt", GB18030);
  await marked(page, "12个");
  await page.locator(".over select").selectOption("utf-8");
  await page.locator(".over .alarm").waitFor();
  assert.equal(await page.locator(".over select").inputValue(), "utf-8");
  await page.locator(".over select").selectOption("gb18030");
  await over(page, "读入");
  assert.equal(await source(page), "共有12个村。");
});

test("a-file-over-ones-own-text-can-be-taken-back-however-it-was-read", async () => {
  const page = await site.open();
  await paste(page, "原有9个村。");
  await marked(page, "9个");
  await give(page, "gb.txt", GB18030);
  await marked(page, "12个");
  await page.locator(".over select").selectOption("big5");
  await page.waitForFunction(() => !document.querySelector("quandian-text-view").source.includes("12个"));
  await page.locator(".over").getByText("撤销", { exact: true }).click();
  await marked(page, "9个");
  assert.equal(await source(page), "原有9个村。");
});

test("a-file-can-lie-beside-ones-own-text", async () => {
  const page = await site.open();
  await paste(page, "原有9个村。");
  await marked(page, "9个");
  await give(page, "gb.txt", GB18030);
  await marked(page, "12个");
  await page.locator(".over").getByText("两篇都留", { exact: true }).click();
  await page.waitForSelector(".texts");
  assert.deepEqual(await page.locator(".text-tab:not(.compare)").allInnerTexts(), ["原有9个村。", "共有12个村。"]);
  assert.equal(await page.locator(".over select").inputValue(), "gb18030");
});

test("a-sample-over-ones-own-text-can-be-taken-back", async () => {
  const page = await site.open();
  await paste(page, "原有9个村。");
  await marked(page, "9个");
  await page.getByLabel("样例 2").click();
  await marked(page, "23.4亿元");
  await page.locator(".over").getByText("撤销", { exact: true }).click();
  await marked(page, "9个");
});
