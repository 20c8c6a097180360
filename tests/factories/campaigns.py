"""A campaign with everything a plan has. Call inside a tenant_scope."""

from datetime import date, timedelta

from django.utils import timezone

from awards.enums import SubjectKind
from awards.models import Award, OwnVoteRule
from campaigns.actions import launch_campaign
from campaigns.enums import CampaignKind, Certainty, ComponentKind, MilestoneKind, QuotaKind, Selection
from campaigns.models import Campaign, LegalDocument
from thidua.agencies.enums import AgencyKind

PARTICIPANTS = ("ccvc", "ttlt", "nha-trang")


def own_vote_rules():
    """Two thirds for a Giấy khen, 70% for a Bằng khen of the province, as the tenant's own regulation says."""
    for code, numerator, denominator in (("GIAY_KHEN", 2, 3), ("BK_TINH", 7, 10)):
        OwnVoteRule.objects.create(
            award=Award.objects.get(code=code),
            numerator=numerator,
            denominator=denominator,
            source="Quy chế thi đua, khen thưởng của Sở, đ.12",
            valid_from=date(2024, 1, 1),
        )


def draft(agencies, title="Phong trào thi đua ngành Nội vụ tỉnh Khánh Hòa", **fields):
    """A draft whose plan is whole: it can be launched."""
    today = timezone.localdate()
    values = {
        "theme": "Đoàn kết, kỷ cương, sáng tạo",
        "kind": CampaignKind.PHASED,
        "year": today.year,
        "organiser": agencies["so"],
        "plan_number": "1209/KH-SNV",
        "plan_date": today - timedelta(days=60),
        "starts_on": today - timedelta(days=60),
        "ends_on": today + timedelta(days=60),
        "purpose": "Động viên công chức, viên chức, người lao động thi đua hoàn thành xuất sắc nhiệm vụ.",
        "requirements": "Khen đúng đối tượng, kịp thời, đủ điều kiện, tiêu chuẩn.",
        "funding": "Quỹ thi đua, khen thưởng của Sở.",
    }
    campaign = Campaign.objects.create(title=title, **{**values, **fields})
    _fill(campaign, agencies, today)
    return campaign


def _fill(campaign, agencies, today):
    letter = LegalDocument.objects.filed(kind="letter", number="1750/BNV-VP", issued_on=date(2024, 3, 29))
    campaign.movements.create(name="Thi đua ngành Nội vụ", launcher="Bộ trưởng Bộ Nội vụ", document=letter)
    plan = LegalDocument.objects.filed(
        kind="plan", number="1888/KH-UBND", issued_on=date(2024, 2, 23), issuer="UBND tỉnh Khánh Hòa",
        subject="về việc phát động phong trào thi đua",
    )  # fmt: skip
    campaign.legal_bases.create(document=plan)
    first = campaign.phases.create(name="Đợt 1", starts_on=campaign.starts_on, ends_on=today)
    second = campaign.phases.create(name="Đợt 2", starts_on=today + timedelta(days=1), ends_on=campaign.ends_on)
    _milestones(campaign, today, first, second)
    _criteria(campaign)
    _offers(campaign)
    _components(campaign)
    _many(campaign.participants, [{"agency": agencies[code]} for code in PARTICIPANTS])


def _many(rows, all_values):
    """At once, for this stands before most tests. `rows`: campaign.offers and the like."""
    return rows.bulk_create([rows.model(campaign=rows.instance, **values) for values in all_values])


def _milestones(campaign, today, first, second):
    fixed = (
        (MilestoneKind.REGISTRATION, "Đăng ký thi đua", 5, None),
        (MilestoneKind.INTERIM_REVIEW, "Sơ kết Đợt 1", 10, first),
        (MilestoneKind.DOSSIER_DEADLINE, "Hạn nộp hồ sơ", 20, None),
        (MilestoneKind.FINAL_REVIEW, "Tổng kết", 50, second),
    )
    awaited = {
        "kind": MilestoneKind.CEREMONY,
        "name": "Lễ trao thưởng",
        "certainty": Certainty.AWAITED,
        "awaits": "văn bản hướng dẫn của Hội đồng Thi đua - Khen thưởng tỉnh",
    }
    days = [
        {"kind": kind, "name": name, "due_on": today + timedelta(days=days), "phase": phase}
        for kind, name, days, phase in fixed
    ]
    _many(campaign.milestones, [*days, awaited])


def _criteria(campaign):
    groups = {
        "Thực hiện nhiệm vụ chuyên môn": ("Hoàn thành đúng hạn nhiệm vụ được giao", "Cải cách hành chính"),
        "Xây dựng cơ quan": ("Đoàn kết nội bộ, thực hiện quy chế",),
    }
    for position, (group, texts) in enumerate(groups.items(), 1):
        parent = campaign.criteria.create(position=position, text=group)
        lines = [
            {"parent": parent, "position": number, "text": text, "max_points": 10}
            for number, text in enumerate(texts, 1)
        ]
        _many(campaign.criteria, lines)


def _offers(campaign):
    certificate, province = Award.objects.get(code="GIAY_KHEN"), Award.objects.get(code="BK_TINH")
    units = [AgencyKind.INTERNAL_UNIT, AgencyKind.SUBORDINATE_UNIT]
    here = {"award": certificate, "authority": "Giám đốc Sở Nội vụ"}
    by_dossier = [
        {**here, "nominee_kind": subject, "agency_kinds": units, "quota": 2}
        for subject in (SubjectKind.COLLECTIVE, SubjectKind.INDIVIDUAL)
    ]
    of_the_province = {
        "award": province,
        "authority": "Chủ tịch UBND tỉnh",
        "decided_here": False,
        "nominee_kind": SubjectKind.INDIVIDUAL,
        "quota_kind": QuotaKind.BY_REFERENCE,
        "reference": "hướng dẫn của Hội đồng Thi đua - Khen thưởng tỉnh",
    }
    by_ranking = {
        **here,
        "nominee_kind": SubjectKind.COLLECTIVE,
        "agency_kinds": [AgencyKind.DISTRICT_OFFICE],
        "selection": Selection.RANKING,
        "quota": 3,
    }
    _many(campaign.offers, [*by_dossier, of_the_province, by_ranking])


def _components(campaign):
    papers = (
        (ComponentKind.SUBMISSION_LETTER, "Tờ trình đề nghị khen thưởng (kèm danh sách)", False, True),
        (ComponentKind.MINUTES, "Biên bản họp xét thi đua của đơn vị", False, True),
        (ComponentKind.ACHIEVEMENT_REPORT, "Báo cáo thành tích", True, True),
        (ComponentKind.EVIDENCE, "Minh chứng liên quan (nếu có)", False, False),
    )
    rows = [
        {"position": position, "kind": kind, "name": name, "per_nominee": per_nominee, "required": required}
        for position, (kind, name, per_nominee, required) in enumerate(papers, 1)
    ]
    _many(campaign.components, rows)


def launched(agencies, office, **fields):
    return launch_campaign(campaign=draft(agencies, **fields), by=office)


def offer_of(campaign, *, subject="collective", award="GIAY_KHEN"):
    """The offer of the plan that is chosen by dossier, for collectives or individuals."""
    return campaign.offers.get(award__code=award, nominee_kind=subject, selection=Selection.DOSSIER)
