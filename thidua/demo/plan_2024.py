"""The facts of the plan of Sở Nội vụ Khánh Hòa for 2024, in our own wording: two movements, 16 criteria, 02/02/03."""

from datetime import date

from awards.models import Award
from campaigns.enums import CampaignKind, Certainty, ComponentKind, MilestoneKind, QuotaKind, Selection
from campaigns.models import (
    AwardOffer,
    Campaign,
    Criterion,
    DossierComponent,
    LegalBasis,
    LegalDocument,
    Milestone,
    ParentMovement,
    Participant,
    Phase,
)
from thidua.agencies.enums import AgencyKind
from thidua.agencies.models import Agency

CRITERIA = (
    ("Chính trị, tư tưởng và phong trào thi đua", (
        "Quán triệt chủ trương của Đảng, pháp luật của Nhà nước về thi đua, khen thưởng; triển khai Chỉ thị 02/CT-UBND và Kế hoạch 1888/KH-UBND.",
        "Hưởng ứng các phong trào do Thủ tướng, Chủ tịch UBND tỉnh và Bộ trưởng Bộ Nội vụ phát động; lập thành tích chào mừng 79 năm thành lập ngành.",
    )),
    ("Xây dựng thể chế và đội ngũ", (
        "Xây dựng, hoàn thiện thể chế, chính sách thuộc lĩnh vực nội vụ.",
        "Quản lý đội ngũ cán bộ, công chức bằng cơ sở dữ liệu; ứng dụng công nghệ thông tin, chuyển đổi số.",
        "Thực hành tiết kiệm, phòng chống tham nhũng, dân chủ ở cơ sở; nội bộ đoàn kết, vững mạnh.",
        "Cải cách công vụ, công chức theo vị trí việc làm; đào tạo, trọng dụng nhân tài, bảo vệ cán bộ dám nghĩ, dám làm.",
        "Triển khai cải cách chính sách tiền lương từ 01/7/2024.",
    )),
    ("Tổ chức bộ máy và cải cách hành chính", (
        "Phân cấp, ủy quyền gắn với kiểm soát quyền lực; tinh gọn tổ chức bên trong.",
        "Sắp xếp đơn vị hành chính cấp huyện, cấp xã giai đoạn 2023 - 2025, hoàn thành trước quý IV/2024.",
        "Cải cách hành chính; nâng các chỉ số PAR-INDEX và SIPAS.",
    )),
    ("Lĩnh vực chuyên ngành", (
        "Nâng chất lượng phong trào thi đua và công tác khen thưởng, hướng về cơ sở.",
        "Quản lý nhà nước về tín ngưỡng, tôn giáo; bảo đảm quyền tự do tín ngưỡng.",
        "Hoàn thiện quy định về văn thư, lưu trữ; phát huy giá trị tài liệu lưu trữ.",
        "Công tác thanh niên, cán bộ nữ; quản lý hội, quỹ, tổ chức phi chính phủ.",
        "Thanh tra, pháp chế; siết chặt kỷ luật, kỷ cương công vụ.",
        "Thông tin, tuyên truyền tạo đồng thuận; chuyển đổi số ngành Nội vụ.",
    )),
)  # fmt: skip
QUANG_NAM = "Văn bản hướng dẫn của Sở Nội vụ tỉnh Quảng Nam (Cụm trưởng năm 2024)"
COUNCIL_OFFICE = "Hướng dẫn của cơ quan Thường trực Hội đồng Thi đua - Khen thưởng tỉnh Khánh Hòa"
OWN_UNITS = [AgencyKind.INTERNAL_UNIT, AgencyKind.SUBORDINATE_UNIT]


def write_plan(*, title, year, starts_on, ends_on, plan_number="", plan_date=None, milestones=None):
    """A draft campaign with the whole plan. `milestones`: rows (kind, name, date or None, awaited document)."""
    campaign = Campaign.objects.create(
        title=title,
        theme="Đoàn kết, kỷ cương, sáng tạo, hoàn thành xuất sắc nhiệm vụ ngành Nội vụ",
        kind=CampaignKind.THEMATIC,
        year=year,
        organiser=Agency.objects.get(code="so"),
        plan_number=plan_number,
        plan_date=plan_date,
        starts_on=starts_on,
        ends_on=ends_on,
        purpose=(
            "Động viên công chức, viên chức, người lao động thi đua sáng tạo, hoàn thành xuất sắc nhiệm vụ; "
            "kịp thời phát hiện, tôn vinh điển hình tiên tiến; tăng cường kỷ luật, kỷ cương, văn hóa công sở."
        ),
        requirements=(
            "Thủ trưởng đơn vị phổ biến tới toàn thể công chức, viên chức, người lao động. Khen thưởng đúng quy trình, "
            "đúng đối tượng, kịp thời; quan tâm tập thể nhỏ và người lao động trực tiếp."
        ),
        funding="Theo quy định hiện hành về Quỹ thi đua, khen thưởng.",
    )
    _add_bases_and_movements(campaign)
    _add_phases_and_milestones(campaign, milestones)
    _add_criteria(campaign)
    _add_offers(campaign)
    _add_components(campaign)
    for agency in Agency.objects.present().of_kind(*OWN_UNITS, AgencyKind.DISTRICT_OFFICE):
        Participant.objects.create(campaign=campaign, agency=agency)
    return campaign


def _add_bases_and_movements(campaign):
    rows = (
        ("directive", "02/CT-UBND", date(2024, 2, 20), "Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa",
         "về việc phát động phong trào thi đua giai đoạn 2024 - 2025"),
        ("plan", "1888/KH-UBND", date(2024, 2, 23), "Ủy ban nhân dân tỉnh Khánh Hòa",
         "về việc phát động phong trào thi đua giai đoạn 2024 - 2025"),
        ("letter", "1750/BNV-VP", date(2024, 3, 29), "Bộ trưởng Bộ Nội vụ",
         "về việc phát động phong trào thi đua và hướng dẫn khen thưởng năm 2024"),
    )  # fmt: skip
    for position, (kind, number, day, issuer, subject) in enumerate(rows, 1):
        document = LegalDocument.objects.filed(kind=kind, number=number, issued_on=day, issuer=issuer, subject=subject)
        LegalBasis.objects.create(campaign=campaign, position=position, document=document)
    ParentMovement.objects.create(
        campaign=campaign, name="Phong trào thi đua do Chủ tịch UBND tỉnh phát động, giai đoạn 2024 - 2025",
        launcher="Chủ tịch UBND tỉnh Khánh Hòa", document=LegalDocument.objects.get(number="02/CT-UBND"),
        starts_on=date(2024, 1, 1), ends_on=date(2025, 12, 31),
    )  # fmt: skip
    ParentMovement.objects.create(
        campaign=campaign, name="Phong trào thi đua do Bộ trưởng Bộ Nội vụ phát động năm 2024",
        launcher="Bộ trưởng Bộ Nội vụ", document=LegalDocument.objects.get(number="1750/BNV-VP"),
        starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31),
    )  # fmt: skip


MILESTONES_2024 = (
    (MilestoneKind.INTERIM_REVIEW, "Sơ kết phong trào do Chủ tịch UBND tỉnh phát động", date(2024, 12, 31), ""),
    (MilestoneKind.FINAL_REVIEW, "Tổng kết phong trào do Bộ trưởng Bộ Nội vụ phát động", date(2024, 12, 31), ""),
    (MilestoneKind.DOSSIER_DEADLINE, "Nộp hồ sơ khen thưởng phong trào của Bộ trưởng", None, QUANG_NAM),
    (MilestoneKind.DOSSIER_DEADLINE, "Nộp hồ sơ khen thưởng phong trào của Chủ tịch UBND tỉnh", None, COUNCIL_OFFICE),
    (MilestoneKind.FINAL_REVIEW, "Tổng kết phong trào do Chủ tịch UBND tỉnh phát động", date(2025, 12, 31), ""),
)


def _add_phases_and_milestones(campaign, milestones):
    middle = date(campaign.starts_on.year, 12, 31)
    if middle < campaign.ends_on:
        Phase.objects.create(campaign=campaign, name=f"Năm {middle.year}", starts_on=campaign.starts_on, ends_on=middle)
        Phase.objects.create(
            campaign=campaign, name=f"Năm {middle.year + 1}", starts_on=date(middle.year + 1, 1, 1),
            ends_on=campaign.ends_on,
        )  # fmt: skip
    else:
        Phase.objects.create(
            campaign=campaign, name="Thi đua cả năm", starts_on=campaign.starts_on, ends_on=campaign.ends_on,
        )  # fmt: skip
    for kind, name, due_on, awaits in milestones or MILESTONES_2024:
        Milestone.objects.create(
            campaign=campaign, kind=kind, name=name, due_on=due_on, awaits=awaits,
            certainty=Certainty.FIXED if due_on else Certainty.AWAITED,
        )  # fmt: skip


def _add_criteria(campaign):
    for group_position, (name, texts) in enumerate(CRITERIA, 1):
        group = Criterion.objects.create(campaign=campaign, position=group_position * 100, text=name)
        for position, text in enumerate(texts, 1):
            Criterion.objects.create(
                campaign=campaign, parent=group, position=group_position * 100 + position, text=text
            )


def _add_offers(campaign):
    minister = campaign.movements.get(launcher="Bộ trưởng Bộ Nội vụ")
    giay_khen, bang_khen = Award.objects.get(code="GIAY_KHEN"), Award.objects.get(code="BK_TINH")
    director = {"campaign": campaign, "movement": minister, "award": giay_khen, "authority": "Giám đốc Sở Nội vụ"}
    AwardOffer.objects.create(
        **director, nominee_kind="collective", agency_kinds=OWN_UNITS, quota=2,
        standards="Tập thể có thành tích xuất sắc trong phong trào thi đua do Bộ trưởng Bộ Nội vụ phát động.",
    )  # fmt: skip
    AwardOffer.objects.create(
        **director, nominee_kind="individual", agency_kinds=OWN_UNITS, quota=2,
        standards="Cá nhân có thành tích xuất sắc trong phong trào thi đua do Bộ trưởng Bộ Nội vụ phát động.",
    )  # fmt: skip
    AwardOffer.objects.create(
        **director, nominee_kind="collective", agency_kinds=[AgencyKind.DISTRICT_OFFICE], quota=3,
        selection=Selection.RANKING,
        standards="Dẫn đầu phong trào thi đua ngành Nội vụ, theo kết quả chấm điểm, xếp loại trong năm.",
    )  # fmt: skip
    for kind, point in (("collective", "điểm a"), ("individual", "điểm b")):
        AwardOffer.objects.create(
            campaign=campaign, movement=minister, award=bang_khen, authority="Bộ trưởng Bộ Nội vụ", decided_here=False,
            nominee_kind=kind, agency_kinds=OWN_UNITS, quota_kind=QuotaKind.BY_REFERENCE,
            reference=f"{point} khoản 2 Phần IV Công văn số 1750/BNV-VP của Bộ trưởng Bộ Nội vụ",
        )  # fmt: skip


def _add_components(campaign):
    rows = (
        (ComponentKind.SUBMISSION_LETTER, "Tờ trình đề nghị khen thưởng (kèm danh sách)", "", False, True),
        (ComponentKind.MINUTES, "Biên bản họp Hội đồng Thi đua - Khen thưởng của đơn vị", "", False, True),
        (
            ComponentKind.ACHIEVEMENT_REPORT,
            "Báo cáo thành tích",
            "Theo mẫu báo cáo chuyên đề của Nghị định",
            True,
            True,
        ),
        (ComponentKind.EVIDENCE, "Minh chứng theo tiêu chuẩn khen thưởng", "", False, False),
    )
    for position, (kind, name, form, per_nominee, required) in enumerate(rows, 1):
        DossierComponent.objects.create(
            campaign=campaign, position=position, kind=kind, name=name, form=form, per_nominee=per_nominee,
            required=required, originals=1,
        )  # fmt: skip
