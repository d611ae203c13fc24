/** The parts of a Word document that are the same in each, and the frames of those that are not. */

const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PARTS = [["document", "document.main"], ["styles", "styles"], ["comments", "comments"]] as const;

export const CONTENT_TYPES = `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
${PARTS.map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${type}+xml"/>`).join("")}</Types>`;

export const PACKAGE_RELATIONS = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">\
<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`;

export const DOCUMENT_RELATIONS = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">\
<Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="${RELATIONS}/comments" Target="comments.xml"/></Relationships>`;

const HEADING = "<w:next w:val=\"Normal\"/><w:qFormat/>";
const HEI = `<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimHei"/>`;

function style(id: string, name: string, rest: string, type = "paragraph"): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${type === "paragraph" ? "Normal" : "DefaultParagraphFont"}"/>${rest}</w:style>`;
}

/** Song for the text, Hei for headings; lines far enough apart for the circles over the characters. */
export const STYLES = `${DECLARATION}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/>\
<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:line="400" w:lineRule="atLeast"/><w:jc w:val="both"/></w:pPr></w:style>\
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>\
${style("Title", "Title", `${HEADING}<w:pPr><w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/></w:pPr><w:rPr>${HEI}<w:sz w:val="36"/></w:rPr>`)}\
${[1, 2].map((level) => style(`Heading${level}`, `heading ${level}`, `${HEADING}<w:pPr><w:keepNext/><w:spacing w:before="${280 - 80 * level}" w:after="60"/><w:jc w:val="left"/><w:outlineLvl w:val="${level - 1}"/></w:pPr>\
<w:rPr>${level === 1 ? HEI : "<w:b/>"}</w:rPr>`)).join("")}\
${style("Cells", "Cells", `<w:pPr><w:tabs>${[1, 2, 3, 4].map((at) => `<w:tab w:val="left" w:pos="${at * 1800}"/>`).join("")}</w:tabs><w:jc w:val="left"/></w:pPr>`)}\
${style("TableText", "Table Text", `<w:pPr><w:spacing w:line="280" w:lineRule="atLeast"/><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>`)}\
${style("CommentText", "annotation text", `<w:pPr><w:spacing w:line="280" w:lineRule="atLeast"/><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>`)}\
${style("CommentReference", "annotation reference", `<w:rPr><w:sz w:val="16"/></w:rPr>`, "character")}</w:styles>`;

/** On A4. */
export function documentXml(body: string): string {
  return `${DECLARATION}<w:document xmlns:w="${MAIN}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>\
<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

export function commentsXml(comments: readonly string[], author: string): string {
  const written = comments.map((content, id) => `<w:comment w:id="${id}" w:author="${author}" w:initials="${author.charAt(0)}">\
<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${content}</w:p></w:comment>`);
  return `${DECLARATION}<w:comments xmlns:w="${MAIN}">${written.join("")}</w:comments>`;
}

/** Rules between the rows, none between the columns; the head comes again on each page. */
export function tableXml(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const line = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>`;
  const written = rows.map((cells, at) => `<w:tr><w:trPr><w:cantSplit/>${at === 0 ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map((cell, column) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>${cell}</w:p></w:tc>`).join("")}</w:tr>`);
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${line("top")}${line("bottom")}${line("insideH")}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>\
<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${written.join("")}</w:tbl><w:p/>`;
}
