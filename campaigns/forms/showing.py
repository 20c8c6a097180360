"""What a page of the plan showed travels with its form, so that a save knows what a colleague changed meanwhile."""

from dataclasses import dataclass
from datetime import datetime

from django.core import signing
from django.db.models import Q

from thidua.audit.models import AuditEvent
from thidua.workflow.saving import Outdated

from ..snapshot import SECTIONS, differences
from .outline import words_of
from .sections import section_form

SALT = "campaigns.section"


@dataclass(frozen=True)
class Meanwhile:
    """What a colleague saved since the page was opened; `revision` is what a page of now would carry."""

    who: str
    at: datetime | None
    changes: list
    revision: str


def shown_by(form):
    """{(row id, title): {label: words}} of an unbound form or formset, as snapshot.differences compares them."""
    rows = form.initial_forms if hasattr(form, "forms") else [form]
    return {(_key(row), str(getattr(row, "instance", ""))): _facts(row) for row in rows}


def _key(row):
    return getattr(getattr(row, "instance", None), "pk", None) or 0


def _facts(row):
    words = words_of(row)
    return {
        str(row.fields[name].label): text for name, text in words.items() if name not in ("id", "DELETE", "campaign")
    }


def revision_of(form):
    """The signed, packed token of what the unbound form shows."""
    return signing.dumps(
        [[pk, title, facts] for (pk, title), facts in shown_by(form).items()], salt=SALT, compress=True
    )


def check_unchanged(campaign, section, revision):
    """Raise Outdated with a Meanwhile when the part no longer says what the page showed."""
    try:
        seen = {(pk, title): facts for pk, title, facts in signing.loads(revision, salt=SALT)}
    except signing.BadSignature:
        return  # a page without its token is a plain form: nothing is known of what it showed
    form = section_form(section, campaign)
    changes = differences(seen, shown_by(form))
    if changes:
        who, at = _last_change(campaign, section, form)
        raise Outdated(Meanwhile(who, at, changes, revision_of(form)))


def _last_change(campaign, section, form):
    """Who changed the part last, and when, as the trail tells."""
    label = SECTIONS.get(section, "Thông tin chung")
    of_plan = Q(subject_type="campaigns.campaign", subject_id=campaign.pk, verb=f"sửa {label.lower()} của")
    of_rows = Q(pk=None)
    if hasattr(form, "forms"):
        keys = [row.instance.pk for row in form.initial_forms]
        of_rows = Q(subject_type=form.model._meta.label_lower, subject_id__in=keys)
    event = AuditEvent.objects.filter(of_plan | of_rows).first()
    return (event.actor_label, event.happened_at) if event else ("Một đồng nghiệp", None)


def conflict(meanwhile):
    """The Meanwhile as the autosave reads it."""
    return {
        "message": "Đồng nghiệp vừa sửa phần này.",
        "changed_by": meanwhile.who,
        "changed_at": meanwhile.at.isoformat() if meanwhile.at else None,
        "revision": meanwhile.revision,
        "differences": meanwhile.changes,
    }
