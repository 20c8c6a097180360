"""The other four offices: each runs its own plan, at a moment where its kind of plan shows."""

from datetime import date

from django.utils import timezone

from awards.models import Award, QualityRating
from campaigns.actions import copy_campaign, launch_campaign, move_campaign, register_title
from campaigns.models import Cluster, Pledge
from campaigns.models.named_unit import name_units
from thidua.agencies.models import Agency, Person

from .plans import load_plan
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


def register(campaign, slug, *codes):
    for code in codes:
        by = actor_of(f"{code}@{slug}.demo")
        award = Award.objects.get(code="TTLDTT")
        register_title(campaign=campaign, award=award, by=by, target="Hoàn thành tốt nhiệm vụ năm")


def soc_trang():
    """The special drive is over: the ratings of 2024 are in, so its targets are measured."""
    campaign = launched("soc_trang_2024", "snv-soctrang")
    register(campaign, "snv-soctrang", "ccvc", "tcbc", "cchc", "soc-trang", "ke-sach", "long-phu")
    rate_everybody(2024)
    move_campaign(campaign=campaign, event="begin_review", by=actor("vanphong", "snv-soctrang"))


def rate_everybody(year):
    """Ratings of agencies and people: a third excellent, nobody failed, one agency not rated yet."""
    decided = {"year": year, "decision_number": f"412/QĐ-SNV-{year}", "decision_date": date(year + 1, 1, 10)}
    agencies = list(Agency.objects.present())[1:-1]
    for index, agency in enumerate(agencies):
        unit = index < 7 or index % 4 == 0
        QualityRating.objects.create(agency=agency, grade="excellent" if unit else "good", **decided)
    for index, person in enumerate(Person.objects.order_by("pk")):
        agency = person.positions.first().agency
        grade = "excellent" if index % 4 == 0 else "completed" if index % 11 == 10 else "good"
        QualityRating.objects.create(agency=agency, person=person, grade=grade, **decided)


def dvvl():
    """Eight years, two phases: the first is behind, the next 01/12 is near."""
    campaign = launched("dvvl_2023", "ttdvvl-khanhhoa")
    register(campaign, "ttdvvl-khanhhoa", "tu-van", "bhtn")


def lang_son():
    """The programme of 2020 is done; this year's was carried over from it and is under way."""
    campaign = launched("lang_son_2020", "snv-langson")
    for task in campaign.tasks.all():
        task.state, task.done_on = "done", date(2020, task.quarter * 3, 25)
        task.result = "Đã hoàn thành đúng tiến độ."
        task.save()
    office = actor("vanphong", "snv-langson")
    move_campaign(campaign=campaign, event="close", by=office, reason="Đã tổng kết năm 2020.")
    programme = again_this_year(campaign, "snv-langson")
    today = timezone.localdate()
    for task in programme.tasks.filter(quarter__lte=max((today.month - 1) // 3 - 1, 0)):
        task.state, task.done_on, task.result = "done", today.replace(month=task.quarter * 3, day=20), "Đã hoàn thành."
        task.save()
    register(programme, "snv-langson", "ccvc", "tcbc", "tdkt")
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
