"""What a dossier holds and what is missing, paper by paper: the checklist of the unit and of the office."""

from dataclasses import dataclass

from campaigns.enums import ComponentKind

from .enums import DossierState, ItemVerdict


@dataclass(frozen=True)
class ItemStatus:
    """One paper with what is still missing of it (sentences; empty when it is complete)."""

    item: object
    missing: tuple[str, ...]
    files: tuple

    @property
    def is_complete(self):
        return not self.missing

    @property
    def is_left_out(self):
        """An optional paper that the unit has not added."""
        return not self.item.component.required and not self.item.component.is_written_here and not self.files

    @property
    def tone(self):
        if self.item.verdict == ItemVerdict.RETURNED:
            return "returned"
        if self.item.verdict != ItemVerdict.OK and self.is_left_out:
            return "draft"
        return "done" if self.item.verdict == ItemVerdict.OK or self.is_complete else "waiting"

    @property
    def label(self):
        if self.item.verdict == ItemVerdict.RETURNED:
            return "Bị trả lại"
        if self.item.verdict == ItemVerdict.OK:
            return "Đạt"
        if self.is_left_out:
            return "Nếu có"
        return "Đã có" if self.is_complete else "Còn thiếu"


def statuses_of(dossier):
    """ItemStatus of every paper, in the order of the plan. Four queries, however many papers there are."""
    items = dossier.items.select_related("component", "nominee__report__form").prefetch_related("files__file")
    return [ItemStatus(item, tuple(missing_of(item, dossier)), tuple(item.files.all())) for item in items]


def missing_of(item, dossier):
    """Sentences that say what one paper lacks."""
    kind = item.component.kind
    if kind == ComponentKind.SUBMISSION_LETTER:
        return _missing_of_letter(dossier)
    if kind == ComponentKind.ACHIEVEMENT_REPORT and item.nominee_id:
        return _missing_of_report(item.nominee)
    if item.component.required and not list(item.files.all()):
        return [f"Chưa tải lên «{item.component.name}»" + (f" của {item.nominee.name}." if item.nominee_id else ".")]
    return []


def _missing_of_letter(dossier):
    missing = []
    if not dossier.letter_text.strip():
        missing.append("Tờ trình chưa có nội dung trình.")
    if not dossier.signer_name.strip():
        missing.append("Tờ trình chưa có người ký.")
    return missing


def _missing_of_report(nominee):
    report = getattr(nominee, "report", None)
    if report is None:
        return [f"{nominee.name} chưa có báo cáo thành tích."]
    short = [
        part["heading"]
        for part in report.form.sections_for(nominee.subject_kind)
        if len(report.answers.get(part["key"], "").strip()) < part["minimum"]
    ]
    return [f"Báo cáo của {nominee.name}: mục «{heading}» còn trống hoặc quá ngắn." for heading in short]


def missing_to_submit(dossier):
    """Everything that keeps a dossier from being handed in."""
    if not dossier.nominees.exists():
        return ["Hồ sơ chưa có đối tượng đề nghị: thêm ít nhất một tập thể hoặc cá nhân."]
    missing = [
        sentence for status in statuses_of(dossier) if status.item.component.required for sentence in status.missing
    ]
    missing += [
        f"{nominee.name} chưa có tóm tắt thành tích cho danh sách kèm tờ trình."
        for nominee in dossier.nominees.filter(summary="")
    ]
    if not dossier.campaign.takes_dossiers:
        missing.append(f"Phong trào đang «{dossier.campaign.get_state_display()}», không nhận hồ sơ.")
    if dossier.state == DossierState.RETURNED:
        missing += [
            f"«{item}» bị trả lại mà chưa sửa: {item.reason}"
            for item in dossier.items.filter(verdict=ItemVerdict.RETURNED).select_related("component", "nominee")
            if item.returned_content == content_of(item, dossier)
        ]
    return missing


def content_of(item, dossier):
    """What a paper says now, as plain data: compared between return and resubmission."""
    kind = item.component.kind
    if kind == ComponentKind.SUBMISSION_LETTER:
        return {
            "text": dossier.letter_text,
            "signer": [dossier.signer_title, dossier.signer_name],
            "list": [[n.name, n.post, n.offer_id, n.summary] for n in dossier.nominees.order_by("id")],
        }
    if kind == ComponentKind.ACHIEVEMENT_REPORT and item.nominee_id:
        report = getattr(item.nominee, "report", None)
        return {"answers": report.answers if report else {}}
    return {"files": [f.file.sha256 for f in item.files.select_related("file")]}
