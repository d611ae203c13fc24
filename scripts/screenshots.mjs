// The pictures of the READMEs, taken from the built page with its own sample. Run by hand when the look changes; needs Chromium, and
// the founts a reader of Chinese has.
import { mkdirSync, writeFileSync } from "node:fs";
import { launch } from "../tests/e2e/browser.mjs";
import { serve } from "../tests/e2e/serve.mjs";
import { smaller } from "./png.mjs";
import { root } from "./run.mjs";

const WIDE = { viewport: { width: 1360, height: 860 }, deviceScaleFactor: 1.5 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
/** A4 between its margins, at 96 dots an inch; the margins are a style from outside, which the page forbids itself. */
const PAPER = { viewport: { width: 794, height: 1123 }, deviceScaleFactor: 1.5, bypassCSP: true };

const PICTURES = {
  wide: [WIDE, async (page) => {
    await page.locator("mark.quantity", { hasText: "2800余场次" }).click();
    await page.locator(".card").waitFor();
  }],
  dark: [{ ...WIDE, colorScheme: "dark" }, async (page) => {
    await page.locator('[data-tab="glossary"]').click();
    await page.getByText("二、抓基层促堡垒坚强").scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 420);
  }],
  board: [{ ...WIDE, viewport: { width: 1360, height: 1240 } }, async (page) => {
    await page.locator(".fold").click();
    await page.locator(".spread .figures").first().waitFor();
  }],
  phone: [PHONE, async (page) => {
    await page.locator("mark.percent", { hasText: "37%" }).tap();
    await page.locator(".card").waitFor();
  }],
  print: [PAPER, async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.addStyleTag({ content: "body { padding: 0 16mm 0 12mm } html { background: white }" });
    // Where the board ends and the text begins.
    await page.evaluate(() => scrollTo(0, document.querySelector(".board .changes").getBoundingClientRect().top - 40));
  }],
};

const wanted = process.argv.slice(2);
const site = await serve("");
const browser = await launch();
mkdirSync(`${root}/docs/images`, { recursive: true });
for (const [name, [options, arrange]] of Object.entries(PICTURES).filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  const page = await context.newPage();
  await page.goto(site.address);
  await page.waitForFunction(() => document.querySelector(".sheet mark") !== null && document.querySelector(".board .leading b") !== null);
  await arrange(page);
  await page.waitForTimeout(600);
  const picture = smaller(await page.screenshot());
  writeFileSync(`${root}/docs/images/${name}.png`, picture);
  console.log(`docs/images/${name}.png ${Math.round(picture.length / 1000)} KB`);
  await context.close();
}
await browser.close();
await site.stop();
