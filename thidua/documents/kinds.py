"""The kinds of document that the apps above can have written; each registers its own in its apps.py."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class DocumentKind:
    """How one kind of document is made.

    `build(subject_id)` returns (title, dataclass of the template); `may_see(actor, subject_id)` guards the file;
    `page` names the URL of the page that the document belongs to, which takes the subject's id.
    `writer(doc)` returns the bytes of a file in `format` («pdf», «docx»); without one, `template` is printed as PDF.
    Raise `version` when the template or the writer changes the content.
    """

    code: str
    label: str
    template: str
    build: Callable
    may_see: Callable
    page: str
    version: int = 1
    writer: Callable | None = None
    format: str = "pdf"


KINDS: dict[str, DocumentKind] = {}


def register(kind):
    KINDS[kind.code] = kind


def fingerprint(kind, doc):
    content = json.dumps([kind.template, kind.version, asdict(doc)], default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()
