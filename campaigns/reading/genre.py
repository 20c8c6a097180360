"""Whether a text is a plan for emulation and commendation at all."""

import re

from campaigns.reading.errors import NotAPlan, Unreadable
from campaigns.reading.lines import is_caps
from campaigns.reading.paper import Paper

_OTHER = re.compile(
    r"^(?:quyet dinh|to trinh|bao cao|thong bao|cong van|bien ban|nghi quyet|nghi dinh|thong tu|luat|hop dong|giay moi|don |chi thi|huong dan|quy che|giay khen|bang khen)\b"
)
_SECTIONS = re.compile(
    r"muc dich|yeu cau|doi tuong|noi dung|tieu chi|hinh thuc|khen thuong|ho so|to chuc thuc hien|noi nhan|thoi gian|phong trao|phat dong|so ket|tong ket|chi tieu"
)
NOT_A_PLAN = "Văn bản này không phải là kế hoạch thi đua, khen thưởng nên không đọc được."
EMPTY = "Tệp không có chữ nào để đọc. Nếu là bản quét, cần nhận dạng chữ trước khi tải lên."


def check(paper: Paper) -> None:
    """Refuse what is no plan; a fragment of a plan passes."""
    if not any(ch.isalpha() for line in paper.lines[:400] for ch in line.text):
        raise Unreadable(EMPTY)
    folded = paper.folded[:400_000]
    subject = len(
        re.findall(
            r"\bthi\s{0,2}dua\b|\bkhen\s{0,2}thuong\b|\bphong trao\b|\bgiay khen\b|\bbang khen\b|\bdanh hieu\b", folded
        )
    )
    plan = paper.title_at >= 0
    word = len(re.findall(r"\bke hoach\b", folded))
    sections = len(set(_SECTIONS.findall(folded)))
    if subject == 0 or (not plan and _is_other(paper)):
        raise NotAPlan(NOT_A_PLAN)
    score = min(subject, 4) + (4 if plan else min(word, 2)) + min(sections, 4)
    if score < 5:
        raise NotAPlan(NOT_A_PLAN)


def _is_other(paper: Paper) -> bool:
    """A decision, a report, a law: the kind of paper stands in capitals at its head."""
    return any(is_caps(line.text) and _OTHER.match(line.folded) for line in paper.lines[:25])
