"""Law as dated data: regimes, thresholds, money."""

from datetime import date

import pytest

from awards.models import Award, LegalRegime, OwnVoteRule
from awards.national import load_law
from awards.selectors import bonus_amount, bonuses, regime_on, report_form_for, vote_rule_for

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2017, 10, 1), "R2017"),
        (date(2023, 12, 31), "R2017"),
        (date(2024, 1, 1), "R2024"),
        (date(2025, 6, 30), "R2024"),
        (date(2025, 7, 1), "R2025"),
        (date(2026, 9, 30), "R2025"),
        (date(2026, 10, 1), "R2026"),
    ],
)
def test_the_regime_of_a_day(day, code):
    assert regime_on(day).code == code


def test_before_the_first_regime_there_is_none():
    with pytest.raises(LegalRegime.DoesNotExist):
        regime_on(date(2017, 9, 30))


@pytest.mark.parametrize(
    ("award", "kind", "amounts"),
    [
        ("LDTT", "individual", (540_000, 710_000, 760_000)),
        ("CSTDCS", "individual", (1_800_000, 2_340_000, 2_530_000)),
        ("CSTD_TINH", "individual", (5_400_000, 7_020_000, 7_590_000)),
        ("CSTDTQ", "individual", (8_100_000, 10_530_000, 11_390_000)),
        ("TTLDTT", "collective", (1_440_000, 1_880_000, 2_030_000)),
        ("TTLDXS", "collective", (2_700_000, 3_510_000, 3_800_000)),
        ("BK_TINH", "individual", (2_700_000, 3_510_000, 3_800_000)),
        ("BK_TINH", "household", (4_050_000, 5_270_000, 5_700_000)),
        ("GIAY_KHEN", "individual", (540_000, 710_000, 760_000)),
        ("GIAY_KHEN", "collective", (1_080_000, 1_410_000, 1_520_000)),
        ("GIAY_KHEN", "household", (810_000, 1_060_000, 1_140_000)),
        ("CO_TINH", "collective", (14_400_000, 18_720_000, 20_240_000)),
        ("CO_CP", "collective", (21_600_000, 28_080_000, 30_360_000)),
        ("HCLD_3", "collective", (16_200_000, 21_060_000, 22_770_000)),
    ],
)
def test_money_by_the_base_salary_of_the_day(award, kind, amounts):
    key = (Award.objects.get(code=award).pk, kind)
    days = (date(2024, 3, 1), date(2025, 8, 1), date(2026, 11, 1))
    assert tuple(bonuses(regime=regime_on(day), day=day)[key] for day in days) == amounts


def test_money_is_rounded_up_exactly():
    assert (bonus_amount("0.3", 2_530_000), bonus_amount("1.0", 2_340_000)) == (760_000, 2_340_000)


def test_the_law_speaks_before_the_own_rule(tenant):
    flag = Award.objects.get(code="CO_CP")
    OwnVoteRule.objects.create(award=flag, numerator=1, denominator=2, valid_from=date(2024, 1, 1), source="quy chế")
    day = date(2026, 11, 1)
    rule = vote_rule_for(award=flag, regime=regime_on(day), day=day)
    assert (rule.label, rule.source) == ("80%", "NĐ 152/2025 đ.33 k.5")


def test_the_own_rule_speaks_where_the_law_is_silent_and_the_newest_counts(tenant):
    award, day = Award.objects.get(code="GIAY_KHEN"), date(2026, 11, 1)
    assert vote_rule_for(award=award, regime=regime_on(day), day=day) is None
    for year, share in ((2024, (2, 3)), (2026, (7, 10))):
        OwnVoteRule.objects.create(
            award=award, numerator=share[0], denominator=share[1], valid_from=date(year, 1, 1), source="quy chế"
        )
    assert vote_rule_for(award=award, regime=regime_on(day), day=day).label == "70%"
    assert vote_rule_for(award=award, regime=regime_on(day), day=date(2025, 6, 1)).label == "2/3"


def test_each_regime_has_its_form():
    forms = {
        regime.code: str(report_form_for(regime=regime, merit_kind="phong_trao"))
        for regime in LegalRegime.objects.all()
    }
    assert forms == {
        "R2017": "Mẫu số 07 (Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ)",
        "R2024": "Mẫu số 08 (Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ)",
        "R2025": "Mẫu số 08 (Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ)",
        "R2026": "Mẫu số 08 (Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ)",
    }


def test_the_application_cannot_load_or_change_the_law():
    before = Award.objects.count()
    load_law()  # as the unprivileged role it does nothing
    assert Award.objects.count() == before
