"""Years in the words of a plan: those of the campaign move on, everything else stays as it is written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.plans.years import in_text, years_in

OWN = range(2024, 2026)  # a plan for 2024, which prepares 2025


@pytest.mark.parametrize(
    ("text", "next_year"),
    [
        ("Phong trào thi đua năm 2024", "Phong trào thi đua năm 2025"),
        ("năm 2024 - 2025", "năm 2025 - 2026"),
        ("các năm 2024, 2025", "các năm 2025, 2026"),
        ("từ năm 2024 đến năm 2025", "từ năm 2025 đến năm 2026"),
        ("giai đoạn 2024-2025", "giai đoạn 2025-2026"),
        ("năm học 2024-2025", "năm học 2025-2026"),
        ("NĂM 2024", "NĂM 2025"),
        ("Đợt 1/2024", "Đợt 1/2025"),
        ("Quý I/2024", "Quý I/2025"),
        ("tháng 6/2024.", "tháng 6/2025."),
        ("báo cáo trước 30/6/2024, gửi Văn phòng", "báo cáo trước 30/6/2025, gửi Văn phòng"),
        ("từ 01/01/2024-31/12/2024", "từ 01/01/2025-31/12/2025"),
        ("trước ngày 20 tháng 11 năm 2024", "trước ngày 20 tháng 11 năm 2025"),
        ("6 tháng đầu năm 2024", "6 tháng đầu năm 2025"),
        ("kế hoạch công tác thi đua năm 2025", "kế hoạch công tác thi đua năm 2026"),
        ("theo Kế hoạch số 12/KH-SNV, sơ kết năm 2024", "theo Kế hoạch số 12/KH-SNV, sơ kết năm 2025"),
    ],
)
def test_the_campaigns_own_years_move_on(text, next_year):
    assert in_text(text, 1, OWN) == next_year


@pytest.mark.parametrize(
    "text",
    [
        "Kỷ niệm Cách mạng tháng Tám năm 1945",
        "Nghị quyết số 18 năm 2017",
        "Luật Thi đua, khen thưởng năm 2024",
        "giai đoạn 2021-2025",
        "các năm 2023, 2024",
        "Kế hoạch số 1209/KH-SNV ngày 05/4/2024 của Sở Nội vụ",
        "Công văn ngày 05 tháng 4 năm 2024",
        "Thông tư 12/2024/TT-BNV",
        "Quyết định 2024/QĐ-UBND",
        "khen thưởng 2024 tập thể",
        "đạt 12.2024 điểm",
    ],
)
def test_history_cited_documents_and_numbers_stay(text):
    assert in_text(text, 1, OWN) == text


def test_a_year_long_past_moves_with_its_own_plan():
    assert in_text("quý IV/2020", 1, range(2020, 2022)) == "quý IV/2021"


WORDS = st.sampled_from(
    ["năm", "các năm", "Quý I/", "30/6/", "giai đoạn", "Luật", "số", "ngày", "/KH-SNV", "-", ",", "và", " ", ".", "đến"]
)
TEXTS = st.lists(st.one_of(WORDS, st.integers(1900, 2099).map(str), st.text(max_size=6)), max_size=12).map("".join)
DIGITS = re.compile(r"\d+")


@given(TEXTS, st.integers(1, 9))
def test_no_digit_outside_the_own_years_is_touched(text, years):
    moved = in_text(text, years, OWN)
    before, after = DIGITS.findall(text), DIGITS.findall(moved)
    assert DIGITS.sub("#", moved) == DIGITS.sub("#", text)
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        assert new in (old, str(int(old) + years) if old in ("2024", "2025") else old)


def test_years_named_in_words_are_found_but_not_in_symbols_of_documents():
    words = "Kế hoạch số 2022/KH-SNV ngày 05/4/2024, Quyết định 2021/QĐ-UBND, so với năm 2023"
    assert years_in(words) == {2024, 2023}
