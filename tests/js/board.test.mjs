import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createAnalyzer } from "../../dist/index.node.js";
import { boardOf, boardSteps, rateOf } from "../../dist/board.js";

let analyzer;
before(async () => (analyzer = await createAnalyzer()));
after(() => analyzer.dispose());

const board = async (text, options) => boardOf(await analyzer.analyze(text), options);
const figures = ({ sections }) => sections.flatMap((section) => section.figures);
const said = (figure) => `${figure.amount.before}${figure.amount.numeral}${figure.amount.after} ${figure.label}`;

const REPORT = `治水三年见成效

全县累计投入治水资金3.2亿元。

一、修渠
全县新修水渠86公里、泵站12座，惠及农户1.4万户。

二、护河
2024年以来，巡河员上岗560名。水质达标率从71%提高到94%。
培训学员万余人次，先后10000余人次走上讲台。
`;

describe("figures", () => {
  test("stand-under-the-headings-of-the-article", async () => {
    const { sections } = await board(REPORT);
    assert.deepEqual(sections.map(({ heading }) => heading?.text ?? null), [null, "一、修渠", "二、护河"]);
    for (const { heading } of sections) if (heading) assert.equal(REPORT.slice(heading.start, heading.end), heading.text);
  });

  test("stand-under-no-point-of-a-list", async () => {
    const { sections } = await board("全县渡口有序。\n**一、船只**\n- 新造渡船12艘\n- 检修旧船9艘\n> 共5处渡口");
    assert.deepEqual(sections.map(({ heading }) => heading?.text ?? null), ["一、船只"]);
    assert.deepEqual(sections[0].figures.map(said), ["12艘 新造渡船", "9艘 检修旧船", "5处 渡口"]);
  });

  test("stand-under-the-first-heading-also-where-no-prose-came-before", async () => {
    const text = "全县治水总结\n一、渠道建设\n新修水渠86公里。\n（一）护坡\n护坡12处。\n二、水库建设\n加固水库3座。\n";
    const { sections } = await board(text);
    assert.deepEqual(sections.map(({ heading }) => heading?.text ?? null), ["一、渠道建设", "（一）护坡", "二、水库建设"]);
    const [first] = (await board(text.slice(text.indexOf("一、")))).sections;
    assert.equal(first.heading.text, "一、渠道建设");
  });

  test("of-a-table-are-under-no-row-of-it", async () => {
    const { sections } = await board("全县今年治水有成。\n一、\t渠道\n水渠\t86公里\t12%\n泵站\t9座\t6.7%\n另修便桥17座，惠及农户1.4万户。\n");
    assert.deepEqual(sections.map(({ heading }) => heading?.text ?? null).filter(Boolean), ["一、\t渠道"]);
  });

  test("are-labelled-by-the-words-of-their-clause", async () => {
    const labels = figures(await board(REPORT)).map(said);
    for (const label of ["3.2亿元 全县累计投入治水资金", "86公里 全县新修水渠", "12座 泵站", "1.4万户 惠及农户"]) assert.ok(labels.includes(label), labels.join("\n"));
  });

  test("tell-the-time-they-hold-for", async () => {
    const figure = figures(await board(REPORT)).find(({ amount }) => amount.numeral === "560");
    assert.equal(figure.when.text, "2024年以来");
  });

  test("leave-what-belongs-to-their-time-with-it", async () => {
    const [places] = figures(await board("9月1日前新增学位5000个，其中公办4200个。"));
    assert.equal(places.label, "新增学位");
    assert.equal(places.when.text, "9月1日前");
    const [visitors] = figures(await board("9月1日前往园区参观2.3万人次，次日减少。"));
    assert.match(visitors.label, /^前往/);
  });

  test("that-grow-severally-do-not-grow-what-has-grown-before", async () => {
    const labels = figures(await board("产值增长6%，税收增长4%，城乡居民收入分别增长5%和7%。")).map(said);
    assert.deepEqual(labels, ["6% 产值增长", "4% 税收增长", "5% 城乡居民收入增长", "7% 城乡居民收入增长"]);
  });

  test("keep-the-verb-and-the-time-of-their-clause", async () => {
    const labels = figures(await board("县水务站三年招聘管护工412名。茶农亩均增收1600元。")).map(said);
    assert.deepEqual(labels, ["412名 县水务站三年招聘管护工", "1600元 茶农亩均增收"]);
    const since = figures(await board("东滩乡，三年间新建堤闸47座。五年来培训护渠员230名。")).map(said);
    assert.deepEqual(since, ["47座 新建堤闸", "230名 培训护渠员"]);
    const [, rate] = figures(await board("每年检测水样1400份，合格率保持在99%以上。"));
    assert.equal(rate.label, "合格率");
  });

  test("a-plan-goes-on-to-the-end-of-its-sentence", async () => {
    const found = figures(await board("力争全年新建公园30个，培训护林员700名。目前已栽树4800棵。"));
    assert.deepEqual(found.map(({ amount, planned }) => [amount.numeral, planned]), [["30", true], ["700", true], ["4800", false]]);
    const [, done] = figures(await board("计划栽树9000棵，目前已栽4800棵。"));
    assert.equal(done.planned, false);
  });

  test("side-by-side-share-their-label", async () => {
    const labels = figures(await board("两地水渠各长35公里和62公里。")).map(said);
    assert.equal(labels.length, 2);
    assert.equal(labels[0].replace("35公里", ""), labels[1].replace("62公里", ""));
  });

  test("side-by-side-never-have-the-label-of-the-first-alone", async () => {
    const labels = figures(await board("焊工和钳工分别补贴3500元和6200元。")).map(said);
    // Each its own, or both in full; never both those of the first.
    const whole = labels.every((label) => label.endsWith("焊工和钳工分别补贴"));
    assert.ok(whole || (labels[0].endsWith(" 焊工") && labels[1].endsWith(" 钳工")), labels.join("; "));
  });

  test("of-several-things-each-has-its-own-with-what-all-of-them-do", async () => {
    const labels = async (text) => figures(await board(text, { figures: 9 })).map(({ label }) => label);
    assert.deepEqual(await labels("火灾起数、伤亡人数分别下降41.2%和38.5%。"), ["火灾起数下降", "伤亡人数下降"]);
    assert.deepEqual(await labels("城镇和农村居民人均可支配收入分别达到4.36万元、2.18万元。"), ["城镇居民人均可支配收入", "农村居民人均可支配收入"]);
  });

  test("keep-the-rank-of-what-they-are-about", async () => {
    const found = figures(await board("第一产业增加值217亿元，增长3.8%；第二产业增加值546亿元，增长6.1%。"));
    assert.deepEqual(found.map((figure) => [said(figure), figure.growth.text]), [["217亿元 第一产业增加值", "增长3.8%"], ["546亿元 第二产业增加值", "增长6.1%"]]);
  });

  test("there-and-planned-are-not-one", async () => {
    const found = figures(await board("粮食产量年均增长6.5%。\n力争到2030年，居民收入年均增长6.5%以上。", { figures: 9 }));
    assert.deepEqual(found.map(({ again, planned }) => [again.length, planned]), [[0, false], [0, true]]);
    assert.equal(found[0].when, null);
  });

  test("of-years-in-a-row-have-each-its-own", async () => {
    const found = figures(await board("2023年、2024年和2025年，水厂供水量分别为3.1万吨、3.4万吨、3.9万吨。2024年和2025年，共修渠86公里。", { figures: 9 }));
    assert.deepEqual(found.map(({ amount, when }) => [amount.numeral, when?.text ?? null]), [["3.1", "2023年"], ["3.4", "2024年"], ["3.9", "2025年"], ["86", null]]);
  });

  test("a-time-of-their-own-is-not-that-of-the-sentence", async () => {
    const [visitors] = figures(await board("8月15日，湿地公园开园，当年接待游客47.2万人次。"));
    assert.equal(visitors.when, null);
  });

  test("written-shares-are-one-numeral", async () => {
    const amounts = figures(await board("出口比上年增长百分之五点四。就业率提高到九成二。", { figures: 9 })).map(({ amount }) => amount.numeral);
    assert.deepEqual(amounts, ["百分之五点四", "九成二"]);
  });

  test("in-passing-are-left-out-of-a-short-text", async () => {
    const text = "新馆藏书46万册，投资8600万元，设座位820个，办证580张。读者说，半天能读完两三本书。";
    assert.ok(!figures(await board(text)).some(({ amount }) => amount.numeral === "两三"));
    assert.ok(figures(await board(text, { figures: 9 })).some(({ amount }) => amount.numeral === "两三"));
  });

  test("households-of-one-number-are-not-those-of-the-next", async () => {
    const labels = figures(await board("茶产业带动2.7万户农户户均增收4600元。")).map(said);
    assert.equal(labels[0], "2.7万户 茶产业带动农户");
  });

  test("that-work-out-a-change-stand-with-it", async () => {
    const { changes, ...rest } = await board("水质达标率从40%提高到90%，提高50个百分点。");
    assert.equal(changes.length, 1);
    assert.deepEqual(figures(rest), []);
  });

  test("of-one-thing-say-what-became-of-it", async () => {
    const labels = figures(await board("全区零售总额217.9亿元、增长5.4%。")).map(said);
    assert.deepEqual(labels, ["217.9亿元 全区零售总额", "5.4% 零售总额增长"]);
  });

  test("written-in-two-steps-are-one-numeral", async () => {
    const [{ amount }] = figures(await board("累计投入经费2亿3,600万元。"));
    assert.deepEqual(amount, { before: "", numeral: "2亿3,600", after: "万元" });
  });

  test("of-several-parts-are-one-numeral", async () => {
    const { changes: [change] } = await board("产业结构由2021年的19.2∶43.1∶37.7调整为16.8∶44.5∶38.7。");
    assert.deepEqual([change.from.numeral, change.to.numeral], ["19.2∶43.1∶37.7", "16.8∶44.5∶38.7"]);
  });

  test("told-twice-count-once", async () => {
    const twice = figures(await board(REPORT)).filter(({ amount }) => amount.after.includes("人次"));
    assert.equal(twice.length, 1);
    assert.equal(twice[0].again.length, 1);
    const apart = figures(await board("全市有公园50个。\n全市有学校50个。"));
    assert.equal(apart.length, 2);
  });

  test("tell-what-they-grew-by, and the growth is no figure of its own", async () => {
    const found = figures(await board("全县一般公共预算收入完成28.6亿元，为预算的101.3%，比上年增长5.7%。其中税收收入19.9亿元，下降2.4%。粮食产量7.4万吨。"));
    assert.deepEqual(found.map(({ growth }) => growth?.text ?? null), ["比上年增长5.7%", null, "下降2.4%", null]);
    assert.ok(found.every(({ amount }) => amount.numeral !== "5.7%"));
  });

  test("side-by-side-grew-each-by-its-own", async () => {
    const grown = async (text) => figures(await board(text, { figures: 9 })).map((figure) => [figure.amount.numeral, figure.growth?.text ?? null]);
    assert.deepEqual(await grown("茶农和果农收入分别达到3.12万元和1.58万元，分别增长4.9%和6.7%。"), [["3.12", "增长4.9%"], ["1.58", "增长6.7%"]]);
    assert.deepEqual(await grown("接待游客46万人次，实现门票收入3.2亿元，同比分别增长12%和15%。"), [["46", "同比增长12%"], ["3.2", "同比增长15%"]]);
    // Two that grew, and nobody says by what each.
    assert.deepEqual((await grown("茶农收入分别达到3.12万元和1.58万元，分别增长4.9%、6.7%和8.1%。")).slice(0, 2), [["3.12", null], ["1.58", null]]);
  });

  test("leave-the-sign-of-their-item-behind", async () => {
    const labels = figures(await board("1.新修水渠86公里。\n（2）加固水库14座。\n③培训学员300名。\n四、慰问老人4800名。", { figures: 9 })).map(({ label }) => label);
    assert.deepEqual(labels, ["新修水渠", "加固水库", "培训学员", "慰问老人"]);
  });

  test("of-a-year-that-is-about-to-end-are-as-good-as-there", async () => {
    const found = figures(await board("预计全年水产总值达到46亿元，税收完成3.2亿元。预计后年水产总值达到60亿元。", { figures: 9 }));
    assert.deepEqual(found.map(({ label, planned, setting }) => [label, planned, setting]),
      [["预计全年水产总值", false, null], ["税收", false, "预计"], ["预计后年水产总值", true, null]]);
  });

  test("that-are-compared-with-say-so: a day is no time, a number no figure of its own", async () => {
    const more = figures(await board("全市有夜校6800所、学员14.6万名，比2020年底分别增加412所、1.1万名。")).at(-1);
    assert.deepEqual([more.amount.numeral, more.when, more.setting], ["1.1", null, "比2020年底"]);
    const labels = figures(await board("全市建成夜校46家，比计划的29家多出17家。慰问老人4800名。", { figures: 2 })).map(said);
    assert.deepEqual(labels, ["46家 全市建成夜校", "4800名 慰问老人"]);
    assert.ok(figures(await board("全市建成夜校46家，比计划的29家多出17家。")).map(said).includes("17家 比计划的29家多出"));
    const risen = figures(await board("入学率比2020年的90%提高5个百分点。"));
    assert.deepEqual(risen.map((figure) => [said(figure), figure.setting]), [["5个百分点 入学率提高", "比2020年"]]);
    const cellars = figures(await board("全县建成水窖62个，比2020年的46个多出16个。")).map(said);
    assert.deepEqual(cellars, ["62个 全县建成水窖", "16个 比2020年的46个多出"]);
    // A share that rose is a figure.
    const [share, difference] = figures(await board("绿电占比38%提高5个百分点。"));
    assert.deepEqual([said(share), said(difference)], ["38% 绿电占比", "5个百分点 绿电占比提高"]);
    assert.equal(share.weight, difference.weight);
    assert.deepEqual(figures(await board("优良率为95%，比90%提高5个百分点。")).map(said), ["95% 优良率", "5个百分点 优良率比90%提高"]);
  });

  test("of-a-thing-told-before-say-what-became-of-it", async () => {
    const labels = figures(await board("组织青年党员认领课题427个，其中超过六成已见成效。")).map(said);
    assert.deepEqual(labels, ["427个 组织青年党员认领课题", "超过六成 课题已见成效"]);
  });

  test("that-are-shares-say-of-what", async () => {
    const [figure] = figures(await board("全县税收收入占一般公共预算收入的69.6%。"));
    assert.equal(figure.label, "全县税收收入占一般公共预算收入");
  });

  test("have-the-plan-beside-the-label", async () => {
    const [figure] = figures(await board("人才总量力争突破100万人。"));
    assert.deepEqual([figure.label, figure.setting], ["人才总量", "力争"]);
  });

  test("keep-the-number-that-says-of-which", async () => {
    const labels = figures(await board("年收入50万元以上的村达到400个。")).map(said);
    assert.ok(labels.includes("400个 年收入50万元以上的村"), labels.join());
  });

  test("of-an-aspect-say-of-what", async () => {
    const labels = figures(await board("新建党群服务中心368个，面积41.5万平方米。")).map(said);
    assert.deepEqual(labels, ["368个 新建党群服务中心", "41.5万平方米 党群服务中心面积"]);
    const sums = figures(await board("新增水产企业46家，总数达到512家。实施技改项目137个，完成投资84.5亿元。东环线全长86公里，总投资97亿元。")).map(said);
    assert.deepEqual(sums, ["46家 新增水产企业", "512家 水产企业总数", "137个 实施技改项目", "84.5亿元 技改项目完成投资", "86公里 东环线全长", "97亿元 东环线总投资"]);
  });

  test("of-money-are-not-one-because-they-are-alike", async () => {
    const found = figures(await board("个人所得税0.94亿元。结转下年支出0.94亿元。"));
    assert.equal(found.length, 2);
  });

  test("keep-the-mark-that-closes-their-thing", async () => {
    const labels = figures(await board("开展“六进”宣讲3.2万场，认领“微心愿”12.6万个。")).map(said);
    assert.deepEqual(labels, ["3.2万场 开展“六进”宣讲", "12.6万个 认领“微心愿”"]);
  });

  test("under-two-headings-of-one-name-tell-the-heading-over-each", async () => {
    const part = (year, sum) => `${year}\n（一）收入\n全县财政收入${sum}亿元。\n（二）债务\n新增债券${sum * 3}万元。\n`;
    const { sections } = await board(`预算报告\n各位代表，请予审议。\n${part("一、上年执行情况", 21)}${part("二、今年安排", 23)}三、措施\n新增托位480个。\n`);
    assert.deepEqual(sections.map(({ heading, under }) => [heading.text, under?.text ?? null]), [
      ["（一）收入", "一、上年执行情况"], ["（二）债务", "一、上年执行情况"], ["（一）收入", "二、今年安排"], ["（二）债务", "二、今年安排"], ["三、措施", null],
    ]);
  });

  test("plans-and-rates-keep-their-label", async () => {
    const found = figures(await board("全市每年新建公园30个。\n力争到2027年新建学校50个。"));
    assert.equal(found.find(({ amount }) => amount.numeral === "30").rate, "per");
    assert.ok(found.find(({ amount }) => amount.numeral === "50").planned);
    assert.equal(found.find(({ amount }) => amount.numeral === "50").setting, "力争");
    assert.equal(found.find(({ amount }) => amount.numeral === "30").setting, null, "the label says 每年");
  });

  test("small-sums-in-passing-stay-behind", async () => {
    const [first] = figures(await board("过去一桶水卖12元。全县筹措资金3.6亿元。", { figures: 1 }));
    assert.equal(first.amount.numeral, "3.6");
  });

  test("that-count-something-and-totals-come-first", async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `第${i + 1}组到场${i + 2}次。`).join("\n");
    const [first, ...rest] = figures(await board(`${lines}\n全市累计栽种树苗5300棵。`, { figures: 1 }));
    assert.equal(said(first), "5300棵 全市累计栽种树苗");
    assert.equal(rest.length, 0);
  });

  test("are-8-to-24-by-default", async () => {
    const many = Array.from({ length: 90 }, (_, i) => `某镇修好道路${i + 100}公里。`).join("\n");
    assert.equal(figures(await board(many)).length, 24);
    assert.equal(figures(await board("有村3个。")).length, 1);
    assert.equal(figures(await board("没有数字。")).length, 0);
  });

  test("only-say-which-and-stay-behind", async () => {
    const found = figures(await board("收入10万元以上的村有32个。", { figures: 1 }));
    assert.match(said(found[0]), /^32个/);
    const [old] = figures(await board("慰问80岁以上老人46名。", { figures: 1 }));
    assert.equal(old.amount.numeral, "46");
    const [beds] = figures(await board("千人床位增加，新设床位620张。", { figures: 1 }));
    assert.equal(beds.amount.numeral, "620");
  });

  test("whose-name-is-one-character-say-too-little", async () => {
    const told = figures(await board("全镇修渠20公里，种树3000棵，新建泵站14座，培育苗木500亩，惠及农户4600户。\n集体收入各村不一，其中3个村超过50万元。"));
    assert.ok(told.length >= 5, told.map(said).join("\n"));
    assert.deepEqual(told.map(({ label }) => label).filter((label) => label.length === 1), []);
  });
});

describe("changes", () => {
  test("lose-the-words-that-lead-to-their-figures", async () => {
    const { changes } = await board("主要是土地出让收入由上年的17.9亿元减少到13.8亿元。基础养老金标准由每人每月148元提高到163元。企业覆盖率由71%提高到92%，社会组织由66%提高到90%。窗口排队由平均40分钟减少到8分钟。");
    assert.deepEqual(changes.map(({ label }) => label), ["土地出让收入", "基础养老金标准每人每月", "企业覆盖率", "社会组织覆盖率", "窗口排队平均"]);
    const { changes: bases } = await board("整改完成率由年初的71%提高到96%。病床使用率从去年同期的60%升至82%。空置率由上年末的15%降到9%。");
    assert.deepEqual(bases.map(({ label }) => label), ["整改完成率", "病床使用率", "空置率"]);
  });

  test("of-one-name-are-told-apart-by-their-headings", async () => {
    const text = "全县今年提速增效。\n（一）青石镇：马上就办\n办结时限由7天缩短到2天。\n（二）柳河镇：随到随办\n办结时限由8天缩短到3天，退件率由9%降到4%。";
    const { changes } = await board(text);
    assert.deepEqual(changes.map(({ label, under }) => [label, under?.text ?? null]), [["办结时限", "（一）青石镇：马上就办"], ["办结时限", "（二）柳河镇：随到随办"], ["退件率", null]]);
    for (const { under } of changes) if (under) assert.equal(text.slice(under.start, under.end), under.text);
    // A heading that stands there twice tells nothing apart.
    const { changes: alike } = await board("一、青石镇\n（一）马上就办\n办结时限由7天缩短到2天。\n二、柳河镇\n（一）马上就办\n办结时限由8天缩短到3天。");
    assert.deepEqual(alike.map(({ label, under }) => [label, under]), [["办结时限", null], ["办结时限", null]]);
  });

  test("say-of-how-many-each", async () => {
    const { changes } = await board("每千人口医师数由1.9人提高到3.1人。万人案件数由34.7起降至18.2起。");
    assert.deepEqual(changes.map(({ label }) => label), ["每千人口医师数", "万人案件数"]);
  });

  test("between-figures-that-are-not-exact-are-none-either", async () => {
    const { changes } = await board("损耗率从8%左右降到2%。出勤率从71%提高到95%以上。复耕率从60%提高到90%。");
    assert.deepEqual(changes.map(({ isExact }) => isExact), [false, false, true]);
  });

  test("of-ranks-have-no-per-cent", async () => {
    const { changes } = await board("河口水质由四类改善到二类。消防站从3级升到1级。泵站由4座增加到6座。");
    assert.deepEqual(changes.map(({ unit, delta, percent, index }) => [unit, delta, percent, index]), [["类", "-2", null, null], ["级", "-2", null, null], ["座", "2", "50", 150]]);
  });

  test("are-worked-out-and-not-told-again-as-figures", async () => {
    const { changes, ...rest } = await board("软弱班子由2021年的40个减少到2025年的10个。\n平均办结时间从28天缩短到7天。");
    assert.deepEqual(changes.map(({ label, percent, index }) => [label, percent, index]), [["软弱班子", "-75", 25], ["平均办结时间", "-75", 25]]);
    assert.deepEqual(changes[0].when.map((date) => date?.text), ["2021年", "2025年"]);
    assert.deepEqual(changes[1].when, [null, null]);
    assert.equal(figures(rest).length, 0);
  });
});

describe("events", () => {
  test("are-neither-who-signs-nor-what-is-compared-with, and keep the quoted name of a plan", async () => {
    const { events } = await board("全县治水总结\n县水利局 2025年12月8日\n今年全县治水有成，泵站较“十三五”末翻了一番。明年将锚定“十五五”开局目标，再修水渠60公里。\n县水利局　2025年12月18日\n");
    assert.deepEqual(events.map(({ date, label }) => [date, label]), [["十五五", "明年将锚定“十五五”开局目标，再修水渠60公里"]]);
  });

  test("keep-the-word-that-leads-to-what-a-change-began-with", async () => {
    const { events } = await board("会场由2021年的旧礼堂迁到新馆，设座820个。");
    assert.deepEqual(events.map(({ label }) => label), ["会场由旧礼堂迁到新馆，设座820个"]);
  });

  test("follow-the-calendar", async () => {
    const { events } = await board("大桥于2023年5月18日通车。2021年，全县修路30公里。");
    assert.deepEqual(events.map(({ edtf, label }) => [edtf, label]), [["2021", "全县修路30公里"], ["2023-05-18", "大桥通车"]]);
  });

  test("keep-what-belongs-to-the-date", async () => {
    const { events } = await board("2026年底前，全县建成水厂9座。");
    assert.deepEqual(events.map(({ date, label }) => [date, label]), [["2026年底前", "全县建成水厂9座"]]);
  });

  test("leave-out-what-is-compared-with-and-the-line-under-a-title", async () => {
    const { events } = await board("财政报告\n——2026年1月12日在县人民代表大会上\n各位代表：2025年建成夜校480所，比2024年底多出90所。");
    assert.deepEqual(events.map(({ date }) => date), ["2025年"]);
  });

  test("end-where-the-next-date-begins", async () => {
    const { events } = await board("延伸段2027年3月动工，2032年完工，设站8座。");
    assert.deepEqual(events.map(({ date, label }) => [date, label]), [["2027年3月", "延伸段动工"], ["2032年", "完工，设站8座"]]);
  });

  test("keep-a-later-date-that-stands-nowhere-else", async () => {
    const { events } = await board("延伸段2027年3月动工，2032年完工。支线2028年5月动工，2030年试车，2031年7月通车。");
    assert.deepEqual(events.map(({ date, label }) => [date, label]), [["2027年3月", "延伸段动工，2032年完工"], ["2028年5月", "支线动工，2030年试车"], ["2031年7月", "通车"]]);
  });

  test("are-not-made-of-dates-in-a-row", async () => {
    const { events } = await board("2023年、2024年和2025年，水厂供水量分别为3.1万吨、3.4万吨、3.9万吨。2024年6月，新厂通水。");
    assert.deepEqual(events.map(({ date, label }) => [date, label]), [["2024年6月", "新厂通水"]]);
  });

  test("are-never-cut-within-a-number", async () => {
    const { events } = await board("2025年，全县三座水厂供水量从东往西依次为东片三万二千吨、中片两万九千吨、西片12800吨、北片9600吨。");
    assert.match(events[0].label, /中片两万九千吨…$/);
    const [flow] = (await board("2025年，全县水厂在夏季用水最多的那些日子里一天一夜送往下游各乡各村各家各户的水有12800吨之多。")).events;
    assert.match(flow.label, /的水有…$/);
  });

  test("keep-the-word-that-opens-the-sentence", async () => {
    const { events } = await board("力争到2027年，全县铺设管网90公里。");
    assert.deepEqual(events.map(({ label }) => label), ["力争全县铺设管网90公里"]);
  });
});

describe("formulas", () => {
  test("that-the-text-spells-out-are-not-crowded-out-by-those-it-only-names", async () => {
    const named = ["两查两改", "四报四看", "六必访", "七必到"].map((name) => `推行“${name}”，“${name}”见效。`).join("");
    const { formulas } = await board(`${named}坚持“三个到位”，即责任到位、措施到位、督查到位。`, { rows: 3 });
    const spelt = formulas.find(({ surface }) => surface === "三个到位");
    assert.equal(spelt?.members.length, 3, formulas.map(({ surface }) => surface).join(" "));
    assert.equal(formulas.length, 3);
  });

  test("the-most-frequent-first-with-members, and those with members before those without", async () => {
    const { formulas } = await board("落实“六到户”，增强“四个意识”。推行“三个一”办法，即一张表、一支队、一本账，“三个一”管用，三个一好记。");
    assert.deepEqual(formulas.map(({ surface, mentions }) => [surface, mentions.length]), [["三个一", 3], ["四个意识", 1], ["六到户", 1]]);
    assert.equal(formulas[0].members.length, 3);
  });
});

describe("any text", () => {
  test("is-composed-in-small-steps", async () => {
    const line = "全县新修水渠86公里、泵站12座，由2021年的40个减少到2025年的10个。";
    const analysis = await analyzer.analyze(Array.from({ length: 2000 }, (_, i) => `${i}组${line}`).join("\n"));
    const steps = boardSteps(analysis);
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count += 1;
    assert.ok(count > 50, `${count} steps`);
    assert.deepEqual(step.value, boardOf(analysis));
  });

  test("gives-a-board", async () => {
    for (const text of ["", "\n\n", "😀𠮷3个村😀", "一".repeat(5000), "“".repeat(3000), "3个，".repeat(3000), "3个".repeat(3000), "2024年".repeat(3000), "从3个增至5个".repeat(2000)]) {
      const { sections } = await board(text);
      for (const { figures } of sections) for (const { sentence } of figures) assert.ok(sentence.end <= text.length);
    }
  });
});

test("what is per something has the words of the text", async () => {
  const rates = async (text) => {
    const analysis = await analyzer.analyze(text);
    return analysis.numbers.map((note) => rateOf(analysis, note));
  };
  assert.deepEqual(await rates("日均客流超过1.2万人次。"), ["日均"]);
  assert.deepEqual(await rates("夜校平均每期76人。"), ["每期"]);
  assert.deepEqual(await rates("日均发车照旧，全年载客46万人次。"), [null]);
});
