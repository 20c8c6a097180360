"""Docs that are made from code say what the code says."""

from django.conf import settings

from dossiers.management.commands.write_docs import documents


def test_written_docs_are_those_of_today():
    """After a change: manage.py write_docs."""
    written = {path: (settings.BASE_DIR / path).read_text(encoding="utf-8") for path in documents()}
    assert written == documents()


def test_no_diagram_is_left_over():
    folder = settings.BASE_DIR / "docs" / "states"
    assert {f"docs/states/{file.name}" for file in folder.iterdir()} == {
        path for path in documents() if path.startswith("docs/states/")
    }
