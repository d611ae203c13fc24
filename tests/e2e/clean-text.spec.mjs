// Whatever is marked, the text is the text: for the browser's own search, for the clipboard, on paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, paste, withBrowser } from "./browser.mjs";

const site = withBrowser();
const REPORT = "山乡教育\n一、办学\n全县办“三进”课堂86个，学生由1200名增加到1530名。\n学在前、做在前、想在前。2024年以来，投入2.6亿元，做到“两个维护”。";

async function annotated(text = REPORT, options = {}) {
  const page = await site.open(options);
  await paste(page, text);
  await marked(page, "2.6亿元");
  return page;
}

const finds = (page, wanted) => page.evaluate((wanted) => {
  getSelection().removeAllRanges();
  return window.find(wanted) && getSelection().anchorNode.parentElement.closest(".sheet") !== null;
}, wanted);

for (const words of [false, true]) {
  test(`the-browser-finds-what-marks-lie-over: ${words ? "with" : "without"} word boundaries`, async () => {
    const page = await annotated();
    if (words) await page.locator(".switch .ticks").click();
    for (const wanted of ["“三进”课堂86个，学生", "由1200名增加到1530名", "投入2.6亿元，做到“两个维护”"]) assert.ok(await finds(page, wanted), wanted);
    assert.equal(await finds(page, "课堂87个"), false);
  });
}

test("the-browser-finds-what-lies-far-below", async () => {
  const page = await annotated(`${REPORT}\n${"村里修了3座桥，种了5亩茶。\n".repeat(3_000)}末了还有41眼井。`);
  assert.ok(await finds(page, "末了还有41眼井"));
});

for (const words of [false, true]) {
  test(`a-copied-sentence-is-clean: ${words ? "with" : "without"} word boundaries`, async () => {
    const page = await annotated();
    if (words) await page.locator(".switch .ticks").click();
    const copied = await page.evaluate(() => {
      const [, , third, fourth] = document.querySelectorAll(".sheet .block");
      getSelection().setBaseAndExtent(third, 0, fourth, fourth.childNodes.length);
      const clipboardData = new DataTransfer();
      third.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
      return [clipboardData.getData("text/plain"), clipboardData.getData("text/html")];
    });
    assert.equal(copied[0], REPORT.split("\n").slice(2).join("\n"));
    assert.doesNotMatch(copied[1], /<mark|class=/);
  });
}

test("on-paper-are-the-marks-the-legend-the-board-and-the-lists-and-nothing-to-click", async () => {
  const page = await annotated();
  await page.locator(".board .leading b").first().waitFor();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const part of [".legend .sign.formula", ".board .figure", ".board .changes", ".sheet mark.quantity", ".sheet mark.formula", ".print table"]) {
    assert.ok(await page.locator(part).first().isVisible(), part);
  }
  for (const part of [".masthead nav", ".over", ".help", ".bar", ".board .tools", ".board .more", "quandian-list", "quandian-rail svg", ".legend .plain", ".card"]) {
    assert.equal(await page.locator(part).filter({ visible: true }).count(), 0, part);
  }
  // In grey the kinds are told apart by their forms.
  const form = (selector) => page.locator(`.sheet ${selector}`).first().evaluate((mark) => {
    const { textDecorationLine, textDecorationStyle, textEmphasisStyle } = getComputedStyle(mark);
    return `${textDecorationLine} ${textDecorationStyle} ${textEmphasisStyle}`;
  });
  const forms = await Promise.all(["mark.quantity", "mark.date", "mark.formula"].map(form));
  assert.equal(new Set(forms).size, 3, forms.join("; "));
  assert.match((await page.pdf({ format: "A4" })).toString("latin1"), /^%PDF/);
});
