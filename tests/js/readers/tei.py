"""TEI: well formed; the text of the body, and that of each mark, its pieces put together."""
import json
import sys
import xml.etree.ElementTree as ElementTree

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def read(path):
    root = ElementTree.parse(path).getroot()
    body = root.find(f"{TEI}text/{TEI}body")
    marks = {element.get(ID): element for element in body.iter() if element.get(ID)}
    for element in root.iter():
        for name in ["next", "prev", "corresp", "target", "inst"]:
            assert all(target[1:] in marks for target in element.get(name, "").split()), element.attrib
    found = [[kind(element), surface(element, marks)] for element in marks.values() if not element.get("prev")]
    words = [element for element in body.iter() if element.tag in [f"{TEI}w", f"{TEI}pc"]]
    return {
        "text": "".join(body.itertext()),
        "marks": found,
        "words": ["".join(element.itertext()) for element in words],
        "attributes": [dict(element.attrib) for element in marks.values()],
    }


def kind(element):
    return [element.tag.removeprefix(TEI), element.get("type")]


def surface(element, marks):
    text = "".join(element.itertext())
    following = element.get("next")
    return text + surface(marks[following[1:]], marks) if following else text


print(json.dumps([read(path) for path in sys.argv[1:]]))
