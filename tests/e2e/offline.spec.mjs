import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { launch, marked, paste, shown } from "./browser.mjs";
import { serve } from "./serve.mjs";

const DIST = new URL("../../www/dist/", import.meta.url);
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/**
 * What the server heard from the page. Some time after each visit the browser itself looks whether there is a newer service
 * worker, when it likes and without telling the page; it asks for that file alone, with nothing behind the name.
 */
const heard = ({ log }) => log.filter((address) => address !== "/service-worker.js");

async function visited(address) {
  const context = await browser.newContext({ locale: "zh-CN", acceptDownloads: true });
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && page.complaints.push(message.text()));
  await page.goto(address);
  await page.waitForSelector(".sheet mark");
  return page;
}

describe("installed", () => {
  test("works-with-the-server-gone: reload, files, exports", async () => {
    const site = await serve();
    const page = await visited(site.address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await site.stop();
    await page.reload();
    await page.waitForSelector(".sheet mark");
    await paste(page, "断网之后又来了19个村。");
    await marked(page, "19个");
    await page.locator('[popovertarget="export"]').click();
    await page.waitForSelector("[data-format]");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator('[data-format="xlsx"]').click()]);
    assert.match(download.suggestedFilename(), /\.xlsx$/);
    await page.goto(`${site.address}index.html`);
    await page.waitForSelector(".sheet mark");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test("a-second-visit-asks-the-server-for-nothing-of-the-page", async () => {
    const site = await serve();
    const page = await visited(site.address);
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null));
    site.log.length = 0;
    await page.reload();
    await page.waitForSelector(".sheet mark");
    await page.waitForTimeout(1_500);
    assert.deepEqual(heard(site), []);
    await page.context().close();
    await site.stop();
  });

  test("once-the-page-says-so-the-server-hears-nothing: the files for the next visit are there too", async () => {
    const site = await serve();
    const page = await visited(site.address);
    for (const visit of ["first", "second"]) {
      await page.getByText("本页已禁止联网").waitFor();
      assert.notEqual(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active ?? null), null, visit);
      site.log.length = 0;
      await paste(page, "全市有22个村。");
      await marked(page, "22个");
      await page.waitForTimeout(1_500);
      assert.deepEqual(heard(site), [], visit);
      await page.reload();
    }
    await page.context().close();
    await site.stop();
  });

  test("can-be-installed, also when it has forbidden itself all connections", async () => {
    const site = await serve();
    const page = await visited(site.address);
    await page.getByText("本页已禁止联网").waitFor();
    const tools = await page.context().newCDPSession(page);
    const { installabilityErrors } = await tools.send("Page.getInstallabilityErrors");
    // What is opened for a test is a private window.
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
    await page.context().close();
    await site.stop();
  });

  test("its-icons-are-what-the-manifest-says", async () => {
    const manifest = JSON.parse(await readFile(new URL("manifest.webmanifest", DIST), "utf8"));
    for (const { src, sizes } of manifest.icons) {
      const bytes = Buffer.from(src.replace(/^data:image\/png;base64,/, ""), "base64");
      assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes);
    }
    assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
  });
});

describe("as one file", () => {
  test("runs-from-a-disk", async () => {
    const page = await visited(new URL("quandian.html", DIST).href);
    await paste(page, "各乡落实“两个维护”，新开夜校23所。");
    await marked(page, "23所");
    await page.locator('[popovertarget="export"]').click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator('[data-format="csv"]').click()]);
    assert.match(await readFile(await download.path(), "utf8"), /23所/);
    if (await page.locator(".switch .ticks").count()) {
      await page.locator(".switch .ticks").click();
      await page.waitForSelector(".word.begins");
    }
    assert.equal(await shown(page), "各乡落实“两个维护”，新开夜校23所。");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test("asks-for-no-other-file-and-may-not", async () => {
    const text = await readFile(new URL("quandian.html", DIST), "utf8");
    const [, policy] = text.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/);
    assert.match(policy, /default-src 'none'.*connect-src 'none'/);
    const page = await browser.newPage();
    const requests = [];
    page.on("request", (request) => requests.push(request.url().slice(0, 60)));
    await page.goto(new URL("quandian.html", DIST).href);
    await page.waitForSelector(".sheet mark");
    assert.deepEqual(requests.filter((url) => !/^(blob|data):/.test(url)).length, 1, requests.join("\n"));
    await page.close();
  });

  test("what-is-served-is-kept-but-for-the-one-file", async () => {
    const worker = await readFile(new URL("service-worker.js", DIST), "utf8");
    const files = JSON.parse(worker.match(/FILES = (\[.*\])/)[1]);
    for (const name of await readdir(new URL("assets/", DIST))) assert.ok(files.includes(`assets/${name}`), name);
    assert.ok(files.includes("./") && !files.includes("quandian.html"));
  });
});
