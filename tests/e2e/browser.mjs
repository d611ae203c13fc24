/** One browser for a file of behaviours, a fresh page for each. */
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });

export function withBrowser(policy) {
  const state = {};
  before(async () => {
    state.site = await serve(policy);
    state.browser = await launch();
  });
  after(async () => {
    await state.browser?.close();
    state.site?.close();
  });
  /** A page that has shown its sample; what it asked for and complained about is kept beside it. */
  state.open = async ({ marked = true, blocked, held, hash = "", ...options } = {}) => {
    const context = await state.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN", ...options });
    const page = await context.newPage();
    page.requests = [];
    page.complaints = [];
    page.on("request", (request) => page.requests.push(request.url()));
    page.on("pageerror", (error) => page.complaints.push(error.message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) page.complaints.push(message.text());
    });
    if (held !== undefined) await hold(page, held);
    if (blocked !== undefined) await page.route(blocked, (route) => route.abort());
    await page.goto(state.site.address + hash);
    await page.waitForSelector(marked ? ".sheet mark" : ".sheet .block");
    return page;
  };
  return state;
}

/** Files that do not come before `page.release()` is called. */
async function hold(page, files) {
  let released;
  const release = new Promise((resolve) => (released = resolve));
  page.release = released;
  await page.route(files, (route) => release.then(() => route.continue()));
}

/** Pastes as a reader would: the event carries the text, no clipboard is needed. */
export function paste(page, text, target = "body") {
  return page.evaluate(([text, target]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.querySelector(target).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, [text, target]);
}

/** The text as the page holds it. */
export const source = (page) => page.evaluate(() => document.querySelector("quandian-text-view").source);

/** The text as it stands there. */
export const shown = (page) => page.evaluate(() => [...document.querySelectorAll(".sheet .block")].map((block) => block.textContent).join("\n"));

/** Waits until the marks are those of the text that stands there. */
export async function marked(page, text) {
  await page.waitForFunction((text) => [...document.querySelectorAll(".sheet mark")].some((mark) => mark.textContent.includes(text)), text);
}

/** At the switch; its words come when they are asked for. */
export async function turnEnglish(page) {
  await page.getByText("English", { exact: true }).click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
}
