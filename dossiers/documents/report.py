"""Báo cáo thành tích of a nominee, as its form asks."""

from dossiers.models import Nominee
from thidua.agencies.models import Position
from thidua.documents.layout import Letterhead, Signature, day_in_words, lower_first

from .view_models import AchievementReportDoc, ReportPart


def build_report(nominee_id):
    """(title, AchievementReportDoc) of a nominee's report."""
    nominee = Nominee.objects.with_facts().select_related("report__form", "agency__current").get(pk=nominee_id)
    version = nominee.dossier.agency_version or nominee.dossier.agency.current
    doc = AchievementReportDoc(
        letterhead=Letterhead(
            superior=version.superior_name, issuer=version.legal_name, symbol=version.symbol, place=version.place_name
        ),
        subject=nominee.name,
        award=nominee.offer.title,
        occasion=f"trong {lower_first(nominee.dossier.campaign.title)}",
        form_name=f"{nominee.report.form.code} ban hành kèm theo {nominee.report.form.decree}",
        facts=tuple(_facts(nominee)),
        parts=tuple(_parts(nominee)),
        signatures=_signatures(nominee, version),
    )
    return f"Báo cáo thành tích {nominee.name}", doc


def _facts(nominee):
    if not nominee.is_individual:
        yield "Tên tập thể đề nghị", nominee.name
        return
    person = nominee.person
    yield "Họ và tên", nominee.name
    if person.birth_date:
        yield "Ngày sinh", day_in_words(person.birth_date).removeprefix("ngày ")
    if person.gender:
        yield "Giới tính", person.get_gender_display()
    if person.home_town:
        yield "Quê quán", person.home_town
    if person.qualification:
        yield "Trình độ chuyên môn", person.qualification
    if nominee.post:
        yield "Chức vụ, đơn vị công tác", nominee.post


def _parts(nominee):
    last, number = None, 0
    for section in nominee.report.form.sections_for(nominee.subject_kind):
        is_new = section["part"] != last
        number = 1 if is_new else number + 1
        last = section["part"]
        text = nominee.report.answers.get(section["key"], "")
        paragraphs = tuple(line.strip() for line in text.splitlines() if line.strip())
        yield ReportPart(section["part"] if is_new else "", number, section["heading"], paragraphs)


def _signatures(nominee, version):
    head = (
        Position.objects.filter(agency=nominee.dossier.agency, is_head=True, valid_to__isnull=True)
        .select_related("person")
        .first()
    )
    head_name = head.person.full_name if head else nominee.dossier.signer_name
    head_title = head.title if head else version.head_title
    if nominee.is_individual and nominee.name != head_name:
        return (
            Signature(("Xác nhận của thủ trưởng đơn vị", head_title), head_name),
            Signature(("Người báo cáo",), nominee.name),
        )
    return (
        Signature(("Xác nhận của cấp trên trực tiếp",), ""),
        Signature((head_title or "Thủ trưởng đơn vị",), head_name),
    )
