"""brat: the .ann names slices of the .txt, whichever way line ends are read."""
import json
import re
import sys


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        lines = [line for line in file.read().split("\n") if line]
    texts = []
    for newline in ["", None]:
        with open(path.removesuffix(".ann") + ".txt", encoding="utf-8", newline=newline) as file:
            texts.append(file.read())
    entities, relations = {}, []
    for line in lines:
        ident, rest = line.split("\t", 1)
        if ident[0] == "T":
            entities[ident] = entity(rest, texts)
        elif ident[0] == "R":
            relations.append(rest)
        elif ident[0] == "A":
            assert re.fullmatch(r"\w+ T\d+( \w+)?", rest), line
        else:
            assert re.fullmatch(r"AnnotatorNotes [TR]\d+\t.+", rest), line
    ends = [re.fullmatch(r"(\w+) Arg1:(T\d+) Arg2:(T\d+)", relation).groups() for relation in relations]
    return {
        "entities": list(entities.values()),
        "relations": [[name, entities[one][1], entities[other][1]] for name, one, other in ends],
    }


def entity(rest, texts):
    head, surface = rest.split("\t")
    assert rest.splitlines() == [rest], rest
    kind, places = head.split(" ", 1)
    assert re.fullmatch(r"[A-Za-z_]+", kind)
    for text in texts:
        fragments = [text[int(start) : int(end)] for start, end in (place.split() for place in places.split(";"))]
        assert " ".join(fragments) == surface and "\n" not in surface, rest
    return [kind, surface]


print(json.dumps([read(path) for path in sys.argv[1:]]))
