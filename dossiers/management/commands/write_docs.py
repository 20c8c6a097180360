"""manage.py write_docs: the state diagrams and the page of roles, from the code."""

from django.conf import settings
from django.core.management.base import BaseCommand

from campaigns.workflow import CAMPAIGN, SHEET
from dossiers.workflow import DECISION, DOSSIER
from thidua.accounts.permissions import ROLES, Permission
from thidua.workflow.diagram import mermaid


def documents():
    """{path from the root of the repository: text} of every page that is made from code."""
    return {
        "docs/states/campaign.md": mermaid(CAMPAIGN),
        "docs/states/sheet.md": mermaid(SHEET),
        "docs/states/dossier.md": mermaid(DOSSIER),
        "docs/states/decision.md": mermaid(DECISION),
        "docs/roles.md": roles_page(),
    }


def roles_page():
    lines = ["# Vai trò", ""]
    for role in ROLES.values():
        sight = "toàn hệ thống" if role.whole_tenant else "chỉ đơn vị mình"
        lines += [f"- **{role.label}** (`{role.code}`, {sight}): {role.description}"]
    lines += ["", "| quyền | " + " | ".join(role.label for role in ROLES.values()) + " |"]
    lines += ["|---" * (len(ROLES) + 1) + "|"]
    for permission in Permission:
        marks = ["✓" if permission in role.permissions else "" for role in ROLES.values()]
        lines += [f"| `{permission}` | " + " | ".join(marks) + " |"]
    return "\n".join(lines) + "\n"


class Command(BaseCommand):
    help = "Ghi docs/states/*.md và docs/roles.md từ mã nguồn."

    def handle(self, *args, **options):
        for path, text in documents().items():
            target = settings.BASE_DIR / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            self.stdout.write(path)
