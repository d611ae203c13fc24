"""JSON Lines in code points: prints, for each file, what its offsets cut out of its text."""
import json
import sys


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        document, *notes = (json.loads(line) for line in file.read().split("\n") if line)
    assert document["offsets"] == "codepoint", document["offsets"]
    text = document["text"]
    cut = lambda span: text[span["start"] : span["end"]]
    for note in notes:
        assert cut(note) == note["text"], note
        for inner in [note.get("of"), *note.get("members", [])]:
            assert inner is None or "start" not in inner or cut(inner) == inner["text"], note
    return {"text": text, "notes": [[note.get("kind", note["layer"]), cut(note)] for note in notes]}


print(json.dumps([read(path) for path in sys.argv[1:]]))
