// Results in plain words: what the page, the embed and other programs show.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createAnalyzer } from "quandian";
import { sayBound, sayChange, sayDuration, sayList, sayNumber, saySlogan, saySloganInFull } from "quandian/say";

let analyzer;
before(async () => {
  analyzer = await createAnalyzer();
});
after(() => analyzer.dispose());

const numbersOf = async (text, language) => (await analyzer.analyze(text)).numbers.map((note) => sayNumber(note, language));

test("a number says its amount, its bound and what it counts", async () => {
  const text = "全区共有党员超过31500名，绿化投入2.6亿元。";
  assert.deepEqual(await numbersOf(text, "zh"), ["党员 多于 3.15 万名", "绿化投入 2.6 亿元"]);
  assert.deepEqual(await numbersOf(text, "en"), ["more than 31,500 名 · 党员", "260,000,000 yuan · 绿化投入"]);
});

test("a bound takes the figure in where the text does: 以上 and 不低于 are not 多于", async () => {
  const bounds = async (text, language) => (await analyzer.analyze(text)).numbers.map((note) => sayBound(note, language));
  assert.deepEqual(await bounds("年收入12万元以上的户，株高不低于80厘米，至多3袋，押金不得超过600元，七十岁及以上免票。", "zh"), ["不少于", "不少于", "不超过", "不超过", "不少于"]);
  assert.deepEqual(await bounds("株高超过80厘米，不到3千多棵，近400户，来了500余人。", "zh"), ["多于", "少于", "少于", "多于"]);
  assert.deepEqual(await bounds("年收入12万元以上的户，每户不多于3袋。", "en"), ["at least", "at most"]);
  assert.deepEqual(await numbersOf("押金不得超过600元，株高80厘米以上。", "zh"), ["押金 不超过 600 元", "株高 不少于 80 厘米"]);
});

test("what is counted stands where the text has it: 86.3 公里全长 is no Chinese", async () => {
  assert.deepEqual(await numbersOf("全长86.3公里，新建36所夜校。", "zh"), ["全长 86.3 公里", "36 所夜校"]);
});

test("a share stands behind its indicator, and says what it is once", async () => {
  assert.deepEqual(await numbersOf("办结率达97.8%，林地占比37%。", "zh"), ["办结率 97.8%", "林地占比 37%"]);
});

test("a time of day is said without a date", async () => {
  assert.deepEqual(await numbersOf("晚上9点40分散会。", "zh"), ["21:40"]);
  assert.deepEqual(await numbersOf("下午2点至4点坐诊。", "en"), ["14:00 to 16:00"]);
});

test("an amount for each of something is no amount for every so many: 每 80 元", async () => {
  assert.deepEqual(await numbersOf("津贴每课时80元。", "zh"), ["津贴 每… 80 元"]);
  assert.deepEqual(await numbersOf("津贴每课时80元。", "en"), ["each 80 yuan · 津贴"]);
  assert.deepEqual(await numbersOf("每课时补贴80元。", "zh"), ["每课时补贴 80 元"]);
});

test("dates and lengths of time are read out", async () => {
  assert.deepEqual(await numbersOf("2021年以来，工期三个月。", "zh"), ["2021年以来", "3 个月"]);
  assert.deepEqual(await numbersOf("2021年以来，工期三个月。", "en"), ["since 2021", "3 months"]);
  assert.equal(sayDuration("P3Y6M", "zh"), "3 年 6 个月");
  assert.equal(sayDuration("P1Y6M", "en"), "1 year 6 months");
});

test("a change says what it comes to", async () => {
  const { changes } = await analyzer.analyze("新增床位从80张增加到90张，合格率从95%下降到90%。");
  assert.deepEqual(changes.map((change) => sayChange(change, "zh")), ["80 → 90（+10，+12.5%）", "95% → 90%（−5 个百分点）"]);
  assert.deepEqual(changes.map((change) => sayChange(change, "en")), ["80 → 90 (+10, +12.5%)", "95% → 90% (−5 percentage points)"]);
});

test("a formula says its members, or that nobody does", async () => {
  const slogans = (await analyzer.analyze("推行“三查”，即查渠、查闸、查井。用好“七步走”。")).slogans.filter(({ kind }) => kind === "formula");
  assert.deepEqual(slogans.map((note) => saySloganInFull(note, "zh")), ["3 项：查渠、查闸、查井", "本文未展开"]);
  assert.deepEqual(slogans.map((note) => saySlogan(note, "en")), ["3 items", "not spelled out in this text"]);
});

test("members that hold a mark are parted by a stronger one", async () => {
  assert.equal(sayList(["查渠", "查闸", "查井"]), "查渠、查闸、查井");
  assert.equal(sayList(["一个中心", "东、西两个工作站"]), "一个中心；东、西两个工作站");
  const { slogans } = await analyzer.analyze("构建“1+2+N”体系，“1”即一个调度中心，“2”即东片、西片两个工作站，“N”即若干个服务点。");
  assert.match(saySloganInFull(slogans[0], "zh"), /：一个调度中心；东片、西片两个工作站；若干个服务点$/);
});
