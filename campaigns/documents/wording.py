"""The sentences of a plan: how it says a period, a criterion, an award, a paper, a milestone.

What is written here can be read again without loss: see campaigns.plans.drafting.printed.
"""

from thidua.documents.layout import lower_first

from ..enums import CampaignKind, PointsKind, QuotaKind, Selection
from ..models.legal_basis import day_month_year
from ..points import in_words
from .blocks import Block

KIND_WORDS = {
    CampaignKind.REGULAR: " thường xuyên",
    CampaignKind.PHASED: " theo đợt",
    CampaignKind.THEMATIC: " theo chuyên đề",
    CampaignKind.SPECIAL: " đặc biệt",
}


def period(starts_on, ends_on):
    """«từ ngày 01/01/2024 đến hết ngày 31/12/2025»"""
    parts = []
    if starts_on:
        parts.append(f"từ ngày {day_month_year(starts_on)}")
    if ends_on:
        parts.append(f"đến hết ngày {day_month_year(ends_on)}")
    return " ".join(parts)


def sentence(text):
    """A line as the document ends it: with one full stop."""
    return f"{text.strip().rstrip('.;')}."


def dashes(text):
    """Each line that was typed, as a dash."""
    for line in text.splitlines():
        if line.strip():
            yield Block("dash", sentence(line.strip().lstrip("-+ ")))


def criterion_words(criterion):
    """«Báo cáo đúng hạn (10 điểm)», «Vi phạm kỷ luật (trừ đến 5 điểm, kèm minh chứng)»"""
    if criterion.max_points is None:
        return criterion.text + (" (kèm minh chứng)" if criterion.evidence_required else "")
    sign = {PointsKind.BONUS: "thưởng đến ", PointsKind.MINUS: "trừ đến "}.get(criterion.points_kind, "")
    proof = ", kèm minh chứng" if criterion.evidence_required else ""
    return f"{criterion.text.strip().rstrip('.;')} ({sign}{in_words(criterion.max_points)} điểm{proof})"


def celebration(day):
    """«94 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2024)»"""
    if day.founded_on and day.celebrated_on:
        return f"{day} ({day_month_year(day.founded_on)} - {day_month_year(day.celebrated_on)})"
    return str(day)


def offer_words(offer):
    """«Tặng Giấy khen của Giám đốc Sở Nội vụ cho 02 tập thể thuộc Đơn vị thuộc Sở»"""
    verb = "Tặng" if offer.decided_here else "Đề nghị tặng"
    subject = offer.get_nominee_kind_display().lower()
    count = f"{offer.quota:02d} " if offer.quota_kind == QuotaKind.FIXED else ""
    words = f"{verb} {offer.title} cho {count}{subject}"
    if offer.agency_kinds:
        labels = dict(offer._meta.get_field("agency_kinds").base_field.choices)
        words += f" thuộc: {', '.join(lower_first(str(labels[kind])) for kind in offer.agency_kinds)}"
    if offer.selection == Selection.RANKING:
        words += ", căn cứ kết quả chấm điểm, xếp hạng"
    if offer.quota_kind == QuotaKind.PERCENT:
        words += f", không quá {offer.quota_percent.normalize():f}% {offer.quota_population}".replace(".", ",")
    if offer.movement:
        words += f", trong {lower_first(offer.movement.name)}"
    if offer.quota_kind == QuotaKind.BY_REFERENCE:
        words += f", số lượng thực hiện theo quy định tại {lower_first(offer.reference)}"
    return words


def component_words(component):
    words = component.name
    if component.form_note:
        form = f"theo {component.form}" if component.form else "theo mẫu"
        words += f" ({form} ban hành kèm theo {decree_words(component.decree)})" if component.decree else f" ({form})"
    if component.originals != 1:
        words += f" ({component.originals:02d} bản chính)"
    if component.per_nominee:
        words += " (mỗi tập thể, cá nhân một bản)"
    if not component.required:
        words += " (nếu có)"
    names = [link.offer.title for link in component.only_for.all()]
    if names:
        words += f", đối với hồ sơ đề nghị {'; '.join(dict.fromkeys(names))}"
    return f"{words}; lưu ý: {lower_first(component.note)}" if component.note else words


def decree_words(number):
    return f"Nghị định số {number}" if number.endswith("NĐ-CP") else f"văn bản số {number}"


def milestone_words(milestone):
    """«Hạn nộp hồ sơ: gửi hồ sơ về Văn phòng Sở trước ngày 01/12 hằng năm, từ năm 2023 đến năm 2030»"""
    label = milestone.get_kind_display()
    said = milestone.name.lower().startswith(label.lower())  # «Sơ kết phong trào …» says what it is
    words = f"{'' if said else f'{label}: '}{milestone.name}{belonging(milestone)}"
    if milestone.certainty == "relative" and milestone.anchor:
        if milestone.due_on:
            words += f", trước ngày {day_month_year(milestone.due_on)}"
        side = "trước" if milestone.offset_days < 0 else "sau"
        words += f", {abs(milestone.offset_days)} ngày {side} mốc “{milestone.anchor.name}”"
    elif milestone.certainty == "yearly":
        words += (
            f", trước ngày {milestone.yearly_day:02d}/{milestone.yearly_month:02d} hằng năm, "
            f"từ năm {milestone.first_year} đến năm {milestone.last_year}"
        )
    elif milestone.due_on:
        words += f", trước ngày {day_month_year(milestone.due_on)}"
    else:
        words += f", thời gian theo {lower_first(milestone.awaits or milestone.when)}"
    units = "; ".join(unit.name for unit in milestone.units.all())
    return f"{words} (đơn vị chịu trách nhiệm: {units})" if units else words


def belonging(milestone):
    """The phase or the movement of a milestone, where its name does not say so already."""
    name = milestone.name.lower()
    if milestone.movement and f"do {milestone.movement.launcher} phát động".lower() not in name:
        return f", trong {lower_first(milestone.movement.name)}"
    if milestone.phase and milestone.phase.name.lower() not in name:
        return f", thuộc {lower_first(milestone.phase.name)}"
    return ""
