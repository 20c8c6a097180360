"""A kind of document may bring a writer of its own: Word files beside PDFs, through the same job and the same doors."""

from dataclasses import dataclass

import pytest
from django.core.files.storage import storages

from thidua.documents.actions import render_document, request_document
from thidua.documents.kinds import KINDS, DocumentKind
from thidua.documents.uploads import DOCX


@dataclass(frozen=True)
class Note:
    text: str


@pytest.fixture
def note_kind(monkeypatch):
    kind = DocumentKind(
        "note", "Ghi chú", "", lambda subject_id: ("Ghi chú số 7", Note("Nội dung")), lambda actor, subject_id: True,
        "campaign_overview", writer=lambda doc: b"PK " + doc.text.encode(), format="docx",
    )  # fmt: skip
    monkeypatch.setitem(KINDS, "note", kind)
    return kind


def test_a_writer_makes_the_file_in_its_own_format(tenant, note_kind):
    document = request_document(kind="note", subject_id=7)
    render_document(tenant.pk, document.pk)
    document.refresh_from_db()
    assert (document.status, document.pages, document.file.name) == ("done", None, "Ghi chú số 7.docx")
    assert document.file.content_type == DOCX
    with storages["default"].open(document.file.key) as file:
        assert file.read() == "PK Nội dung".encode()


def test_its_page_offers_the_file_and_no_preview(campaign, note_kind, office, client_of, at):
    document = request_document(kind="note", subject_id=campaign.pk)
    render_document(campaign.tenant_id, document.pk)
    page = client_of(office).get(at(office, "document_status", document.pk)).content.decode()
    assert ("Ghi chú số 7.docx" in page, "<iframe" in page, "None" in page) == (True, False, False)
