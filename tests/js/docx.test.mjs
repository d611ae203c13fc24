// .docx files: what a reader sees on Word's page is the text that comes out.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { readFile } from "quandian/files";
import { abstract, cell, docx, item, level, list, packed, paragraph, parts, relationships, row, run, style, table } from "./docx-builder.mjs";

const text = async (body, others, options) => (await readFile(docx(body, others), options)).text;
const fails = (bytes, code, detail) =>
  assert.rejects(readFile(bytes), (error) => error.code === code && (detail === undefined || error.detail.includes(detail)) || assert.fail(`${error.code} ${error.detail}`));

/** The levels of an official document. */
const OFFICIAL = abstract(0,
  level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCountingThousand", "（%2）"), level(2, "decimal", "%3."),
  level(3, "decimalEnclosedCircle", "%4", '<w:suff w:val="nothing"/>'));

describe("automatic numbering", () => {
  test("the-levels-of-an-official-document", async () => {
    const body = [
      item("总体要求", 1), item("指导思想", 1, 1), item("工作目标", 1, 1), item("到明年建成12个站", 1, 2), item("培训3万人次", 1, 2), item("分两批", 1, 3),
      item("逐月通报", 1, 3), item("主要任务", 1), item("建好阵地", 1, 1),
    ].join("");
    assert.equal(await text(body, { numbering: OFFICIAL + list(1, 0) }), [
      "一、总体要求", "（一）指导思想", "（二）工作目标", "1.到明年建成12个站", "2.培训3万人次", "①分两批", "②逐月通报", "二、主要任务", "（一）建好阵地",
    ].join("\n"));
  });

  const FORMATS = [
    ["chineseCounting", [1, 10, 11, 20, 99, 100, 105], "一 十 十一 二十 九十九 一〇〇 一〇五"],
    ["chineseCountingThousand", [1, 10, 19, 20, 100, 101, 110, 1005, 2340], "一 十 十九 二十 一百 一百零一 一百一十 一千零五 二千三百四十"],
    ["ideographDigital", [1, 9, 10, 11, 20], "一 九 一〇 一一 二〇"],
    ["japaneseCounting", [10, 20, 100, 112], "十 二十 百 百十二"],
    ["chineseLegalSimplified", [1, 10, 23, 105], "壹 壹拾 贰拾叁 壹佰零伍"],
    ["ideographLegalTraditional", [2, 16], "貳 壹拾陸"],
    ["ideographTraditional", [1, 10, 11], "甲 癸 11"],
    ["ideographZodiac", [1, 12], "子 亥"],
    ["decimal", [1, 10], "1 10"],
    ["decimalZero", [1, 10], "01 10"],
    ["decimalFullWidth", [12], "１２"],
    ["decimalEnclosedCircle", [1, 20, 21, 35, 36, 50, 51], "① ⑳ ㉑ ㉟ ㊱ ㊿ 51"],
    ["decimalEnclosedCircleChinese", [3], "③"],
    ["decimalEnclosedParen", [2], "⑵"],
    ["decimalEnclosedFullstop", [2], "⒉"],
    ["ideographEnclosedCircle", [2], "㊁"],
    ["numberInDash", [7], "- 7 -"],
    ["upperRoman", [4, 9, 1994], "IV IX MCMXCIV"],
    ["lowerRoman", [3], "iii"],
    ["upperLetter", [1, 26, 27], "A Z AA"],
    ["lowerLetter", [2, 28], "b bb"],
    ["ordinal", [1, 2, 3, 11, 21], "1st 2nd 3rd 11th 21st"],
    ["aFormatOfTomorrow", [5], "5"],
    ["none", [5], ""],
    ["constructor", [5], "5"],
  ];
  for (const [format, counts, want] of FORMATS) {
    test(`format-${format}`, async () => {
      const lists = counts.map((count, at) => list(at + 1, at)).join("");
      const abstracts = counts.map((count, at) => abstract(at, level(0, format, "%1|", `<w:start w:val="${count}"/>`).replace('<w:start w:val="1"/>', ""))).join("");
      const found = await text(counts.map((_, at) => item("项", at + 1)).join(""), { numbering: abstracts + lists });
      assert.equal(found.split("\n").map((line) => line.split("|")[0]).join(" "), want);
    });
  }

  test("a-format-spelled-out-by-its-author", async () => {
    const own = level(0, "decimal", "%1号").replace('<w:numFmt w:val="decimal"/>',
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>');
    assert.equal(await text(item("甲", 1) + item("乙", 1), { numbering: abstract(0, own) + list(1, 0) }), "001号 甲\n002号 乙");
  });

  test("several-counts-in-one-label-and-legal-digits", async () => {
    const numbering = abstract(0, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>"), level(2, "decimal", "%1-%2-%3")) + list(1, 0);
    const body = item("总则", 1) + item("目的", 1, 1) + item("适用", 1, 1) + item("附", 1, 2) + item("分则", 1) + item("职责", 1, 1);
    assert.equal(await text(body, { numbering }), "第一章 总则\n1.1 目的\n1.2 适用\n一-2-1 附\n第二章 分则\n2.1 职责");
  });

  test("a-list-starts-where-its-override-says", async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = OFFICIAL + list(1, 0) + list(2, 0) + list(3, 0, override);
    const body = item("甲", 1) + item("乙", 1) + item("丙接着数", 2) + item("丁从头数", 3) + item("戊", 3);
    assert.equal(await text(body, { numbering }), "一、甲\n二、乙\n三、丙接着数\n一、丁从头数\n二、戊");
  });

  test("an-override-may-bring-a-level-of-its-own", async () => {
    const numbering = OFFICIAL + list(1, 0, `<w:lvlOverride w:ilvl="0">${level(0, "upperLetter", "%1)")}</w:lvlOverride>`);
    assert.equal(await text(item("甲", 1) + item("乙", 1), { numbering }), "A)甲\nB)乙");
  });

  test("deeper-levels-begin-anew-unless-told-otherwise", async () => {
    const numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>'), level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>')) + list(1, 0);
    const body = [item("甲", 1), item("子", 1, 1), item("寅", 1, 2), item("丑", 1, 1), item("卯", 1, 2), item("乙", 1), item("子", 1, 1), item("寅", 1, 2)].join("");
    assert.equal(await text(body, { numbering }), "1.甲\n(1)子\na)寅\n(2)丑\nb)卯\n2.乙\n(3)子\na)寅");
  });

  test("a-level-reached-without-the-one-above-counts-it-as-begun", async () => {
    const numbering = abstract(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + list(1, 0);
    assert.equal(await text(item("甲", 1, 1) + item("乙", 1), { numbering }), "1.1 甲\n2 乙");
  });

  test("numbers-that-come-from-a-style", async () => {
    const numbering = abstract(0, level(0, "chineseCounting", "%1、", '<w:pStyle w:val="a1"/>'), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="a2"/>')) + list(1, 0);
    const styles = style("a1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>', { name: "heading 1" }) +
      style("a2", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>', { name: "heading 2" }) +
      style("own", "", { basedOn: "a1" });
    const body = paragraph("总体要求", '<w:pStyle w:val="a1"/>') + paragraph("目标", '<w:pStyle w:val="a2"/>') + paragraph("正文") +
      paragraph("任务", '<w:pStyle w:val="own"/>') + paragraph("不编号", '<w:pStyle w:val="a1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    const read = await readFile(docx(body, { numbering, styles }));
    assert.equal(read.text, "一、总体要求\n（一）目标\n正文\n二、任务\n不编号");
    assert.deepEqual(read.headings.map(({ start, end, level }) => [level, read.text.slice(start, end)]),
      [[1, "一、总体要求"], [2, "（一）目标"], [1, "二、任务"], [1, "不编号"]]);
  });

  test("a-list-that-stands-for-a-numbering-style", async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="official"/></w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="official"/>${level(0, "chineseCounting", "%1、")}</w:abstractNum>` + list(1, 0) + list(2, 1);
    const styles = style("official", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', { type: "numbering" });
    assert.equal(await text(item("甲", 1) + item("乙", 1), { numbering, styles }), "一、甲\n二、乙");
  });

  test("bullets-and-gaps", async () => {
    const numbering = abstract(0, level(0, "bullet", "\uf0b7")) + abstract(1, level(0, "decimal", "%1.")) + abstract(2, level(0, "bullet", "—")) + list(1, 0) + list(2, 1) + list(3, 2);
    assert.equal(await text(item("要点", 1) + item("2023年起", 2) + item("今年起", 2) + item("另", 3), { numbering }), "• 要点\n1. 2023年起\n2.今年起\n— 另");
  });

  test("a-list-nobody-defined-has-no-numbers", async () => {
    assert.equal(await text(item("甲", 7) + item("乙", 7, 99)), "甲\n乙");
    const far = '<w:lvl w:ilvl="999999999"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>';
    assert.equal(await text(item("丙", 1, 999999999), { numbering: abstract(0, far) + list(1, 0) }), "丙");
  });
});

describe("what stands in a paragraph", () => {
  test("runs-breaks-tabs-hyphens-and-symbols", async () => {
    const body = paragraph(run("第一") + run("行") + "<w:r><w:br/></w:r>" + run("第二行") + "<w:r><w:tab/></w:r>" + run("后") + "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>" +
      '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="宋体" w:char="2460"/><w:sym w:font="Wingdings" w:char="F001"/></w:r>');
    assert.equal(await text(body), "第一行\n第二行\t后-✓≥①〓");
  });

  test("blanks-count-where-the-file-says-so", async () => {
    assert.equal(await text("<w:p><w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space=\"preserve\"> 乙</w:t></w:r></w:p>"), "甲 乙");
  });

  test("hyperlinks-fields-and-content-controls", async () => {
    const field = (instruction, result) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = paragraph(`<w:hyperlink r:id="rId9">${run("链接")}</w:hyperlink>${field('HYPERLINK "http://example.org/"', run("站点") + field("PAGE", run("5")))}`) +
      paragraph(`<w:fldSimple w:instr=" NUMWORDS ">${run("1200")}</w:fldSimple>字`.replace("字", run("字"))) +
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph("控件里的话")}</w:sdtContent></w:sdt>` +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph("单击此处输入")}</w:sdtContent></w:sdt>` +
      paragraph(`<w:smartTag w:element="x">${run("标签里的话")}</w:smartTag>`);
    assert.equal(await text(body), "链接站点5\n1200字\n控件里的话\n标签里的话");
  });

  test("a-field-that-never-ends-swallows-its-paragraph-only", async () => {
    const body = paragraph(run("前") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("丢")) + paragraph("后面都在");
    assert.equal(await text(body), "前\n后面都在");
  });

  test("hidden-text-stays-hidden", async () => {
    const styles = style("secret", "<w:rPr><w:vanish/></w:rPr>", { type: "character" }) + style("ghost", "<w:rPr><w:vanish/></w:rPr>");
    const body = paragraph(run("见") + run("不见", "<w:vanish/>") + run("不见", '<w:rStyle w:val="secret"/>') + run("又见", '<w:rStyle w:val="secret"/><w:vanish w:val="0"/>')) +
      paragraph("整段不见", '<w:pStyle w:val="ghost"/><w:rPr><w:vanish/></w:rPr>') + paragraph("末");
    assert.equal(await text(body, { styles }), "见又见\n末");
  });

  test("phonetic-guides-and-formulas", async () => {
    const body = paragraph('<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>' +
      "<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>");
    assert.equal(await text(body), "拼3/4");
  });

  test("the-table-of-contents-is-left-out", async () => {
    const styles = style("11", "", { name: "toc 1" });
    assert.equal(await text(paragraph("目录") + paragraph("一、总体要求\t3", '<w:pStyle w:val="11"/>') + paragraph("一、总体要求"), { styles }), "目录\n一、总体要求");
  });

  test("markup-in-the-text-is-text", async () => {
    assert.equal(await text(paragraph("<img src=x onerror=alert(1)> & &lt;b>".replace("<img", "〈").replace("〈", "a<img"))), "a<img src=x onerror=alert(1)> & &lt;b>");
  });
});

describe("tables, boxes and notes", () => {
  test("cells-by-tab-and-rows-by-line", async () => {
    const body = paragraph("表前") + table(row("指标", "数量"), row("站点", cell("12个", "新建3个")), row("", "")) + paragraph("表后");
    assert.equal(await text(body), "表前\n指标\t数量\n站点\t12个 新建3个\n表后");
  });

  test("a-table-of-one-cell-is-a-frame", async () => {
    assert.equal(await text(table(row(cell("标题", "正文第一段", "正文第二段")))), "标题\n正文第一段\n正文第二段");
  });

  test("a-table-within-a-cell", async () => {
    const inner = `<w:tc>${table(row("内一", "内二"))}<w:p/></w:tc>`;
    assert.equal(await text(table(row("外", inner))), "外\t内一 内二");
  });

  test("numbering-goes-on-through-cells", async () => {
    const body = item("甲", 1) + table(`<w:tr><w:tc>${item("乙", 1)}</w:tc><w:tc>${item("丙", 1)}</w:tc></w:tr>`) + item("丁", 1);
    assert.equal(await text(body, { numbering: OFFICIAL + list(1, 0) }), "一、甲\n二、乙\t三、丙\n四、丁");
  });

  test("a-text-box-is-read-once-after-its-paragraph", async () => {
    const box = (content) => `<w:txbxContent>${paragraph(content)}</w:txbxContent>`;
    const body = paragraph(run("正文") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box("框中的话")}</wps:txbx></wps:wsp></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box("框中的话")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` + run("接着")) +
      paragraph(`<w:r><w:pict><v:shape><v:textbox>${box("旧式的框")}</v:textbox></v:shape></w:pict></w:r>`) + paragraph("末段");
    assert.equal(await text(body), "正文接着\n框中的话\n旧式的框\n末段");
  });

  test("notes-stand-under-the-text-with-their-marks", async () => {
    const mark = (kind) => `<w:r><w:${kind}Ref/></w:r>`;
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${paragraph("线")}</w:footnote><w:footnote w:id="2">${paragraph(mark("footnote") + run(" 见统计公报。"))}</w:footnote><w:footnote w:id="3">${paragraph(mark("footnote") + run(" 无人提及。"))}</w:footnote>`;
    const endnotes = `<w:endnote w:id="2">${paragraph(mark("endnote") + run("文末的注。"))}${paragraph("第二段。")}</w:endnote>`;
    const body = paragraph(run("人口12万") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("，户数3万") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + run("。")) + paragraph("完。");
    assert.equal(await text(body, { footnotes, endnotes }), "人口12万①，户数3万②。\n完。\n\n① 见统计公报。\n②文末的注。\n第二段。");
  });

  test("a-mark-set-by-hand-is-kept", async () => {
    const footnotes = `<w:footnote w:id="1">${paragraph(run("* 手写的注号。"))}</w:footnote>`;
    assert.equal(await text(paragraph(run("正文") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'), { footnotes }), "正文*\n\n* 手写的注号。");
  });
});

describe("tracked changes", () => {
  const by = 'w:id="1" w:author="甲" w:date="2025-01-01T00:00:00Z"';
  const added = (text) => `<w:ins ${by}>${run(text)}</w:ins>`;
  const removed = (text) => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

  const both = async (body, others) => {
    const accepted = await readFile(docx(body, others));
    const original = await readFile(docx(body, others), { changes: "original" });
    assert.equal(accepted.changes, original.changes);
    return [accepted.text, original.text, accepted.changes];
  };

  test("added-and-removed-words", async () => {
    assert.deepEqual(await both(paragraph(run("新建") + removed("12") + added("15") + run("个站"))), ["新建15个站", "新建12个站", 2]);
  });

  test("moved-words", async () => {
    const body = paragraph(`<w:moveFrom ${by}>${run("移走")}</w:moveFrom>${run("甲")}`) + paragraph(run("乙") + `<w:moveTo ${by}>${run("移来")}</w:moveTo>`);
    assert.deepEqual(await both(body), ["甲\n乙移来", "移走甲\n乙", 2]);
  });

  test("a-removed-paragraph-end-joins-two-paragraphs", async () => {
    const body = paragraph(run("前半，"), `<w:rPr><w:del ${by}/></w:rPr>`) + paragraph("后半。") + paragraph(added("新的一段"), `<w:rPr><w:ins ${by}/></w:rPr>`) + paragraph("末段");
    assert.deepEqual(await both(body), ["前半，后半。\n新的一段\n末段", "前半，\n后半。\n末段", 3]);
  });

  test("removed-items-are-not-counted", async () => {
    const body = item("甲", 1) + paragraph(removed("乙"), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del ${by}/></w:rPr>`) + item("丙", 1);
    assert.deepEqual(await both(body, { numbering: OFFICIAL + list(1, 0) }), ["一、甲\n二、丙", "一、甲\n二、乙\n三、丙", 2]);
  });

  test("rows-added-and-removed", async () => {
    const marked = (kind, ...cells) => row(...cells).replace("<w:tr>", `<w:tr><w:trPr><w:${kind} ${by}/></w:trPr>`);
    assert.deepEqual(await both(table(row("甲", "1"), marked("ins", "乙", "2"), marked("del", "丙", "3"))), ["甲\t1\n乙\t2", "甲\t1\n丙\t3", 2]);
  });

  test("numbering-as-it-was-before", async () => {
    const body = paragraph("甲", `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange ${by}><w:pPr/></w:pPrChange>`);
    assert.deepEqual((await both(body, { numbering: OFFICIAL + list(1, 0) })).slice(0, 2), ["一、甲", "甲"]);
  });

  test("a-file-without-changes-says-so", async () => {
    assert.equal((await readFile(docx(paragraph("甲")))).changes, 0);
  });
});

describe("packages of other programs", () => {
  test("prefixes-and-part-names-are-free", async () => {
    const files = parts(item("甲", 1), { numbering: OFFICIAL + list(1, 0) });
    const renamed = Object.fromEntries(Object.entries(files).map(([name, content]) => [
      name.replace("word/document.xml", "word/document2.xml").replace("word/_rels/document.xml", "word/_rels/document2.xml").replaceAll("/", "\\"),
      content.replaceAll(/(<\/?|[\s:])w:/g, "$1ns0:").replace("xmlns:w=", "xmlns:ns0=").replace("word/document.xml", "/word/document2.xml"),
    ]));
    assert.equal((await readFile(packed(renamed))).text, "一、甲");
  });

  test("the-strict-edition-of-the-standard", async () => {
    const files = parts(paragraph("甲"));
    for (const name of Object.keys(files)) {
      files[name] = files[name].replaceAll("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships");
    }
    assert.equal((await readFile(packed(files))).text, "甲");
  });

  test("utf-16-parts-cdata-comments-and-references", async () => {
    const files = parts("");
    const body = files["word/document.xml"].replace("<w:body>", "<w:body><!-- > --><w:p><w:r><w:t>甲<![CDATA[<乙>]]>&#x4e19;&#19969;&unknown;&#xd800;</w:t></w:r></w:p>");
    files["word/document.xml"] = new Uint8Array(Buffer.from(`\ufeff${body}`, "utf16le"));
    assert.equal((await readFile(packed(files))).text, "甲<乙>丙丁&unknown;\ufffd");
  });
});

describe("what cannot be read is refused by name", () => {
  const document = (xml) => packed({ ...parts(""), "word/document.xml": xml });

  test("a-damaged-archive", async () => {
    const good = docx(paragraph("甲".repeat(2000) + Array.from({ length: 500 }, (_, i) => i * i).join("")));
    await fails(good.slice(0, good.length - 40), "file-damaged");
    await fails(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), "file-damaged");
    const start = new TextDecoder("latin1").decode(good).indexOf("word/document.xml");
    for (let at = start + 20; at < start + 300; at += 7) {
      const bad = good.slice();
      bad[at] ^= 0x55;
      await fails(bad, "file-damaged");
    }
  });

  test("damaged-xml", async () => {
    for (const xml of ["", "text", "<w:document", "<a><b></a>", "<a", "<a b=>", "<a></a", "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>", "<w:document xmlns:w='x'><w:body><w:p>"]) {
      await assert.rejects(readFile(document(xml)), ({ code }) => code === "file-damaged" || code === "file-empty", xml);
    }
    await fails(document(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${"<w:p>".repeat(100_000)}`), "file-damaged", "depth");
  });

  test("an-archive-that-unpacks-to-too-much", async () => {
    const bomb = packed({ ...parts(""), "word/document.xml": new Uint8Array(120_000_000) });
    assert.ok(bomb.length < 200_000);
    await fails(bomb, "file-unpacks-too-large", "100 MB");
    // The size that the archive states may be a lie: what holds more is not read on.
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = lying.length - 22; at > 0; at -= 1) if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 120_000_000) view.setUint32(at + 24, 10, true);
    await fails(lying, "file-damaged", "word/document.xml");
  });

  test("a-small-file-that-becomes-a-long-text", async () => {
    const styles = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering = abstract(0, level(0, "decimal", "长".repeat(250))) + list(1, 0);
    await fails(docx("<w:p/>".repeat(500_000), { styles, numbering }), "file-unpacks-too-large", "50 MB");
  });

  test("an-empty-document", async () => {
    await fails(docx(paragraph("") + paragraph("")), "file-empty");
  });

  test("other-programs-and-protected-files", async () => {
    const of = (target, more = {}) => packed({ "_rels/.rels": relationships(`<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/>`), ...more });
    await fails(of("xl/workbook.xml"), "file-not-word", "Excel");
    await fails(of("ppt/presentation.xml"), "file-not-word", "PowerPoint");
    await fails(packed({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" }), "file-not-word", "OpenDocument");
    await fails(packed({ "OFD.xml": "<a/>" }), "file-fixed-layout", "OFD");
    await fails(packed({ "a.txt": "text" }), "file-not-word", "ZIP");
    await fails(of("word/document.xml"), "file-damaged", "word/document.xml");
    const locked = docx(paragraph("甲"));
    const view = new DataView(locked.buffer);
    for (let at = 0; at < locked.length - 4; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
    await fails(locked, "file-protected");
    const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0];
    await fails(new Uint8Array([...old, ...Buffer.from("EncryptedPackage", "utf16le")]), "file-protected");
    await fails(new Uint8Array(old), "file-old-word");
  });

  test("parts-of-the-archive-that-are-not-text-are-never-unpacked", async () => {
    const files = { ...parts(paragraph("甲")) };
    const bytes = zipSync({ ...Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])), "word/media/image1.png": new Uint8Array(150_000_000) });
    assert.equal((await readFile(bytes)).text, "甲");
  });
});
