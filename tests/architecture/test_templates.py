"""All templates compile; none of them writes script or style into a page."""

import re

import pytest
from django.conf import settings
from django.template import engines

ROOT = settings.BASE_DIR / "templates"
ALL = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.is_file())
# Paper is laid out by WeasyPrint, not by a browser: it may carry its own sheet.
PAPER = ("pdf/", "email/")


@pytest.mark.parametrize("name", ALL)
def test_it_compiles(name):
    assert engines["django"].get_template(name).template.name == name


@pytest.mark.parametrize("name", [name for name in ALL if not name.startswith(PAPER)])
def test_it_keeps_the_content_security_policy(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.findall(
        r"""<style|\sstyle=["']|\son[a-z]+=["']|javascript:|\|\s*safe\b|autoescape off|https?://(?!www\.w3\.org)""",
        text,
    )
    assert found == []
