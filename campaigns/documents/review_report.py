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

GAUGES_TOGETHER = 4
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
    """«Sơ kết Đợt 1 phong trào thi đua …»; words with which the name ends and the title begins stand once.

    A name that says itself which movement it is of stays alone, like one that holds the title.
    """
    title = lower_first(review.campaign.title)
    if title.lower() in review.name.lower():
        return review.name
    name, words = review.name.split(), title.split()
    for shared in range(min(len(name), len(words)), 0, -1):
        if " ".join(name[-shared:]).lower() == " ".join(words[:shared]).lower():
            return " ".join(name + words[shared:])
    names_it = any(word in review.name.lower() for word in ("phong trào", "đợt thi đua", "công tác thi đua"))
    return review.name if names_it else f"{review.name} {title}"


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
    if whole.rankings:
        clauses.append(("Kết quả chấm điểm, xếp hạng", _rankings(whole)))
    if whole.said("results"):
        said = tuple(Said(str(agency), _lines(text)) for agency, text in whole.said("results"))
        clauses.append(("Kết quả nổi bật của các đơn vị", said))
    return [Clause(title, tuple(blocks), str(number)) for number, (title, blocks) in enumerate(clauses, 1)]


def _awards(whole):
    sums = [sum(numbers) for numbers in zip(*(numbers for _agency, numbers in whole.awards), strict=True)]
    if not any(sums):
        yield Words(("Trong kỳ báo cáo chưa có đăng ký, đề nghị và quyết định khen thưởng nào.",))
        return
    yield Words(
        (
            f"Các đơn vị đăng ký {sums[0]} lượt danh hiệu, hình thức cho tập thể, cá nhân; đề nghị khen thưởng "
            f"{sums[1]} lượt; đã có quyết định khen thưởng {sums[2]} lượt.",
        )
    )
    some = [(agency, numbers) for agency, numbers in whole.awards if any(numbers)]
    rows = tuple((str(at), str(agency), *map(str, numbers)) for at, (agency, numbers) in enumerate(some, 1))
    totals = ("", "Tổng cộng", *map(str, sums))
    caption = "Đăng ký và kết quả khen thưởng theo đơn vị (lượt tập thể, cá nhân)"
    yield Table(caption, ("STT", "Đơn vị", *AWARDS), rows, (12, 75, 26, 26, 26), totals)
    if len(some) < len(whole.awards):
        yield Words((f"{len(whole.awards) - len(some):02d} đơn vị còn lại không có đăng ký, đề nghị, khen thưởng.",))
    if sum(map(bool, sums)) > 1:  # with a single figure the picture would say nothing that the table does not
        yield Chart("Đăng ký, đề nghị và được khen thưởng theo đơn vị", columns=whole.columns)


def _targets(whole):
    for period, gauges in whole.gauges:
        drawn = [draw(gauge) for gauge in gauges]
        rows = tuple(
            (str(at), one.gauge.label, one.goal[:1].upper() + one.goal[1:], one.value, _basis(one.gauge), one.word)
            for at, one in enumerate(drawn, 1)
        )
        header = ("STT", "Chỉ tiêu", "Mức đề ra", "Kết quả", "Cơ sở tính", "Đánh giá")
        yield Table(f"Kết quả chỉ tiêu – {period.label}", header, rows, (12, 54, 21, 19, 37, 22))
        if any(gauge.value is not None for gauge in gauges):
            yield from _gauge_charts(gauges, period)


def _gauge_charts(gauges, period):
    """Low pictures: a high one would push itself onto the next page and leave this one empty."""
    for first in range(0, len(gauges), GAUGES_TOGETHER):
        some = tuple(gauges[first : first + GAUGES_TOGETHER])
        which = "" if len(gauges) <= GAUGES_TOGETHER else f" từ {first + 1} đến {first + len(some)}"
        yield Chart(f"Mức độ hoàn thành chỉ tiêu{which} – {period.label}", gauges=some)


def _basis(gauge):
    return "; ".join(part for part in (gauge.numbers, gauge.note) if part) or "–"


def _rankings(whole):
    """Each kind of units has its own first place."""
    for group, bars in whole.rankings:
        rows = tuple((bar.rank, bar.label, number_words(bar.value), bar.band or "–") for bar in bars)
        yield Table(f"Điểm và xếp hạng – {group}", ("Hạng", "Đơn vị", "Điểm", "Xếp loại"), rows, (18, 82, 25, 40))
        if len(bars) > 1:
            yield Chart(f"Điểm thi đua – {group}", bars=tuple(bars))


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
