"""What every page that a test gets must not do. `police(text)` fails the test with all its findings."""

import re
from html.parser import HTMLParser

import pytest

ENGLISH = re.compile(r"\b(Required|This field|Submit|Delete|Error|Cancel|Save|Search|None|True|False)\b")
DATA_SCRIPTS = {"application/json", "application/ld+json"}
SILENT = {"script", "style", "template"}
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")


class Page(HTMLParser):
    """Reads one page and collects what is wrong with it."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.findings = []
        self.ids = []
        self.references = []
        self.text = []
        self.is_whole = False
        self._open_script = None
        self._silent = []
        self._form = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attrs = dict(attributes)
        self.is_whole |= tag == "html"
        if tag in SILENT:
            self._silent.append(tag)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        self.references += [(name, target) for name in REFERENCES if attrs.get(name) for target in attrs[name].split()]
        self._check_csp(tag, attrs)
        self._check_form(tag, attrs)
        if tag == "img" and "alt" not in attrs:
            self.findings.append(f"<img src={attrs.get('src')!r}> without alt")

    def _check_csp(self, tag, attrs):
        self.findings += [f"inline handler {name} at <{tag}>" for name in attrs if name.startswith("on")]
        if "style" in attrs:
            self.findings.append(f"style= at <{tag}>: {attrs['style']}")
        if tag == "style":
            self.findings.append("<style> in the page")
        if tag == "script" and "src" not in attrs and attrs.get("type") not in DATA_SCRIPTS:
            self._open_script = True

    def _check_form(self, tag, attrs):
        if tag == "form":
            self._form = {
                "method": (attrs.get("method") or "get").lower(),
                "action": attrs.get("action"),
                "token": False,
            }
        if tag == "input" and self._form and attrs.get("name") == "csrfmiddlewaretoken":
            self._form["token"] = True

    def handle_endtag(self, tag):
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()
        if tag == "script":
            self._open_script = None
        if tag == "form" and self._form:
            if self._form["method"] == "post" and not self._form["token"]:
                self.findings.append(f"form to {self._form['action']} without a CSRF token")
            self._form = None

    def handle_data(self, data):
        if self._open_script and data.strip():
            self.findings.append(f"inline script: {data.strip()[:60]}")
        if not self._silent and data.strip():
            self.text.append(" ".join(data.split()))


def findings_of(text):
    page = Page(text)
    found = list(page.findings)
    found += [f"not rendered: {mark}" for mark in ("{{", "}}", "{%", "%}") if mark in text]
    found += [f"id «{name}» {page.ids.count(name)} times" for name in sorted(set(page.ids)) if page.ids.count(name) > 1]
    if page.is_whole:
        found += [f"{name}=«{target}» names nothing" for name, target in page.references if target not in page.ids]
    found += [f"English: {line[:80]}" for line in page.text if ENGLISH.search(line)]
    return found


def police(text, address):
    found = findings_of(text)
    if found:
        pytest.fail(f"{address}:\n- " + "\n- ".join(found), pytrace=False)


def visible_text(response):
    """What a person reads on the page, in one line."""
    return " ".join(Page(response.content.decode()).text)
