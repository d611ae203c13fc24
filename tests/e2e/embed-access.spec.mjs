import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { html, withSites } from "./foreign-site.mjs";

const sites = withSites();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STORY = `<main><h1>夜校办到家门口</h1><article id="story"><p>新建36所夜校，近2500名学员，占98.6%，推行“三统一”：统一教材、统一课时、统一考核。</p>
  <p>从2021年的15天缩短到2024年的4天，开展“护学暖橙”志愿行动，做到“两个维护”，花费3.5万元。</p></article></main>`;
const DARK = "<style>html { background: #111; color: #ddd }</style>";

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(" | ")}`);
}

const element = (attributes) => `<main><h1>夜校办到家门口</h1><quandian-text ${attributes}>${STORY.replace(/<\/?main>|<h1>.*<\/h1>/g, "")}</quandian-text></main><script src="/dist/embed.iife.js"></script>`;

const STATES = {
  light: {},
  dark: { head: DARK },
  "dark by the system": { head: "<style>:root { color-scheme: light dark; background: Canvas; color: CanvasText }</style>", colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "zoomed to 200 %": { viewport: { width: 500, height: 400 }, deviceScaleFactor: 2 },
  phone: { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
  "in English": { language: "en" },
};

for (const [name, { head = "", language = "zh", ...options }] of Object.entries(STATES)) {
  for (const attributes of [`legend panel="side"`, `legend panel="below" mode="mark"`, ""]) {
    test(`axe: ${name}, ${attributes || "no panel"}`, async () => {
      const page = await sites.open(html(element(`${attributes} language="${language}"`), head), options);
      await page.waitForFunction(() => document.querySelector("quandian-text")?.annotation);
      assert.deepEqual(await violations(page), []);
      await page.evaluate(() => {
        const element = document.querySelector("quandian-text");
        element.shadowRoot.querySelector("summary")?.focus();
        element.shadowRoot.querySelector("summary")?.click();
        element.annotation.toggle("percent");
      });
      assert.deepEqual(await violations(page), [], "list open, a kind switched off");
      await page.evaluate(() => document.querySelector("quandian-text").annotation.focus(1));
      await page.locator("quandian-text >> [part=card]").waitFor();
      assert.deepEqual(await violations(page), [], "card open");
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "nothing to scroll sideways");
      await page.context().close();
    });
  }
}

test("axe: annotate alone", async () => {
  for (const mode of ["highlight", "mark"]) {
    const page = await sites.open(html(STORY));
    await page.evaluate((mode) => import("/dist/dom.js").then(async ({ annotate }) => { globalThis.handle = await annotate("#story", { mode }); }), mode);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("F8");
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  }
});

test("marks-are-heard", async () => {
  const page = await sites.open(html(STORY));
  await page.evaluate(() => import("/dist/dom.js").then(async ({ annotate }) => { globalThis.handle = await annotate("#story", { mode: "mark" }); }));
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const marks = nodes.filter(({ role }) => role?.value === "mark");
  assert.ok(marks.length >= 9, `${marks.length}`);
  assert.ok(marks.some(({ description }) => description?.value === "少于 2500 名"));
});

test("every-mark-is-in-the-list-in-order", async () => {
  const page = await sites.open(html(element(`panel="side"`)));
  await page.waitForFunction(() => document.querySelector("quandian-text")?.annotation);
  const marks = await page.evaluate(() => document.querySelector("quandian-text").annotation.marks.map(({ mention }) => mention.text));
  assert.ok(marks.length >= 9);
  assert.deepEqual(await page.locator("quandian-text >> .go").allInnerTexts(), marks);
  for (const at of marks.keys()) {
    await page.keyboard.press(at === 0 ? "Tab" : "ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.querySelector("quandian-text").annotation.selected), at);
    await page.keyboard.press("Escape");
  }
});

test("touch", async () => {
  const page = await sites.open(html(element(`legend panel="below"`)), { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  await page.waitForFunction(() => document.querySelector("quandian-text")?.annotation);
  const [x, y] = await page.evaluate(() => {
    const { annotation } = document.querySelector("quandian-text");
    const { x, y, width, height } = annotation.rangeOf(annotation.marks[0]).getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  });
  await page.touchscreen.tap(x, y);
  const card = page.locator("quandian-text >> [part=card]");
  await card.waitFor();
  const box = await card.boundingBox();
  assert.deepEqual([box.x, box.width, Math.round(box.y + box.height)], [0, 360, 640], "a sheet at the foot of the window");
  await card.getByText("关闭").tap();
  await card.waitFor({ state: "hidden" });
});

test("print", async () => {
  const page = await sites.open(html(element(`legend panel="side"`)));
  await page.waitForFunction(() => document.querySelector("quandian-text")?.annotation);
  await page.evaluate(() => document.querySelector("quandian-text").annotation.next());
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("quandian-text >> [part=card]").isVisible(), false);
  assert.equal(await page.locator("quandian-text >> [part=table]").isVisible(), true);
  assert.equal(await page.getByText("F8").isVisible(), false, "no keys on paper");
  assert.equal(await page.locator("quandian-text >> .scroll").evaluate((list) => getComputedStyle(list).maxHeight), "none", "and all of the list");
});
