"""Báo cáo sơ kết, tổng kết: the consolidated report of a review, from its figures and the office's words."""

from django.utils import timezone

from thidua.agencies.models import Position
from thidua.documents.layout import Letterhead, Signature, day_in_words, lower_first, roman
from thidua.web.charts.gauge import draw
from thidua.web.charts.numbers import number_words

from ..models import Review
from ..selectors.reviews import AWARDS, consolidated
from .review_annexes import annexes
from .review_parts import Chart, Clause, Part, ReviewReportDoc, Said, Table, Words

NOTHING_WRITTEN = "(Văn phòng bổ sung nội dung.)"


def build_review_report(review_id):
    """(title, ReviewReportDoc) of a review."""
    found = Review.objects.select_related("campaign__organiser__current")
    review = found.get(pk=review_id)
    whole, version = consolidated(review), review.campaign.organiser.current
    subject = subject_of(review)
    doc = ReviewReportDoc(
        letterhead=Letterhead(
            superior=version.superior_name, issuer=version.legal_name, symbol=f"BC-{version.symbol}",
            place=version.place_name,
        ),
        subject=subject,
        opening=_opening(review, version),
        parts=tuple(_numbered(_parts(review, whole))),
        closing=f"Trên đây là báo cáo {lower_first(subject)} của {version.legal_name}./.",
        annexes=tuple(annexes(whole)),
        signature=_signature(review.campaign, version),
        recipients=tuple(review.campaign.recipients) or ("Các đơn vị tham gia", "Lưu: VT"),
        is_draft=review.is_open,
    )  # fmt: skip
    return f"Báo cáo {lower_first(review.name)}", doc


def subject_of(review):
    """«Sơ kết Đợt 1 phong trào thi đua …»; a name that already says it stays alone."""
    title = lower_first(review.campaign.title)
    return review.name if title.lower() in review.name.lower() else f"{review.name} {title}"


def _opening(review, version):
    campaign = review.campaign
    plan = f" số {campaign.plan_number}" if campaign.plan_number else ""
    day = f" {day_in_words(campaign.plan_date)}" if campaign.plan_date else ""
    return (
        f"Thực hiện Kế hoạch{plan}{day} về {lower_first(campaign.title)}, {version.legal_name} báo cáo kết quả "
        f"từ {day_in_words(review.covers_from)} đến {day_in_words(review.covers_to)} như sau:"
    )


def _numbered(parts):
    for number, (title, clauses) in enumerate(parts, 1):
        yield Part(roman(number), title, tuple(clauses))


def _parts(review, whole):
    yield "Tình hình chung", [Clause("", (_participation(review, whole),))]
    yield "Kết quả thực hiện", _results(whole)
    yield "Tồn tại, hạn chế và nguyên nhân", [_written(review.shortcomings, whole.said("shortcomings"))]
    yield "Phương hướng, nhiệm vụ", [_written(review.directions, [])]
    yield "Kiến nghị, đề xuất", [_written(review.proposals, whole.said("proposals"))]


def _participation(review, whole):
    units, sent = len(whole.lines), len(whole.sent)
    sentences = [
        f"Phong trào có {units:02d} đơn vị tham gia; {sent:02d} đơn vị đã gửi báo cáo {lower_first(review.name)}."
    ]
    if whole.silent and sent:
        names = ", ".join(line.agency.short_name for line in whole.silent)
        sentences.append(f"Các đơn vị chưa gửi báo cáo: {names}.")
    return Words((*sentences, *_lines(review.assessment)))


def _results(whole):
    clauses = [("Đăng ký thi đua và khen thưởng", _awards(whole))]
    if whole.gauges:
        clauses.append(("Kết quả thực hiện chỉ tiêu", _targets(whole)))
    if whole.ranking:
        clauses.append(("Kết quả chấm điểm, xếp hạng", _ranking(whole)))
    if whole.said("results"):
        said = tuple(Said(str(agency), _lines(text)) for agency, text in whole.said("results"))
        clauses.append(("Kết quả nổi bật của các đơn vị", said))
    return [Clause(title, tuple(blocks), str(number)) for number, (title, blocks) in enumerate(clauses, 1)]


def _awards(whole):
    sums = [sum(numbers) for numbers in zip(*(numbers for _agency, numbers in whole.awards), strict=True)]
    yield Words(
        (
            f"Các đơn vị đăng ký {sums[0]} lượt danh hiệu, hình thức cho tập thể, cá nhân; đề nghị khen thưởng "
            f"{sums[1]} lượt; đã có quyết định khen thưởng {sums[2]} lượt.",
        )
    )
    rows = tuple((str(at), str(agency), *map(str, numbers)) for at, (agency, numbers) in enumerate(whole.awards, 1))
    totals = ("", "Tổng cộng", *map(str, sums))
    caption = "Đăng ký và kết quả khen thưởng theo đơn vị (lượt tập thể, cá nhân)"
    yield Table(caption, ("STT", "Đơn vị", *AWARDS), rows, (12, 75, 26, 26, 26), totals)
    if any(sums):
        yield Chart("Đăng ký, đề nghị và được khen thưởng theo đơn vị", columns=whole.columns)


def _targets(whole):
    for period, gauges in whole.gauges:
        drawn = [draw(gauge) for gauge in gauges]
        rows = tuple(
            (str(at), one.gauge.label, one.goal[:1].upper() + one.goal[1:], one.value, _basis(one.gauge), one.word)
            for at, one in enumerate(drawn, 1)
        )
        header = ("STT", "Chỉ tiêu", "Mức đề ra", "Kết quả", "Cơ sở tính", "Đánh giá")
        yield Table(f"Kết quả chỉ tiêu – {period.label}", header, rows, (12, 56, 24, 22, 28, 23))
        if any(gauge.value is not None for gauge in gauges):
            yield Chart(f"Mức độ hoàn thành chỉ tiêu – {period.label}", gauges=tuple(gauges))


def _basis(gauge):
    return "; ".join(part for part in (gauge.numbers, gauge.note) if part) or "–"


def _ranking(whole):
    rows = tuple((bar.rank, bar.label, number_words(bar.value), bar.band or "–") for bar in whole.ranking)
    yield Table("Điểm và xếp hạng", ("Hạng", "Đơn vị", "Điểm", "Xếp loại"), rows, (18, 82, 25, 40))
    yield Chart("Điểm thi đua của các đơn vị", bars=tuple(whole.ranking))


def _written(text, said):
    """The office's own words; until it has written some, the units' words stand here."""
    if _lines(text):
        return Clause("", (Words(_lines(text)),))
    if said:
        return Clause("", tuple(Said(str(agency), _lines(words)) for agency, words in said))
    return Clause("", (Words((NOTHING_WRITTEN,)),))


def _lines(text):
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _signature(campaign, version):
    head = (
        Position.objects.on(timezone.localdate())
        .filter(agency=campaign.organiser_id, is_head=True)
        .select_related("person")
        .first()
    )
    title = campaign.signer_title or (head.title if head else version.head_title)
    return Signature((title,), campaign.signer_name or (head.person.full_name if head else ""))
