"""The transition table: which event leads from which states to which, who may, and when."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from thidua.accounts.actor import refusal
from thidua.audit.trail import record


class Refused(Exception):
    """A step that cannot be taken now. `reasons`: Vietnamese sentences for the person who tried."""

    def __init__(self, *reasons):
        self.reasons = [str(reason) for reason in reasons]
        super().__init__(" ".join(self.reasons))


class AlreadyDone(Refused):
    """The step has been taken before (a double click, or a colleague was faster). Nothing is wrong."""


@dataclass(frozen=True)
class Step:
    """One row of the table.

    `policy(obj)` returns the sentences that speak against the step now; an empty list lets it pass.
    """

    event: str
    label: str
    sources: tuple[str, ...]
    target: str
    permission: str
    policy: Callable | None = None
    needs_reason: bool = False
    stamp: str = ""  # sets <stamp>_at and <stamp>_by when the model has them
    done: str = ""  # what the page says afterwards
    is_forward: bool = True  # False for steps back, which never are the page's main button


@dataclass(frozen=True)
class Workflow:
    """All steps of one kind of thing. `states` is the TextChoices of its `state` field."""

    name: str
    states: type
    steps: tuple[Step, ...]
    initial: str
    by_event: dict = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "by_event", {step.event: step for step in self.steps})

    def reasons_against(self, obj, event, by):
        """Why `by` cannot take `event` on `obj` now: sentences, empty when it is allowed."""
        step = self.by_event[event]
        if obj.state not in step.sources:
            return [f"«{step.label}» không dùng được khi đang ở trạng thái «{obj.get_state_display()}»."]
        if not by.may(step.permission, obj):
            return [refusal(step.permission)]
        return list(step.policy(obj)) if step.policy else []

    def offered(self, obj, by):
        """(step, reasons against it) for every step that starts at the state of `obj` and whose role `by` has."""
        return [
            (step, self.reasons_against(obj, step.event, by))
            for step in self.steps
            if obj.state in step.sources and by.may(step.permission)
        ]

    @transaction.atomic
    def apply(self, obj, event, *, by, reason="", fields=None):
        """Take `event` on `obj`: lock, check, change, write the transition and the trail.

        `fields(locked)` returns further values that the new state needs; it is asked once all checks have passed.

        Returns the locked, changed row. Raises AlreadyDone, Refused, or PermissionDenied; then nothing has changed.
        """
        step = self.by_event[event]
        locked = type(obj).objects.select_for_update(of=("self",)).get(pk=obj.pk)
        if locked.state not in step.sources:
            if locked.state == step.target:
                raise AlreadyDone(f"Việc này đã được thực hiện: {locked} đang «{locked.get_state_display()}».")
            raise Refused(*self.reasons_against(locked, event, by))
        by.require(step.permission, locked)
        reasons = list(step.policy(locked)) if step.policy else []
        reason = reason.strip()
        if step.needs_reason and not reason:
            reasons.insert(0, _reason_missing(step))
        if reasons:
            raise Refused(*reasons)
        return _change(locked, step, by, reason, fields(locked) if fields else {})

    @transaction.atomic
    def apply_all(self, rows, event, *, by, reason="", fields=None):
        """Take `event` on many rows of one kind, changing them in place: few queries however many they are.

        The caller has locked the rows, asked permission and policy for them, and writes one line of the trail.
        `fields(row)` as in apply. Raises Refused for a row in another state or a missing reason.
        """
        step = self.by_event[event]
        reason = reason.strip()
        if step.needs_reason and not reason:
            raise Refused(_reason_missing(step))
        for row in rows:
            if row.state not in step.sources:
                raise Refused(*self.reasons_against(row, event, by))
        if rows:
            _change_all(rows, step, by, reason, fields or (lambda row: {}))


def _reason_missing(step):
    return f"Hãy ghi lý do «{step.label.lower()}» để người nhận biết phải làm gì."


def _stamped(step, by, fields):
    """The values that the new state brings."""
    if step.stamp:
        fields = {**fields, f"{step.stamp}_at": timezone.now(), f"{step.stamp}_by_id": by.user_id}
    return {"state": step.target, **fields}


def _set(obj, values):
    """Set the values; returns the names of the fields that were set."""
    for name, value in values.items():
        setattr(obj, name, value)
    return [name.removesuffix("_id") for name in values]


def _transition(step, source, by, reason):
    return {
        "event": step.event, "source": source, "target": step.target,
        "by_id": by.user_id, "by_label": by.label, "reason": reason,
    }  # fmt: skip


def _change_all(rows, step, by, reason, fields):
    model = type(rows[0])
    taken = model._meta.get_field("transitions")
    transitions, names = [], []
    for row in rows:
        transitions.append(taken.related_model(**{taken.field.name: row}, **_transition(step, row.state, by, reason)))
        names = _set(row, _stamped(step, by, fields(row)))
    model.objects.bulk_update(rows, names, batch_size=500)
    taken.related_model.objects.bulk_create(transitions, batch_size=500)


def _change(obj, step, by, reason, fields):
    source = obj.state
    obj.save(update_fields=_set(obj, _stamped(step, by, fields)))
    obj.transitions.create(**_transition(step, source, by, reason))
    record(by=by, verb=step.label.lower(), subject=obj, details={"reason": reason} if reason else {})
    return obj
