"""Phases, celebrated days, milestones."""

from django import forms

from ..enums import Certainty
from ..models import Celebration, Milestone, ParentMovement, Phase
from .rows import LinesField, RowForm, RowFormSet, UnitsRowForm


class PhaseForm(RowForm):
    class Meta:
        model = Phase
        fields = ["name", "starts_on", "ends_on"]


class CelebrationForm(RowForm):
    phase = forms.ModelChoiceField(
        Phase.objects.none(), label="Giai đoạn, đợt", required=False, empty_label="(cả phong trào)"
    )

    class Meta:
        model = Celebration
        fields = ["name", "founded_on", "celebrated_on", "phase"]

    def choose_among(self, campaign):
        self.choose("phase", campaign.phases.all())


class MilestoneForm(UnitsRowForm):
    phase = forms.ModelChoiceField(
        Phase.objects.none(), label="Giai đoạn", required=False, empty_label="(cả phong trào)"
    )
    movement = forms.ModelChoiceField(
        ParentMovement.objects.none(), label="Thuộc phong trào", required=False, empty_label="(phong trào này)"
    )
    anchor = forms.ModelChoiceField(Milestone.objects.none(), label="Tính từ mốc", required=False)
    unit_lines = LinesField(label="Đơn vị chịu trách nhiệm", required=False, help_text="Mỗi dòng một đơn vị.")

    class Meta:
        model = Milestone
        fields = [
            "kind", "name", "certainty", "due_on", "anchor", "offset_days", "yearly_day", "yearly_month", "first_year",
            "last_year", "awaits", "phase", "movement",
        ]  # fmt: skip

    def choose_among(self, campaign):
        self.choose("phase", campaign.phases.all())
        self.choose("movement", campaign.movements.all())
        self.choose("anchor", campaign.milestones.stated())
        for name in ("first_year", "last_year", "yearly_day", "yearly_month", "offset_days"):
            self.fields[name].localize = False
            self.fields[name].widget.is_localized = False

    def clean(self):
        values = super().clean()
        if values.get("certainty") == Certainty.RELATIVE:
            if not values.get("anchor"):
                self.add_error("anchor", "Chọn mốc để tính ngày.")
            elif self.instance.pk and _follows(values["anchor"], self.instance.pk):
                self.add_error("anchor", "Hai mốc không thể tính ngày lẫn nhau.")
            values["due_on"] = None
        elif values.get("certainty") in (Certainty.YEARLY, Certainty.AWAITED):
            values["due_on"] = None
        return values


def _follows(anchor, pk):
    """True when the chain of anchors from `anchor` comes back to the milestone `pk`."""
    seen = set()
    while anchor is not None and anchor.pk not in seen:
        if anchor.pk == pk:
            return True
        seen.add(anchor.pk)
        anchor = anchor.anchor
    return False


class MilestoneFormSet(RowFormSet):
    """The single years of a yearly milestone follow from it and are not edited here."""

    def rows(self):
        return super().rows().stated()
