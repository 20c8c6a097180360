"""`manage.py read_plan FILE --json`: what a plan says, without touching the database."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from campaigns.reading import Unreadable, read_text

_COUNTED = (
    ("legal_bases", "Căn cứ"), ("phases", "Đợt, giai đoạn"), ("milestones", "Mốc thời gian"), ("participants", "Đối tượng"),
    ("criteria", "Tiêu chí"), ("targets", "Chỉ tiêu"), ("offers", "Hình thức khen thưởng"), ("dossier_components", "Thành phần hồ sơ"),
    ("programme", "Chương trình"), ("responsibilities", "Phân công"), ("recipients", "Nơi nhận"),
)  # fmt: skip


def _text_of(path: Path) -> str:
    """The words of the file; plain text even where the readers of Word and PDF are not installed."""
    try:
        from campaigns.reading.sources import text_of
    except ImportError:
        if path.suffix.lower() != ".txt":
            raise Unreadable("Chỉ đọc được tệp văn bản .txt.") from None
        return path.read_bytes().decode("utf-8-sig", errors="replace")
    return text_of(path)


def summary(plan: dict) -> str:
    """A few lines for the person at the terminal."""
    day = "/".join(reversed((plan["issued_on"] or "").split("-")))
    period = f"{plan['starts_on'] or '?'} → {plan['ends_on'] or '?'}"
    rows = [
        f"Kế hoạch: {plan['title'] or '(chưa rõ tên)'}",
        f"Cơ quan ban hành: {plan['issuer'] or '(chưa rõ)'}",
        f"Số: {plan['number'] or '(chưa có)'}; ngày: {day or '(chưa đủ)'}",
        f"Thời gian: {period}",
        *(f"{name}: {len(plan[key])}" for key, name in _COUNTED),
        f"Người ký: {plan['signatory']['title'] or '?'} {plan['signatory']['name'] or ''}".rstrip(),
        *(f"Lưu ý (dòng {slip['line'] or '?'}): {slip['text']}" for slip in plan["warnings"]),
    ]
    return "\n".join(rows)


class Command(BaseCommand):
    """Prints the facts of one plan."""

    help = "Đọc một kế hoạch thi đua, khen thưởng và in ra các nội dung của nó."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", help="tệp kế hoạch (.txt, .docx, .pdf)")
        parser.add_argument("--json", action="store_true", help="in ra JSON")

    def handle(self, *args, **options):
        path = Path(options["file"])
        if not path.is_file():
            raise CommandError(f"Không thấy tệp {path}.")
        try:
            plan = read_text(_text_of(path))
        except Unreadable as refusal:
            raise CommandError(str(refusal)) from None
        except OSError:
            raise CommandError(f"Không mở được tệp {path}.") from None
        self.stdout.write(json.dumps(plan, ensure_ascii=False, indent=2) if options["json"] else summary(plan))
