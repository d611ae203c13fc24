"""DOCX by zip and XML alone: every part declared, every comment at its place; the text as lines, and what is marked in it."""
import json
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    types = {part.get("PartName") for part in parts["[Content_Types].xml"] if part.get("PartName")}
    targets = {f"/word/{relation.get('Target')}" for relation in parts["word/_rels/document.xml.rels"]}
    assert types == targets | {"/word/document.xml"}
    document, comments = parts["word/document.xml"], parts["word/comments.xml"]
    styles = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")}
    assert {style.get(f"{W}val") for tag in ("pStyle", "rStyle") for style in document.iter(W + tag)} <= styles
    said = {comment.get(f"{W}id"): text(comment) for comment in comments}
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(found.get(f"{W}id") for found in document.iter(W + tag)) == sorted(said)
    lines, marks = [], []
    for paragraph in document.find(f"{W}body"):
        if paragraph.find(f".//{W}pageBreakBefore") is not None:
            break
        style = paragraph.find(f".//{W}pStyle")
        lines.append([style.get(f"{W}val") if style is not None else None, text(paragraph)])
        for run in paragraph.iter(f"{W}r"):
            marks += [[mark.tag[len(W):], mark.get(f"{W}val"), text(run)] for tag in ("u", "em") for mark in run.iter(W + tag)]
    tables = [[[text(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")] for table in document.iter(f"{W}tbl")]
    return {"lines": lines, "marks": marks, "comments": list(said.values()), "tables": tables}


def text(element):
    return "".join("\t" if part.tag == f"{W}tab" else part.text or "" for part in element.iter() if part.tag in (f"{W}t", f"{W}tab"))


print(json.dumps([read(path) for path in sys.argv[1:]]))
