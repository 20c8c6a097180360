"""When a step can be taken with a dossier or a decision: sentences that speak against it."""

from campaigns.enums import Selection

from .completeness import missing_to_submit
from .enums import ItemVerdict, Outcome


def missing_to_return(dossier):
    """A dossier goes back only with a reason on exactly what is wrong."""
    if dossier.items.filter(verdict=ItemVerdict.RETURNED).exists():
        return []
    return ["Hãy chọn «Trả lại» và ghi lý do ở ít nhất một thành phần trước khi gửi yêu cầu bổ sung."]


def missing_to_accept(dossier):
    open_items = dossier.items.exclude(verdict=ItemVerdict.OK).select_related("component", "nominee")
    return [
        f"«{item}» " + ("đang bị trả lại." if item.verdict == ItemVerdict.RETURNED else "chưa được kiểm tra.")
        for item in open_items
        if item.component.required or item.verdict == ItemVerdict.RETURNED
    ]


def untouched_by_office(dossier):
    """The unit may take a dossier back only while nobody has acted on it."""
    if dossier.items.exclude(verdict=ItemVerdict.OPEN).exists():
        return ["Văn phòng đã bắt đầu kiểm tra; hãy đề nghị Văn phòng trả lại hồ sơ."]
    return []


def missing_from_council(dossier):
    return [
        f"Hội đồng chưa có kết quả xét cho {nominee.name}."
        for nominee in dossier.nominees.filter(council_result__isnull=True)
    ]


def missing_to_sign(decision):
    lines = list(decision.lines.select_related("nominee"))
    if not lines:
        return ["Quyết định chưa có ai trong danh sách."]
    reasons = [
        f"{line.name} không còn ở trạng thái đã phê duyệt."
        for line in lines
        if line.nominee.outcome != Outcome.APPROVED
    ]
    if not decision.bases:
        reasons.append("Quyết định chưa có căn cứ pháp lý.")
    return reasons


__all__ = [
    "missing_from_council",
    "missing_to_accept",
    "missing_to_return",
    "missing_to_sign",
    "missing_to_submit",
    "untouched_by_office",
]


def not_from_ranking(dossier):
    """Only a list whose every nominee comes from a published ranking goes to the director without a council."""
    selections = set(dossier.nominees.values_list("offer__selection", flat=True))
    if selections != {Selection.RANKING}:
        return ["Danh sách này không lấy từ kết quả xếp hạng nên không chuyển thẳng phê duyệt được."]
    return []
