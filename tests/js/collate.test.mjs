import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createAnalyzer } from "../../dist/index.node.js";
import { collate, withoutPlace, withoutSlight } from "../../dist/collate.js";

const TEXTS = [
  "全县推行“四个一”办法，即一张清单、一支队伍、一本台账、一次回访。两个维护记在心上。",
  "各镇落实“4个一”办法，做到“兩個維護”。",
  "學校也講“四個一”辦法，还提出“七到位”。",
];
let analyses;

before(async () => {
  const analyzer = await createAnalyzer({ formulas: [["两个维护", ["甲", "乙"]]] });
  analyses = [];
  for (const text of TEXTS) analyses.push(await analyzer.analyze(text));
  analyzer.dispose();
});

const find = (canonical) => collate(analyses).find((one) => one.canonical === canonical);

test("script-marks-and-numerals-make-no-difference", () => {
  assert.deepEqual(find("4一")?.mentions.map((places) => places.length), [1, 1, 1]);
  assert.deepEqual(find("2维护")?.mentions.map((places) => places.length), [1, 1, 0]);
});

test("one-text-explains-what-the-others-only-name", () => {
  const { expansions } = find("4一");
  assert.equal(expansions.length, 1);
  assert.equal(expansions[0].text, 0);
  const { members } = expansions[0];
  assert.deepEqual(members.map(({ start, end }) => TEXTS[0].slice(start, end)), ["一张清单", "一支队伍", "一本台账", "一次回访"]);
});

test("the-glossary-is-told-apart-from-the-texts", () => {
  assert.deepEqual(find("2维护").expansions, []);
  assert.deepEqual(find("2维护").listed, ["甲", "乙"]);
  assert.deepEqual(find("7到位").listed, []);
});

test("what-stands-in-most-texts-comes-first", () => {
  assert.deepEqual(collate(analyses).slice(0, 2).map((one) => one.canonical), ["4一", "2维护"]);
  assert.deepEqual(collate([]), []);
  assert.deepEqual(collate(analyses, ["maxim"]), []);
});

test("the place that a label begins with is told from what only ends like one", () => {
  for (const [label, bare] of [
    ["全县人口", "人口"], ["东山县粮食产量", "粮食产量"], ["河口镇人口", "人口"], ["該縣常住人口", "常住人口"],
    ["社区食堂", "社区食堂"], ["城镇居民收入", "城镇居民收入"], ["上市企业", "上市企业"], ["开发区企业", "开发区企业"], ["粮食产量", "粮食产量"], ["", ""],
    ["国内市场份额", "国内市场份额"], ["海外市場份額", "海外市場份額"], ["西部区域产值", "西部区域产值"], ["和美乡村数", "和美乡村数"], ["无人区", "无人区"], ["全县", "全县"],
  ]) assert.equal(withoutPlace(label), bare);
});

test("what tells no indicator from another is left out", () => {
  for (const [label, bare] of [["现有学校", "学校"], ["今年新增学位", "新增学位"], ["全年新增学位", "新增学位"], ["累计新增学位", "累计新增学位"], ["", ""]]) {
    assert.equal(withoutSlight(label), bare);
  }
});
