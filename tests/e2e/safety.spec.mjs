import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { docx, paragraph } from "../js/docx-builder.mjs";
import { marked, paste, shown, source, turnEnglish, withBrowser } from "./browser.mjs";
import { POLICY, serve } from "./serve.mjs";

const give = (page, name, buffer) => page.locator('nav input[type="file"]').setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(buffer) });

/** Every part of the page that is no part of its start. */
async function everythingTried(page) {
  await paste(page, "全市有21个村，“两个维护”。村民由30户增加到45户。");
  await marked(page, "21个");
  await page.evaluate(() => (location.hash = "words=1"));
  await page.locator('.switch[aria-checked="true"] .ticks').waitFor();
  await page.locator("mark.formula").first().focus();
  await page.locator(".card code").waitFor();
  await page.keyboard.press("Escape");
  await page.locator('[data-tab="glossary"]').click();
  await page.locator(".entries .formula-name").first().waitFor();
  await page.locator(".board .fold").click();
  await downloaded(page, page.getByText("存为 SVG"));
  await page.locator('[popovertarget="export"]').click();
  await downloaded(page, page.locator('[data-format="xlsx"]'));
  await page.locator(".samples button").nth(1).click();
  await page.waitForFunction(() => !document.querySelector("quandian-text-view").source.includes("21个村"));
  await give(page, "报告.docx", docx(paragraph("新修水渠68公里。")));
  await marked(page, "68公里");
  await give(page, "简报.txt", "新修水渠69公里。");
  await marked(page, "69公里");
  await page.getByText("另开一篇").first().click();
  await page.waitForFunction(() => document.querySelector("quandian-text-view:not([hidden])").source === "");
  await paste(page, "新修水渠70公里。");
  await marked(page, "70公里");
  await page.getByText("对照", { exact: true }).click();
  await page.waitForSelector("quandian-compare .comparison");
  await turnEnglish(page);
}

async function downloaded(page, button) {
  await Promise.all([page.waitForEvent("download"), button.click()]);
}

describe("with the policy of the specification", () => {
  const site = withBrowser();

  test("hostile-markup-is-inert", async () => {
    const page = await site.open();
    const hostile = '<img src=x onerror="window.harm=1">有7个<script>window.harm=2</script><mark onclick=1>“五个</mark>一”';
    await paste(page, hostile);
    await marked(page, "7个");
    assert.equal(await source(page), hostile);
    assert.equal(await shown(page), hostile);
    assert.equal(await page.evaluate(() => window.harm), undefined);
    assert.equal(await page.locator(".sheet img, .sheet script").count(), 0);
    await page.locator("mark.quantity").first().focus();
    await page.locator(".card").waitFor();
    assert.deepEqual(page.complaints, []);
  });
});

describe("where the server allows everything", () => {
  const site = withBrowser("img-src *");

  test("there-is-no-way-out: nothing that a page can ask for comes through once the page says so", async () => {
    const page = await site.open({ serviceWorkers: "block" });
    await page.getByText("本页已禁止联网").waitFor();
    page.requests.length = 0;
    const beyond = await serve();
    const tried = await page.evaluate(async (address) => {
      const element = (name, settings) => new Promise((settle) => {
        const it = Object.assign(document.createElement(name), settings, { onload: () => settle("came"), onerror: () => settle("refused") });
        document.head.append(it);
      });
      const asked = (asking) => asking.then(() => "came", () => "refused");
      const policies = [];
      addEventListener("securitypolicyviolation", ({ effectiveDirective }) => policies.push(effectiveDirective));
      return {
        fetch: await asked(fetch(`${address}?fetch`)),
        own: await asked(fetch("./apple-touch-icon.png?fetch")),
        import: await asked(import(`${address}apple-touch-icon.png?import`)),
        script: await element("script", { src: `${address}?script` }),
        style: await element("link", { rel: "stylesheet", href: `${address}?style` }),
        image: await element("img", { src: `${address}apple-touch-icon.png?image` }),
        beacon: navigator.sendBeacon(`${address}?beacon`, "text") && policies.includes("connect-src") ? "refused" : "came",
        run: await asked((async () => new Function("return 1")())()),
      };
    }, beyond.address);
    assert.deepEqual([...new Set(Object.values(tried))], ["refused"], JSON.stringify(tried));
    assert.deepEqual(beyond.log, []);
    beyond.close();
  });
});

// Nothing answers in place of the network.
describe("without a service worker", () => {
  const site = withBrowser();
  const open = (options) => site.open({ serviceWorkers: "block", acceptDownloads: true, ...options });

  for (const offline of [false, true]) {
    test(`request-log-stays-empty: once the page says so, ${offline ? "with the network cut" : "with the network there"}`, async () => {
      const page = await open();
      await page.getByText("本页已禁止联网").waitFor();
      await page.context().setOffline(offline);
      page.requests.length = 0;
      site.site.log.length = 0;
      await everythingTried(page);
      // What is saved is an address of the page's own memory.
      assert.deepEqual(page.requests.filter((url) => !url.startsWith("blob:")), []);
      assert.deepEqual(site.site.log, []);
      assert.deepEqual(page.complaints.filter((complaint) => !/Service Worker registration blocked/.test(complaint)), []);
    });
  }

  test("what-did-not-come-is-not-said-to-be-there, and comes with the next text", async () => {
    const page = await open({ blocked: "**/assets/words-en-*.js" });
    await page.waitForLoadState("networkidle");
    assert.doesNotMatch(await page.locator(".privacy").innerText(), /本页已禁止联网/);
    await page.unroute("**/assets/words-en-*.js");
    await paste(page, "全市有25个村。");
    await page.getByText("本页已禁止联网").waitFor();
  });

  test("what-should-stand-beside-the-text-is-missed-once, and over nothing else that is said", async () => {
    const page = await open({ blocked: "**/assets/beside-*.js" });
    const over = page.locator(".over > p");
    await over.getByText("没有载入").waitFor();
    const address = page.requests.find((url) => url.includes("/beside-"));
    const answered = async (mark) => {
      await marked(page, mark);
      // Whoever asked for it before has been refused by then.
      await page.evaluate((address) => import(address).catch(() => new Promise(requestAnimationFrame)), address);
    };
    await paste(page, "全市有25个村。");
    await answered("25个");
    assert.match(await over.innerText(), /^标出数字 1 处/);
    await paste(page, "全市有26个村。");
    await answered("26个");
    assert.match(await over.innerText(), /撤销/);
    const other = await open({ blocked: "**/assets/beside-*.js", hash: "#text=%%%" });
    await marked(other, "4620个");
    await other.evaluate((address) => import(address).catch(() => new Promise(requestAnimationFrame)), address);
    assert.match(await other.locator(".over > p").innerText(), /链接不完整/);
  });

  test("whoever-had-chosen-english-is-told-when-it-does-not-come", async () => {
    const page = await open({ blocked: "**/assets/words-en-*.js" });
    await page.evaluate(() => localStorage.setItem("quandian.language", "en"));
    await page.reload();
    await page.waitForSelector(".sheet mark");
    await page.getByText("English", { exact: true }).click();
    await page.locator(".over .alarm").getByText("没有载入").waitFor();
  });

  test("what-the-browser-will-not-fetch-alone-comes-all-the-same", async () => {
    const page = await open();
    await page.addInitScript(() => {
      const { append } = Element.prototype;
      Element.prototype.append = function (...nodes) {
        if (nodes[0]?.rel === "modulepreload") nodes[0].onerror();
        else append.apply(this, nodes);
      };
    });
    await page.reload();
    await page.getByText("本页已禁止联网").waitFor();
  });
});

describe("where the policy forbids wasm", () => {
  const site = withBrowser(POLICY.replace(" 'wasm-unsafe-eval'", ""));

  test("wasm-blocked-shows-plain-text", async () => {
    const page = await site.open({ marked: false });
    await page.waitForSelector(".alarm");
    assert.match(await page.locator(".over").innerText(), /管理员.*wasm-unsafe-eval/);
    assert.match(await shown(page), /临江市/);
    await paste(page, "照样能读，有3个村。");
    assert.equal(await shown(page), "照样能读，有3个村。");
  });
});
