// Small .docx files for tests: parts in, archive out. The shapes are those of Word, WPS and LibreOffice.
import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="${MC}" xmlns:wps="${WPS}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;

export const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A run of text. */
export const run = (text, properties = "") => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of text or of runs. */
export const paragraph = (content, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") ? content : content && run(content)}</w:p>`;

/** An item of a list. */
export const item = (content, list, level = 0) => paragraph(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

export const cell = (...paragraphs) => `<w:tc><w:tcPr/>${paragraphs.map((one) => paragraph(one)).join("")}</w:tc>`;
export const row = (...cells) => `<w:tr>${cells.map((one) => (one.startsWith("<") ? one : cell(one))).join("")}</w:tr>`;
export const table = (...rows) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;

/** A level of a list: its format, its text such as `（%1）`, and more elements. */
export const level = (index, format, text, more = "") =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
export const abstract = (id, ...levels) => `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
export const list = (id, of, more = "") => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;

export const style = (id, content, { name = id, type = "paragraph", basedOn = "" } = {}) =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}${content}</w:style>`;

const KINDS = ["numbering", "styles", "footnotes", "endnotes"];

/** The files of a package whose text is `body`; the others are the content of their root elements. */
export function parts(body, others = {}) {
  const there = KINDS.filter((kind) => others[kind] !== undefined);
  const relations = there.map((kind, at) => `<Relationship Id="rId${at + 1}" Type="${R}/${kind}" Target="${kind}.xml"/>`).join("");
  return {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": relationships(`<Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/>`),
    "word/_rels/document.xml.rels": relationships(relations),
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...Object.fromEntries(there.map((kind) => [`word/${kind}.xml`, `<w:${kind} ${NAMESPACES}>${others[kind]}</w:${kind}>`])),
  };
}

export const relationships = (content) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;

/** The archive of named parts. */
export const packed = (files) => zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content])));

export const docx = (body, others) => packed(parts(body, others));
