import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, paste, shown, source, withBrowser } from "./browser.mjs";

const site = withBrowser();

async function empty() {
  const page = await site.open();
  await page.getByText("清空").click();
  await page.waitForSelector(".sheet[contenteditable]");
  return page;
}

test("typing-is-marked", async () => {
  const page = await empty();
  await page.keyboard.type("新建党支部12个");
  await marked(page, "12个");
  await page.keyboard.press("Enter");
  await page.keyboard.type("投入300万元");
  await marked(page, "300万元");
  assert.equal(await source(page), "新建党支部12个\n投入300万元");
  assert.equal(await shown(page), await source(page));
});

test("undo-and-redo", async () => {
  const page = await empty();
  await page.keyboard.type("甲乙");
  await page.keyboard.press("Enter");
  await page.keyboard.type("丙");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  assert.equal(await source(page), "甲乙");
  await page.keyboard.press("Control+y");
  assert.equal(await source(page), "甲乙\n");
});

test("deleting-joins-lines-and-keeps-emoji-whole", async () => {
  const page = await empty();
  await paste(page, "第一行😀\r\n第二行", ".sheet");
  await page.getByText("修改").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.press("Delete");
  assert.equal(await source(page), "第一行😀第二行");
  await page.keyboard.press("Backspace");
  assert.equal(await source(page), "第一行第二行");
  assert.equal(await shown(page), await source(page));
});

test("a-composition-is-left-alone", async () => {
  const page = await empty();
  await page.keyboard.type("共有5个");
  await marked(page, "5个");
  const client = await page.context().newCDPSession(page);
  for (const text of ["d", "da", "dang"]) await client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  assert.match(await shown(page), /共有5个dang/);
  await page.waitForTimeout(500);
  assert.match(await shown(page), /共有5个dang/);
  await client.send("Input.insertText", { text: "党支部" });
  await page.waitForFunction(() => document.querySelector("quandian-text-view").source === "共有5个党支部");
  assert.equal(await shown(page), "共有5个党支部");
  await page.keyboard.type("，又6个");
  await marked(page, "6个");
  assert.equal(await source(page), "共有5个党支部，又6个");
});

test("untouched-lines-keep-their-marks", async () => {
  const page = await empty();
  await paste(page, "甲村12户。\n乙村13户。\n丙村14户。");
  await marked(page, "14户");
  await page.evaluate(() => {
    document.querySelectorAll(".sheet mark").forEach((mark) => (mark.kept = true));
  });
  await page.getByText("修改").click();
  await page.waitForSelector(".sheet[contenteditable]");
  await page.keyboard.press("Control+Home");
  await page.evaluate(() => document.querySelectorAll(".sheet mark").forEach((mark) => (mark.kept = true)));
  await page.keyboard.type("今年");
  await page.waitForTimeout(500);
  const kept = await page.locator(".sheet mark").evaluateAll((marks) => marks.map((mark) => mark.kept === true));
  assert.equal(kept.length, 3);
  assert.deepEqual(kept.slice(1), [true, true]);
});

test("copying-gives-the-source", async () => {
  const page = await empty();
  await paste(page, "甲村12户。\r\n乙村13户。");
  await marked(page, "13户");
  const copied = await page.evaluate(() => {
    getSelection().selectAllChildren(document.querySelector(".sheet"));
    const clipboardData = new DataTransfer();
    document.querySelector(".sheet").dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData("text/plain");
  });
  assert.equal(copied, "甲村12户。\r\n乙村13户。");
});

test("many-lines-pasted-between-lines-stand-in-order", async () => {
  const page = await empty();
  const old = Array.from({ length: 130 }, (_, i) => `旧文第${i}行，共${i + 1}个村。`).join("\n");
  await paste(page, old);
  await marked(page, "1个");
  await page.getByText("修改", { exact: true }).click();
  await page.waitForSelector(".sheet[contenteditable]");
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < 5; i += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  const added = Array.from({ length: 200 }, (_, i) => `新文第${i}行，投入${i + 1}万元。\n`).join("");
  await page.evaluate((data) => {
    const event = new InputEvent("beforeinput", { inputType: "insertFromPaste", data, bubbles: true, cancelable: true });
    document.querySelector(".sheet").dispatchEvent(event);
  }, added);
  await marked(page, "200万元");
  const lines = old.split("\n");
  assert.equal(await source(page), `${lines.slice(0, 5).join("\n")}\n${added}${lines.slice(5).join("\n")}`);
  assert.equal(await shown(page), await source(page));
  for (let i = 0; i < 110; i += 1) await page.keyboard.press("Enter");
  assert.equal((await source(page)).split("\n").length, 440);
  assert.equal(await shown(page), await source(page));
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  assert.equal(await source(page), "");
  await page.keyboard.press("Control+z");
  assert.equal((await source(page)).split("\n").length, 440);
  assert.equal(await shown(page), await source(page));
});
