// www/icons/icon.svg → the PNG icons that installing needs. Run by hand when the icon changes; needs Chromium.
import { readFileSync, writeFileSync } from "node:fs";
import { launch } from "../tests/e2e/browser.mjs";
import { smaller } from "./png.mjs";
import { root } from "./run.mjs";

const svg = readFileSync(`${root}/www/icons/icon.svg`, "utf8");
/** Masked icons are cut to a circle of four fifths: the paper reaches to the edge and the drawing stays inside. */
const full = svg.replace(' rx="6"', "");
const browser = await launch();
const page = await browser.newPage();
for (const [name, size, drawing] of [["icons/icon-192", 192, svg], ["icons/icon-512", 512, svg], ["icons/icon-maskable-512", 512, full], ["public/apple-touch-icon", 180, full]]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
  writeFileSync(`${root}/www/${name}.png`, smaller(await page.screenshot({ omitBackground: true })));
}
await browser.close();
