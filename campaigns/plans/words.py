"""What words of a plan mean in the terms of the catalogue: kinds of agency, of document, of paper; grades."""

import re

from awards.enums import QualityGrade
from thidua.agencies.enums import AgencyKind
from thidua.agencies.names import fold

from ..enums import ComponentKind, DocumentKind

AGENCY_WORDS = (
    (r"phong noi vu", AgencyKind.DISTRICT_OFFICE),
    (r"truc thuoc", AgencyKind.SUBORDINATE_UNIT),
    (r"\bthuoc (va truc thuoc |truc thuoc |)(so|van phong|trung tam|ban|cuc|chi cuc)\b", AgencyKind.INTERNAL_UNIT),
    (r"don vi thuoc|phong chuyen mon|cac phong\b|\bphong, ban\b", AgencyKind.INTERNAL_UNIT),
    (r"(?<!truc )\bthuoc,? (va )?truc thuoc", AgencyKind.INTERNAL_UNIT),
)
GRADE_WORDS = (
    ("khong hoan thanh nhiem vu", QualityGrade.FAILED),
    ("hoan thanh xuat sac nhiem vu", QualityGrade.EXCELLENT),
    ("hoan thanh tot nhiem vu", QualityGrade.GOOD),
    ("hoan thanh nhiem vu", QualityGrade.COMPLETED),
)
COMPONENT_WORDS = (
    ("bao cao thanh tich", ComponentKind.ACHIEVEMENT_REPORT),
    ("bao cao tom tat thanh tich", ComponentKind.ACHIEVEMENT_REPORT),
    ("bien ban", ComponentKind.MINUTES),
    ("to trinh", ComponentKind.SUBMISSION_LETTER),
    ("cong van de nghi", ComponentKind.SUBMISSION_LETTER),
    ("minh chung", ComponentKind.EVIDENCE),
)


def agency_kinds_in(text):
    """Kinds of agency that the words name, in the order of the catalogue."""
    folded = fold(text)
    found = {kind for pattern, kind in AGENCY_WORDS if re.search(pattern, folded)}
    for kind, label in AgencyKind.choices:
        # «Trung tâm», «Văn phòng» alone are parts of names, not kinds.
        if len(label.split()) >= 3 and fold(label) in folded:
            found.add(kind)
    return [kind for kind in AgencyKind.values if kind in found]


def grades_in(text):
    """The grade that a target counts; «tốt» counts what is better, too, when units are meant to reach it."""
    folded = fold(text)
    for words, grade in GRADE_WORDS:
        if words in folded:
            return [grade]
    return []


def component_kind_of(name):
    folded = fold(name)
    places = [(folded.find(words), kind) for words, kind in COMPONENT_WORDS if words in folded]
    return min(places)[1] if places else ComponentKind.OTHER


def document_kind_of(label):
    kinds = {fold(text): kind for kind, text in DocumentKind.choices}
    return kinds.get(fold(label or ""), DocumentKind.OTHER)


def subject_of(basis):
    """What a cited document is about: its text without kind, number, date and issuer."""
    text = (basis["text"] or "").strip()
    text = re.sub(rf"^{re.escape(basis['kind'] or '')}\s*", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^số\s*:?\s*\S+\s*,?\s*", "", text, flags=re.IGNORECASE)
    text = re.sub(r",?\s*\bngày\s+\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}", "", text, count=1, flags=re.IGNORECASE)
    issuer = basis.get("issuer")
    if issuer:
        text = re.sub(rf"^\s*của\s+{re.escape(issuer)}\s*", "", text.strip(), flags=re.IGNORECASE)
    return text.strip(" ,;.")
