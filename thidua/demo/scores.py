"""Score sheets of the demo: one campaign published, with a tie that the stated rule resolves; one under way."""

from decimal import Decimal

from campaigns.actions import scoring
from campaigns.models import GradeBand, ScoringRule
from campaigns.policies import scored_criteria
from campaigns.selectors.scoring import sheets_of

BANDS = (("Xuất sắc", 90), ("Tốt", 80), ("Khá", 65), ("Trung bình", 50))
LESS = (0, Decimal("0.5"), 1, 0, Decimal("0.5"), 0, Decimal("1.5"), 0, 1, 0, Decimal("0.5"), 0)


def open_scoring(campaign, office):
    ScoringRule.objects.create(campaign=campaign, tie_rules=["fewer_minus", "first_criteria"])
    for name, floor in BANDS:
        GradeBand.objects.create(campaign=campaign, name=name, min_points=floor)
    scoring.open_scoring(campaign=campaign, by=office)


def own_points(campaign, index):
    """What unit number `index` gives itself: the maximum less something that differs from unit to unit."""
    values = {}
    for place, criterion in enumerate(scored_criteria(campaign)):
        less = Decimal(LESS[(index * 5 + place * 3) % len(LESS)]) * (1 + index % 3)
        evidence = f"Báo cáo kết quả năm, mục {place + 1}" if place % 2 == 0 else ""
        values[criterion.pk] = (max(criterion.max_points - less, Decimal(0)), evidence)
    return values


def score_itself(sheet, index, by):
    scoring.save_self_scores(sheet=sheet, values=own_points(sheet.campaign, index), revision=1, by=by)
    return scoring.sheet_step(sheet=sheet, event="submit", by=by)


def score_everybody(campaign, office, unit):
    """Every unit has scored itself, the office has verified, one point was changed with its reason, all is published."""
    open_scoring(campaign, office)
    first = scored_criteria(campaign)[0]
    for index, sheet in enumerate(sheets_of(campaign)):
        score_itself(sheet, index, unit(sheet.participant.agency.code))
        scoring.accept_self_scores(sheet=sheet, by=office)
        if index % 4 == 1:
            reason = "Chưa có văn bản triển khai Chỉ thị 02/CT-UBND trong quý I."
            scoring.save_points(sheet=sheet, criterion=first, points=Decimal(4), reason=reason, by=office)
        scoring.sheet_step(sheet=sheet, event="verify", by=office)
    scoring.publish_scores(campaign=campaign, by=office)


def score_some(campaign, office, unit):
    """A campaign under way: a third has sent its points, one sheet is verified."""
    open_scoring(campaign, office)
    for index, sheet in enumerate(sheets_of(campaign)):
        if index % 3 == 0:
            score_itself(sheet, index, unit(sheet.participant.agency.code))
        if index == 0:
            scoring.accept_self_scores(sheet=sheet, by=office)
            scoring.sheet_step(sheet=sheet, event="verify", by=office)
