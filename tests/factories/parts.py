"""One row of everything else that belongs to a campaign: for the walls, and for addresses that lead to a row."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from awards.models import QualityRating
from campaigns.models import Cluster, PlanReading, ScoringRule
from thidua.documents.uploads import store_bytes

from .files import PDF_HEAD


def whole(campaign, cast):
    """Fill a launched campaign with targets, programme, cluster, scores, a review and a plan that was read."""
    today = timezone.localdate()
    unit = campaign.participants.get(agency=cast.unit_head.agency_id)
    _plan(campaign, unit.agency, today)
    deadline = campaign.milestones.get(kind="dossier_deadline")
    unit.extensions.create(round=deadline, until=deadline.due_on + timedelta(days=5), reason="Đơn vị mới kiện toàn")
    _cluster(campaign, unit.agency, cast)
    _scores(campaign, unit, cast)
    review = campaign.reviews.create(
        kind="interim", name="Sơ kết", covers_from=campaign.starts_on, covers_to=today, opened_by_id=cast.office.user_id
    )
    review.reports.create(agency=unit.agency)
    PlanReading.objects.create(
        file=store_bytes(PDF_HEAD, name="Kế hoạch.pdf"), requested_by_id=cast.office.user_id, status="done",
        text="KẾ HOẠCH", campaign=campaign,
    )  # fmt: skip
    QualityRating.objects.create(agency=unit.agency, year=today.year, grade="excellent")
    QualityRating.objects.create(
        agency=unit.agency, person_id=cast.unit_head.person_id, year=today.year, grade="good",
        decision_number="12/QĐ-SNV", decision_date=date(today.year, 1, 5),
    )  # fmt: skip


def _plan(campaign, agency, today):
    phase = campaign.phases.first()
    movement = campaign.movements.first()
    campaign.celebrations.create(
        phase=phase, name="Ngày thành lập Bộ Nội vụ", founded_on=date(1945, 8, 28), celebrated_on=date(2025, 8, 28)
    )
    final = campaign.milestones.get(kind="final_review")
    final.units.create(name="Văn phòng Sở", agency=agency)
    after = campaign.milestones.create(
        kind="report",
        name="Báo cáo sau tổng kết",
        certainty="relative",
        anchor=final,
        offset_days=10,
        movement=movement,
    )
    after.units.create(name="Văn phòng Sở")
    campaign.milestones.create(
        kind="report", name="Báo cáo năm", certainty="yearly", yearly_day=1, yearly_month=12,
        first_year=today.year + 2, last_year=today.year + 3,
    )  # fmt: skip
    campaign.groups.create(
        text="Các phòng thuộc Sở", agency_kinds=["internal_unit"], under=campaign.organiser, position=1
    )
    campaign.responsibilities.create(name="Văn phòng Sở", text="Hướng dẫn, kiểm tra, đôn đốc.", agency=agency)
    campaign.standards.create(nominee_kind="collective", text="Nội bộ đoàn kết.")
    campaign.components.first().only_for.create(offer=campaign.offers.first())
    target = campaign.targets.create(
        text="Ít nhất 01 đơn vị hoàn thành xuất sắc nhiệm vụ", value=1, grades=["excellent"]
    )
    target.readings.create(year=today.year, reached=1, total=3)
    task = campaign.tasks.create(quarter=1, task="Phát động phong trào thi đua")
    task.units.create(name="Văn phòng Sở", agency=agency)


def _cluster(campaign, agency, cast):
    cluster = Cluster.objects.create(name="Cụm thi đua các cơ quan tham mưu tổng hợp", valid_from=2020)
    ours = cluster.members.create(name=str(agency), agency=agency, position=1)
    outside = cluster.members.create(name="Văn phòng Tỉnh ủy", position=2)
    year = timezone.localdate().year
    cluster.years.create(year=year, lead=ours, deputy=outside, campaign=campaign)
    ours.pledges.create(
        year=year, content="Hoàn thành 100% nhiệm vụ", entered_by_id=cast.office.user_id,
        file=store_bytes(PDF_HEAD, name="Giao ước.pdf"),
    )  # fmt: skip
    campaign.sheets.create(member=outside)


def _scores(campaign, participant, cast):
    campaign.bands.create(name="Xuất sắc", min_points=Decimal(27))
    ScoringRule.objects.create(campaign=campaign, self_score_until=timezone.localdate() + timedelta(days=5))
    sheet = campaign.sheets.create(participant=participant, state="submitted", submitted_at=timezone.now())
    sheet.scores.create(
        criterion=campaign.criteria.filter(max_points__isnull=False).first(), self_points=9,
        file=store_bytes(PDF_HEAD, name="Minh chứng.pdf"),
    )  # fmt: skip
    sheet.places.create(
        group="internal_unit", title="Đơn vị thuộc Sở", rank=1, total=9, plain=9, bonus=0, minus=0, band="Xuất sắc"
    )
    other = campaign.sheets.get(member__isnull=False)
    campaign.tie_orders.create(group="internal_unit", total=9, sheets=[sheet.pk, other.pk], reason="Có mô hình hay")
    sheet.transitions.create(
        event="open", source="scoring", target="scoring", by_id=cast.office.user_id, by_label="Văn phòng"
    )
