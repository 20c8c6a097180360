"""Documents rendered once and measured many times."""

import pytest

from tests.documents import samples
from tests.documents.measuring import Measured

TEMPLATES = {
    "DecisionDoc": "pdf/decision.html",
    "SubmissionLetterDoc": "pdf/submission_letter.html",
    "AchievementReportDoc": "pdf/achievement_report.html",
}


def printed(doc):
    """A document as it leaves the worker; WeasyPrint has nothing to complain about."""
    from thidua.documents.rendering import render_pdf

    rendered = render_pdf(TEMPLATES[type(doc).__name__], {"doc": doc})
    assert rendered.warnings == ()
    return Measured(rendered)


@pytest.fixture(scope="session", name="printed")
def printed_fixture(_strict_templates):
    return printed


@pytest.fixture(scope="session")
def decision(printed):
    return printed(samples.decision())


@pytest.fixture(scope="session")
def letter(printed):
    return printed(samples.letter())


@pytest.fixture(scope="session")
def report(printed):
    return printed(samples.report())


@pytest.fixture(scope="session", params=["decision", "letter", "report"])
def document(request):
    """Each of the three documents."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def long_letter(printed):
    """A submission letter with a list of 200 people."""
    return printed(samples.letter(lines=samples.many(200)))
