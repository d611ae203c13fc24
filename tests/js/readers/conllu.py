"""CoNLL-U: the rules of its columns; the text is put together again from forms and blanks, and cut by TokenRange."""
import json
import re
import sys

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
ESCAPES = {"\\s": " ", "\\t": "\t", "\\r": "\r", "\\n": "\n", "\\p": "|", "\\\\": "\\"}


def plain(text):
    return re.sub(r"\\.", lambda match: ESCAPES[match[0]], text)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        content = file.read()
    assert content == "" or content.endswith("\n\n")
    text, words, forms = "", [], []
    for number, block in enumerate((block for block in content.split("\n\n") if block), 1):
        lines = block.split("\n")
        comments = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        assert comments["sent_id"] == str(number)
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        sentence = ""
        for place, row in enumerate(rows, 1):
            assert len(row) == 10 and all(column and column == column.strip() for column in row), row
            assert row[0] == str(place) and row[3] in UPOS, row
            facts = dict(fact.split("=", 1) for fact in row[9].split("|"))
            gap = "" if "SpaceAfter" in facts else plain(facts.get("SpacesAfter", "\\s"))
            surface = plain(facts.get("SpacesInToken", row[1].replace("\\", "\\\\")))
            text += plain(facts.get("SpacesBefore", ""))
            words.append(([int(offset) for offset in facts["TokenRange"].split(":")], surface, facts))
            text += surface + gap
            sentence += row[1] + (" " if gap else "")
        assert comments["text"] == sentence.rstrip(), (comments["text"], sentence)
    for (start, end), surface, _facts in words:
        assert text[start:end] == surface, (start, end, surface)
    return {"text": text, "words": [[surface, facts.get("Number"), facts.get("Slogan")] for _span, surface, facts in words]}


print(json.dumps([read(path) for path in sys.argv[1:]]))
