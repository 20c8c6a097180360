"""A plan without its number or its day."""

from campaigns.reading.dates import mentions
from campaigns.reading.letterhead import Letterhead
from campaigns.reading.paper import Paper
from campaigns.reading.slips.slip import slip


def letterhead_slips(head: Letterhead, paper: Paper) -> list[dict]:
    found = []
    if head.number is None:
        line = head.number_lines[0] if head.number_lines else None
        words = (
            f"Kế hoạch chưa có số (ký hiệu «{head.symbol}»)." if head.symbol else "Không thấy số, ký hiệu của kế hoạch."
        )
        found.append(slip("number_missing", words, line))
    if head.issued_on is None:
        line = head.date_lines[0] if head.date_lines else None
        words = (
            f"Ngày ban hành chưa đủ ngày, tháng, năm: «{head.date_text}»."
            if head.date_text
            else "Không thấy ngày ban hành kế hoạch."
        )
        code = "date_incomplete"
        if head.date_text and any(mention.impossible for mention in mentions(head.date_text)):
            code, words = "date_impossible", f"Ngày ban hành không có trong lịch: «{head.date_text}»."
        found.append(slip(code, words, line))
    return found
