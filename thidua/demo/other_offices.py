"""The other four offices: each runs its own plan, at a moment where its kind of plan shows."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from awards.models import Award, QualityRating
from campaigns.actions import copy_campaign, enter_reading, launch_campaign, move_campaign, register_title
from campaigns.counting import population_of
from campaigns.measuring import periods_of
from campaigns.models import Cluster, Pledge, Registration
from campaigns.models.named_unit import name_units
from thidua.agencies.models import Person

from .plans import load_plan
from .reviews import hold_reviews
from .tenants import actor, actor_of

OUTSIDE = (
    "Văn phòng Tỉnh ủy", "Văn phòng UBND tỉnh", "Sở Kế hoạch và Đầu tư", "Sở Tài chính", "Sở Tư pháp", "Thanh tra tỉnh",
)  # fmt: skip
SIGNERS = ("Hoàng Văn Páo", "Lương Trọng Quỳnh", "Nguyễn Đình Hải", "")
PLEDGE = (
    "Hoàn thành 100% nhiệm vụ cấp trên giao, đúng tiến độ.\n"
    "Tập thể đạt danh hiệu Tập thể lao động xuất sắc.\n"
    "100% công chức, viên chức chấp hành nghiêm kỷ luật, kỷ cương hành chính."
)


def launched(name, slug):
    campaign = load_plan(name)
    return launch_campaign(campaign=campaign, by=actor("vanphong", slug))


def again_this_year(campaign, slug):
    """The plan taken over into this year, as an office does each January, and launched."""
    office = actor("vanphong", slug)
    copy = copy_campaign(campaign=campaign, year=timezone.localdate().year, by=office)
    return launch_campaign(campaign=copy, by=office)


def unit_of(slug):
    """code → the head of that unit."""
    return lambda code: actor_of(f"{code}@{slug}.demo")


def register(campaign, slug, *codes):
    for code in codes:
        by = unit_of(slug)(code)
        award = Award.objects.get(code="TTLDTT")
        register_title(campaign=campaign, award=award, by=by, target="Hoàn thành tốt nhiệm vụ năm")
    registered_in_time(campaign)


def registered_in_time(campaign):
    """Registrations of a plan of earlier years were made then."""
    day = timezone.make_aware(datetime.combine(campaign.starts_on + timedelta(days=20), time(9, 0)))
    Registration.objects.filter(campaign=campaign).update(registered_at=min(day, timezone.now()), is_late=False)


def soc_trang():
    """The special drive is over and its results are held: attained in 2024, in 2025 in part."""
    campaign = launched("soc_trang_2024", "snv-soctrang")
    office = actor("vanphong", "snv-soctrang")
    register(campaign, "snv-soctrang", "ccvc", "tcbc", "cchc", "soc-trang", "ke-sach", "long-phu")
    rate_units(campaign, 2024, "year", excellent=6, rated=19)
    rate_people(2024, "year", excellent=4, completed=20)
    rate_units(campaign, 2025, "seven_months", excellent=4, rated=18)
    rate_people(2025, "seven_months", excellent=4, completed=9)
    for period in periods_of(campaign):
        enter_readings(campaign, period, missed=period.year - 2024, by=office)
    hold_reviews(campaign, office, unit_of("snv-soctrang"))
    move_campaign(campaign=campaign, event="begin_review", by=office)
    move_campaign(campaign=campaign, event="close", by=office, reason="Đã tổng kết, trao thưởng ngày 28/8/2025.")


def enter_readings(campaign, period, *, missed, by):
    """The office's own figures: all of the population but `missed` of the first target."""
    for place, target in enumerate(campaign.targets.filter(measure="manual")):
        total = population_of(target, period, today=timezone.localdate())
        enter_reading(
            target=target, year=period.year, reached=total if place else total - missed, total=total,
            note="Báo cáo tổng hợp của Văn phòng Sở", by=by,
        )  # fmt: skip


def decided(year, period):
    """By which notice ratings were made known: in January for the year, in August for seven months."""
    day = date(year + 1, 1, 10) if period == "year" else date(year, 8, 5)
    return {"year": year, "period": period, "decision_number": f"412/TB-SNV-{year}", "decision_date": day}


def rate_units(campaign, year, period, *, excellent, rated):
    """The first `excellent` units excellent, the others good; those after `rated` have no result yet."""
    rows = campaign.participants.select_related("agency")
    for index, row in enumerate(rows[:rated]):
        grade = "excellent" if index < excellent else "good"
        QualityRating.objects.create(agency=row.agency, grade=grade, **decided(year, period))


def rate_people(year, period, *, excellent, completed):
    """Every so many excellent or merely completed, the others good; nobody failed."""
    for index, person in enumerate(Person.objects.order_by("pk")):
        grade = "excellent" if index % excellent == 0 else "completed" if index % completed == 1 else "good"
        agency = person.positions.first().agency
        QualityRating.objects.create(agency=agency, person=person, grade=grade, **decided(year, period))


def dvvl():
    """Eight years, two phases: the first is behind, the next 01/12 is near."""
    campaign = launched("dvvl_2023", "ttdvvl-khanhhoa")
    register(campaign, "ttdvvl-khanhhoa", "tu-van", "bhtn")
    hold_reviews(campaign, actor("vanphong", "ttdvvl-khanhhoa"), unit_of("ttdvvl-khanhhoa"))


def lang_son():
    """The programme of 2020 is done; this year's was carried over from it and is under way."""
    campaign = launched("lang_son_2020", "snv-langson")
    for task in campaign.tasks.all():
        task.state, task.done_on = "done", date(2020, task.quarter * 3, 25)
        task.result = "Đã hoàn thành đúng tiến độ."
        task.save()
    office = actor("vanphong", "snv-langson")
    unit = unit_of("snv-langson")
    register(campaign, "snv-langson", "ccvc", "tcbc", "tdkt")
    hold_reviews(campaign, office, unit)
    move_campaign(campaign=campaign, event="close", by=office, reason="Đã tổng kết năm 2020.")
    programme = again_this_year(campaign, "snv-langson")
    today = timezone.localdate()
    for task in programme.tasks.filter(quarter__lte=max((today.month - 1) // 3 - 1, 0)):
        task.state, task.done_on, task.result = "done", today.replace(month=task.quarter * 3, day=20), "Đã hoàn thành."
        task.save()
    register(programme, "snv-langson", "ccvc", "tcbc", "tdkt")
    hold_reviews(programme, office, unit)
    cluster_of_advisers(programme, office)


def cluster_of_advisers(programme, office):
    """Cụm thi đua các cơ quan tham mưu tổng hợp: most members are offices outside; the lead rotates."""
    year = timezone.localdate().year
    cluster = Cluster.objects.create(
        name="Cụm thi đua các cơ quan tham mưu tổng hợp", valid_from=2016,
        rules="Cụm trưởng luân phiên hằng năm theo thứ tự thành viên; họp sơ kết giữa năm, tổng kết cuối năm.",
    )  # fmt: skip
    name_units(cluster.members, ("Sở Nội vụ tỉnh Lạng Sơn", *OUTSIDE))
    members = list(cluster.members.all())
    for back in (2, 1, 0):
        lead, deputy = members[(3 - back) % len(members)], members[(4 - back) % len(members)]
        cluster.years.create(year=year - back, lead=lead, deputy=deputy, campaign=programme if back == 0 else None)
    for index, member in enumerate(members[:4]):
        signed = {"signed_on": date(year, 2, 14), "signer_title": "Thủ trưởng đơn vị", "signer_name": SIGNERS[index]}
        Pledge.objects.create(
            member=member, year=year, entered_by_id=office.user_id, content=PLEDGE, **(signed if SIGNERS[index] else {})
        )


def bac_kan():
    """Two rounds a year; the plan of 2024 is closed, this year's is in its second round."""
    campaign = launched("bac_kan_2024", "vp-backan")
    office = actor("vanphong", "vp-backan")
    move_campaign(campaign=campaign, event="close", by=office, reason="Đã tổng kết công tác năm 2024.")
    register(again_this_year(campaign, "vp-backan"), "vp-backan", "tong-hop", "kinh-te")


LIVES = {
    "snv-soctrang": soc_trang,
    "ttdvvl-khanhhoa": dvvl,
    "snv-langson": lang_son,
    "vp-backan": bac_kan,
}
