// What a reader waits for in the built page, in Chromium: a paste until it is marked, scrolling through it, typing into it.
// Printed beside what is wanted, judged by nobody: the machine has other work too.
import { launch, paste } from "../tests/e2e/browser.mjs";
import { serve } from "../tests/e2e/serve.mjs";
import { prose } from "./corpus.mjs";
import { median } from "./measure.mjs";

const ROUNDS = 5;
/** Bytes of UTF-8 that give about so many characters of such prose. */
const BYTES_A_CHARACTER = 2.8;

const site = await serve("");
const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" })).newPage();
await page.goto(site.address);
await page.waitForSelector(".sheet mark");
await page.evaluate(() => {
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ["longtask"] });
});

await pasted(5_000, 0);
// 357,000 characters are a megabyte.
for (const [length, wanted] of [[5_000, 100], [100_000, 150], [357_000, 500], [1_000_000, 500]]) {
  const rounds = [];
  for (let round = 1; round <= ROUNDS; round += 1) rounds.push(await pasted(length, round));
  say(`${length} characters pasted, window marked`, median(rounds.map(([window]) => window)), "");
  say(`${length} characters pasted, whole text marked`, median(rounds.map(([, whole]) => whole)), wanted);
  say("  longest task meanwhile", median(rounds.map(([, , task]) => task)), "");
}

say("1000000 characters, scrolled through: longest task", await longestTask(scrollThrough), 100);
say("1000000 characters, ten leaps: longest task", await longestTask(leap), 100);

for (const [name, breaks] of [["in lines", "\n"], ["in one line", ""]]) {
  await paste(page, `开头有77个。${prose(100_000 * BYTES_A_CHARACTER, { breaks })}`);
  await whole("77个");
  await page.getByText("修改", { exact: true }).click();
  await page.waitForSelector(".sheet[contenteditable]");
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("先写几字");
  await page.waitForTimeout(1_500);
  const task = await longestTask(() => page.keyboard.type("县里新建了88个党支部，投入9万元，又推行“三查”。", { delay: 60 }));
  say(`100000 characters ${name}, typed into: longest task`, task, 50);
  await page.getByText("读", { exact: true }).click();
}
await browser.close();
await site.stop();

/** Milliseconds to the second frame after the first marks stand there and after all do, and the longest task. */
async function pasted(length, round) {
  const first = `${3001 + round + length}个`;
  const text = `${first}。${prose(length * BYTES_A_CHARACTER).slice(0, length)}`;
  // The text is handed over beforehand: that is no work of the page.
  await page.evaluate((text) => (window.text = text), text);
  let times = [];
  const task = await longestTask(async () => {
    times = await page.evaluate((first) => new Promise((resolve) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", window.text);
      const start = performance.now();
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      const frames = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => performance.now() - start);
      let seen = null;
      const look = () => {
        if (document.querySelector(".sheet mark")?.textContent === first) seen ??= frames();
        // The list is filled once the whole text was read.
        if (seen !== null && document.querySelector("quandian-list .row") !== null) resolve(Promise.all([seen, frames()]));
        else setTimeout(look, 1);
      };
      setTimeout(look, 1);
    }), first);
  });
  return [...times, task];
}

function whole(first) {
  return page.waitForFunction((first) => document.querySelector(".sheet mark")?.textContent === first && document.querySelector("quandian-list .row") !== null, first);
}

/** As a wheel does it, a window and a half at a time from top to bottom of what a reader would have the patience for. */
async function scrollThrough() {
  await page.mouse.move(500, 500);
  for (let i = 0; i < 120; i += 1) {
    await page.mouse.wheel(0, 1_350);
    await page.waitForTimeout(30);
  }
}

/** As the rail does it. */
async function leap() {
  for (let tenth = 1; tenth <= 10; tenth += 1) {
    await page.evaluate((tenth) => scrollTo(0, (document.documentElement.scrollHeight * tenth) / 11), tenth);
    await page.waitForTimeout(250);
  }
}

/** Tasks under 50 ms are not told of: 0 stands for them. */
async function longestTask(work) {
  await page.waitForTimeout(700);
  await page.evaluate(() => (window.tasks = []));
  await work();
  await page.waitForTimeout(700);
  return page.evaluate(() => Math.max(0, ...window.tasks));
}

function say(what, milliseconds, wanted) {
  const shown = milliseconds === 0 ? "< 50" : String(Math.round(milliseconds));
  console.log(`${what.padEnd(60)}${shown.padStart(6)} ms${wanted === "" ? "" : `   wanted ≤ ${wanted}`}`);
}
