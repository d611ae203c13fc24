import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, source, withBrowser } from "./browser.mjs";

const site = withBrowser();

const give = (page, type, data) => page.evaluate(([type, data]) => {
  const transfer = new DataTransfer();
  for (const [format, text] of Object.entries(data)) transfer.setData(format, text);
  const init = { bubbles: true, cancelable: true };
  document.body.dispatchEvent(type === "paste" ? new ClipboardEvent(type, { ...init, clipboardData: transfer }) : new DragEvent(type, { ...init, dataTransfer: transfer }));
}, [type, data]);

test("rich-text-comes-as-clean-lines", async () => {
  const page = await site.open();
  await give(page, "paste", {
    "text/html": `<style>p{color:red}</style><h1>防汛 <b>简报</b></h1>\n<p>加固堤防<span> 26 </span>公里，<br>转移群众800人。</p><script>window.harm=1</script>
      <table><tr><td>水库</td><td>14座</td></tr><tr><td>泵站</td><td>9座</td></tr></table><img src=x onerror="window.harm=2">`,
  });
  await marked(page, "14座");
  assert.equal(await source(page), "防汛 简报\n加固堤防 26 公里，\n转移群众800人。\n水库\t14座\n泵站\t9座");
  assert.equal(await page.evaluate(() => window.harm), undefined);
});

test("a-row-of-a-table-is-a-line, whatever its cells are made of; a frame around a text is none", async () => {
  const page = await site.open();
  const long = "镇里说了许多话。".repeat(30);
  await give(page, "paste", {
    "text/html": `<table><tr><td><p>水库</p></td>\n<td><p>14座</p><p>在用</p></td></tr><tr><td><div>泵站<br>新建</div></td><td>9座</td></tr></table>
      <table><tr><td><p>左栏</p></td><td><p>${long}</p><p>共有23个村。</p></td></tr></table>`,
  });
  await marked(page, "23个");
  assert.equal(await source(page), `水库\t14座 在用\n泵站 新建\t9座\n左栏\n${long}\n共有23个村。`);
});

test("the-plain-form-wins-and-loses-what-cannot-be-seen", async () => {
  const page = await site.open();
  await give(page, "paste", { "text/plain": "第一行\v第二行\r\n共\u200b有1\ufeff2个\0村。\f末行", "text/html": "<p>别的</p>" });
  await marked(page, "12个");
  assert.equal(await source(page), "第一行\n第二行\r\n共有12个村。\n末行");
});

test("dropped-text-is-taken-and-can-be-taken-back", async () => {
  const page = await site.open();
  const before = await source(page);
  await give(page, "drop", { "text/plain": "共有15个村。" });
  await marked(page, "15个");
  await page.locator(".over button.link").first().click();
  await page.waitForFunction((before) => document.querySelector("quandian-text-view").source === before, before);
});

test("blanks-alone-are-no-text", async () => {
  const page = await site.open();
  const before = await source(page);
  await give(page, "paste", { "text/plain": " \n\t" });
  assert.equal(await source(page), before);
});

// As a PDF gives it: eighteen characters to a line, a comma taken along where it would have begun one.
const PRINTED = `　　河湾镇推行“三到田头”做法，
即农资送到田头、农技教到田头、贷款
办到田头，今春新增春灌面积2860亩。
　　二、守好粮仓。全镇改造老旧仓房
14座，培训保管员76人次，损耗率由去
年的0.8%降到0.5%。
`;

test("lines-that-a-page-broke-are-joined-when-the-reader-asks", async () => {
  const page = await site.open();
  await give(page, "paste", { "text/plain": PRINTED });
  await marked(page, "76人次");
  assert.equal(await source(page), PRINTED);
  await page.getByRole("button", { name: "接成整段" }).click();
  await page.waitForFunction((text) => document.querySelector("quandian-text-view").source !== text, PRINTED);
  assert.deepEqual((await source(page)).split("\n").map((line) => line.trim()), [
    "河湾镇推行“三到田头”做法，即农资送到田头、农技教到田头、贷款办到田头，今春新增春灌面积2860亩。",
    "二、守好粮仓。全镇改造老旧仓房14座，培训保管员76人次，损耗率由去年的0.8%降到0.5%。",
    "",
  ]);
  assert.match(await page.locator(".over").innerText(), /已接回 4 处断行/);
  await page.getByRole("button", { name: "撤销" }).click();
  await page.waitForFunction((text) => document.querySelector("quandian-text-view").source === text, PRINTED);
});

test("lines-that-end-where-they-please-are-left-alone", async () => {
  const page = await site.open();
  const table = ["青山 12 万元", "绿水 96 万元", "白云 8 万元", "红土 31 万元", "全乡合计 147 万元"].join("\n");
  for (const text of ["种树30亩\n修渠4公里\n办学2所\n通电16户\n全村共有52户。", table, "今年种树30亩，明年再种60亩，后年还要种上整整90亩才算完。\n".repeat(8)]) {
    await give(page, "paste", { "text/plain": text });
    await page.waitForFunction((text) => document.querySelector("quandian-text-view").source === text, text);
    assert.equal(await page.getByRole("button", { name: "接成整段" }).count(), 0, text);
  }
});
