"""CSV: one width, nothing that a spreadsheet would run, and UTF-16 offsets that hold."""
import csv
import json
import re
import sys


def read(path):
    with open(path, "rb") as file:
        assert file.read(3) == b"\xef\xbb\xbf"
    with open(path, encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, strict=True)
    with open(path.removesuffix(".csv") + ".source", encoding="utf-8", newline="") as file:
        units = file.read().encode("utf-16-le")
    for row in rows:
        assert len(row) == len(head), row
        for cell in row:
            assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell) or re.fullmatch(r"-\d+(\.\d+)?", cell), cell
        record = dict(zip(head, row))
        start, end = int(record["start_utf16"]), int(record["end_utf16"])
        assert units[2 * start : 2 * end].decode("utf-16-le") == bare(record["text"]), record
    return [dict(zip(head, map(bare, row))) for row in rows]


def bare(cell):
    return cell[1:] if re.match(r"''*[=+\-@\t\r\n＝＋－＠]", cell) else cell


print(json.dumps([read(path) for path in sys.argv[1:]]))
