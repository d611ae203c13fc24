import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { marked, paste, turnEnglish, withBrowser } from "./browser.mjs";

const site = withBrowser();
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const REPORT = "山乡教育\n一、办学\n全县办“三进”课堂86个，学生由1200名增加到1530名。\n学在前、做在前、想在前。2024年以来，投入2.6亿元，做到“两个维护”。";

/** What axe finds fault with, and the first element of each. */
async function faults(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`);
}

async function annotated(options) {
  const page = await site.open(options);
  await paste(page, REPORT);
  await marked(page, "2.6亿元");
  return page;
}

const STATES = {
  "sample": (options) => site.open(options),
  "empty": async (options) => {
    const page = await site.open(options);
    await page.getByText("清空").click();
    await page.waitForSelector(".sheet[contenteditable]");
    return page;
  },
  "annotated": annotated,
  "card-open": async (options) => {
    const page = await annotated(options);
    await page.locator("mark.quantity").first().focus();
    await page.waitForSelector(".card");
    return page;
  },
  "words-shown": async (options) => {
    const page = await annotated(options);
    if (await page.locator(".switch .ticks").count()) await page.locator(".switch .ticks").click();
    return page;
  },
  "export-open": async (options) => {
    const page = await annotated(options);
    await page.locator('[popovertarget="export"]').click();
    await page.waitForSelector("[data-format]");
    return page;
  },
  "privacy-open": async (options) => {
    const page = await annotated(options);
    await page.locator('[popovertarget="privacy"]').click();
    return page;
  },
  "file-read": async (options) => {
    const page = await annotated(options);
    await page.locator('input[type="file"]').setInputFiles({ name: "甲.txt", mimeType: "text/plain", buffer: Buffer.from("共有31个村。") });
    await marked(page, "31个");
    return page;
  },
};
const LOOKS = {
  "light": {},
  "dark": { colorScheme: "dark" },
  "forced-colours": { forcedColors: "active" },
  "zoomed-to-200": { viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 },
  "phone": { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
};

for (const [look, options] of Object.entries(LOOKS)) {
  for (const [state, reached] of Object.entries(STATES)) {
    // The legend of a phone stands in a sheet.
    if (state === "words-shown" && (look === "phone" || look === "zoomed-to-200")) continue;
    test(`axe-has-nothing-to-say: ${state}, ${look}`, async () => {
      const page = await reached(options);
      assert.deepEqual(await faults(page), []);
      await page.context().close();
    });
  }
}

test("english-has-no-faults-either", async () => {
  const page = await annotated({});
  await turnEnglish(page);
  assert.deepEqual(await faults(page), []);
});

test("everything-is-reached-by-tab", async () => {
  const page = await annotated({});
  await page.evaluate(() => document.activeElement?.blur());
  const reached = new Set();
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement?.closest("quandian-masthead, quandian-privacy, quandian-board, quandian-legend, quandian-list, quandian-text-view")?.localName));
  }
  for (const part of ["masthead", "privacy", "text-view", "legend", "list"]) assert.ok(reached.has(`quandian-${part}`), part);
});

test("the-choice-of-language-and-light-is-called-so", async () => {
  const page = await site.open();
  await page.getByRole("navigation", { name: "语言和深浅" }).getByText("English", { exact: true }).waitFor();
  await turnEnglish(page);
  await page.getByRole("navigation", { name: "Language and theme" }).getByText("中文", { exact: true }).waitFor();
});

test("nothing-is-wider-than-the-window", async () => {
  for (const width of [320, 360, 768, 1024, 1440, 3840]) {
    const page = await annotated({ viewport: { width, height: 800 } });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    await page.context().close();
  }
});
