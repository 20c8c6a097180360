"""Score sheets of the demo: one campaign published, with a tie that the stated rule resolves; one under way."""

from decimal import Decimal

from campaigns.actions import scoring
from campaigns.models import GradeBand, ScoringRule
from campaigns.policies import scored_criteria
from campaigns.selectors.scoring import sheets_of

BANDS = (("Xuất sắc", 90), ("Tốt", 80), ("Khá", 65), ("Trung bình", 50))
EXTRA = (("Có sáng kiến được công nhận, nhân rộng", "bonus"), ("Báo cáo chậm hạn, để nhắc nhở bằng văn bản", "minus"))

# What a criterion lost to its maximum, in half points, and how far a unit is from full points.
LOST = (0, 1, 2, 0, 3, 1, 0, 2, 4, 0, 1)
DISTANCE = ("0.5", "0.9", "1.6", "0.7", "1.2", "0.3", "2.1", "0.8", "1.4", "0.6", "1.1", "1.8", "0.4")

# Both reach the same total: Cam Ranh with a bonus and a minus, Diên Khánh without.
PLAIN_TWIN, BUSY_TWIN = "dien-khanh", "cam-ranh"

# Number of the criterion, what the office takes off, why.
REMARKS = (
    (1, "1.5", "Chưa có văn bản triển khai Chỉ thị 02/CT-UBND trong quý I."),
    (4, "1", "Cơ sở dữ liệu cán bộ mới cập nhật 85% hồ sơ, tự chấm tính đủ."),
    (10, "2", "Chỉ số SIPAS giảm 1,2 điểm so với năm trước."),
    (15, "0.5", "Báo cáo kết quả kiểm tra công vụ quý III nộp chậm 3 ngày."),
)


def open_scoring(campaign, office):
    ScoringRule.objects.create(
        campaign=campaign, tie_rules=["fewer_minus", "first_criteria"], bonus_cap=Decimal(3), minus_cap=Decimal(3)
    )
    for name, floor in BANDS:
        GradeBand.objects.create(campaign=campaign, name=name, min_points=floor)
    last = campaign.criteria.count()
    for position, (text, kind) in enumerate(EXTRA, last + 1):
        campaign.criteria.create(position=position, text=text, max_points=3, points_kind=kind)
    scoring.open_scoring(campaign=campaign, by=office)


def _half(value):
    """Points as people give them: whole and half ones."""
    return (value * 2).to_integral_value() / 2


def own_points(campaign, index, extra=0):
    """What unit number `index` gives itself; `extra`: its bonus, and its minus."""
    values = {}
    for place, criterion in enumerate(scored_criteria(campaign)):
        if criterion.points_kind != "plain":
            values[criterion.pk] = Decimal(extra), "Quyết định và văn bản nhắc nhở kèm theo" if extra else ""
            continue
        lost = LOST[(index * 5 + place * 3 + index * place) % len(LOST)]
        less = _half(Decimal(DISTANCE[index % len(DISTANCE)]) * lost / 2)
        evidence = f"Báo cáo kết quả năm, mục {place + 1}" if place % 2 == 0 else ""
        values[criterion.pk] = max(criterion.max_points - less, Decimal(0)), evidence
    return values


def score_itself(sheet, values, by):
    scoring.save_self_scores(sheet=sheet, values=values, revision=1, by=by)
    return scoring.sheet_step(sheet=sheet, event="submit", by=by)


def score_everybody(campaign, office, unit):
    """Every unit has scored itself, the office has verified, some points were changed with reasons, all is published."""
    open_scoring(campaign, office)
    sheets = {sheet.participant.agency.code: sheet for sheet in sheets_of(campaign)}
    places = {code: index for index, code in enumerate(sheets)}
    for code, sheet in sheets.items():
        index, extra = (places[PLAIN_TWIN], 1) if code == BUSY_TWIN else (places[code], 0)
        values = own_points(campaign, index, extra)
        score_itself(sheet, values, unit(code))
        scoring.accept_self_scores(sheet=sheet, by=office)
        if index % 3 == 1 and code not in (PLAIN_TWIN, BUSY_TWIN):
            remark(sheet, values, REMARKS[index % len(REMARKS)], office)
        scoring.sheet_step(sheet=sheet, event="verify", by=office)
    scoring.publish_scores(campaign=campaign, by=office)


def remark(sheet, values, said, office):
    """The office takes something off one criterion, with its reason."""
    number, less, reason = said
    criterion = scored_criteria(sheet.campaign)[number - 1]
    own, _evidence = values[criterion.pk]
    points = max(own - Decimal(less), Decimal(0))
    scoring.save_points(sheet=sheet, criterion=criterion, points=points, reason=reason, by=office)


def score_some(campaign, office, unit):
    """A campaign under way: a third has sent its points, one sheet is verified."""
    open_scoring(campaign, office)
    for index, sheet in enumerate(sheets_of(campaign)):
        if index % 3 == 0:
            score_itself(sheet, own_points(campaign, index), unit(sheet.participant.agency.code))
        if index == 0:
            scoring.accept_self_scores(sheet=sheet, by=office)
            scoring.sheet_step(sheet=sheet, event="verify", by=office)
