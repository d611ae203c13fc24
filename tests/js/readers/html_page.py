"""HTML: nothing that runs, nothing from elsewhere, every link has its target; the text of the article as lines."""
import html.parser
import json
import sys

ELEMENTS = "html meta title style header h1 h2 p div section ul li mark main table thead tbody tr th td a".split()
LINES = {"h1", "h2", "p", "div"}
ATTRIBUTES = "lang charset http-equiv content name class id title scope href aria-label".split()


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.marks, self.links, self.open = [], [], [], []

    def handle_starttag(self, tag, attrs):
        assert tag in ELEMENTS, tag
        assert all(name in ATTRIBUTES for name, _value in attrs), attrs
        self.open.append((tag, dict(attrs).get("id")))
        if tag in LINES and self.inside("main"):
            self.lines.append("")
        if tag == "mark" and dict(attrs).get("id"):
            self.marks.append(dict(attrs)["id"])
        if tag == "a":
            self.links.append(dict(attrs)["href"])
        if tag == "meta":
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag, tag

    def handle_data(self, data):
        if self.inside("main") and any(self.inside(tag) for tag in LINES):
            self.lines[-1] += data

    def inside(self, tag):
        return any(name == tag for name, _id in self.open)


def read(path):
    page = Page()
    with open(path, encoding="utf-8", newline="") as file:
        page.feed(file.read())
    page.close()
    assert page.open == [], page.open
    assert all(link[0] == "#" and link[1:] in page.marks for link in page.links), page.links
    return {"lines": page.lines, "marks": page.marks}


print(json.dumps([read(path) for path in sys.argv[1:]]))
