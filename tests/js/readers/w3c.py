"""W3C annotations beside their text: position and quote must point at the same place."""
import json
import sys


def read(path):
    with open(path, encoding="utf-8") as file:
        annotations = json.load(file)
    with open(path.removesuffix(".jsonld") + ".source", encoding="utf-8", newline="") as file:
        text = file.read()
    return [check(annotation, text) for annotation in annotations]


def check(annotation, text):
    quote, position = annotation["target"]["selector"]
    assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld" and annotation["type"] == "Annotation"
    assert [quote["type"], position["type"]] == ["TextQuoteSelector", "TextPositionSelector"]
    start, end = position["start"], position["end"]
    prefix, exact, suffix = quote["prefix"], quote["exact"], quote["suffix"]
    assert text[start:end] == exact, annotation
    assert len(prefix) <= 32 and len(suffix) <= 32
    assert text[start - len(prefix) : start] == prefix and text[end : end + len(suffix)] == suffix, annotation
    return [annotation["body"][0]["value"].split("/")[-1], exact, prefix, suffix]


print(json.dumps([read(path) for path in sys.argv[1:]]))
