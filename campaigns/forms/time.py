"""Phases, celebrated days, milestones."""

from django import forms

from ..enums import Certainty
from ..models import Celebration, Milestone, ParentMovement, Phase
from ..models.milestone import days_of_years
from ..plans.years import own_years
from .rows import LinesField, RowForm, RowFormSet, UnitsRowForm

YEARLY = ("yearly_day", "yearly_month", "first_year", "last_year")
# What belongs to one kind of time only; a milestone that changes its kind does not keep the rest.
OF_CERTAINTY = {
    Certainty.RELATIVE: {"anchor": None, "offset_days": None},
    Certainty.YEARLY: dict.fromkeys(YEARLY),
    Certainty.FIXED: {"due_on": None, "set_by": ""},
}


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
            "last_year", "awaits", "set_by", "phase", "movement",
        ]  # fmt: skip

    def choose_among(self, campaign):
        self.choose("phase", campaign.phases.all())
        self.choose("movement", campaign.movements.all())
        self.choose("anchor", campaign.milestones.can_be_counted_from())
        for name in ("first_year", "last_year", "yearly_day", "yearly_month", "offset_days"):
            self.fields[name].localize = False
            self.fields[name].widget.is_localized = False

    def clean(self):
        values = super().clean()
        certainty = values.get("certainty")
        if certainty == Certainty.RELATIVE and not values.get("anchor") and "anchor" not in self.errors:
            self.add_error("anchor", "Chọn mốc để tính ngày.")
        if certainty == Certainty.YEARLY:
            self._check_years(values)
        return values | {
            name: empty
            for kept, empties in OF_CERTAINTY.items()
            if kept != certainty
            for name, empty in empties.items()
        }

    def _check_years(self, values):
        """The day exists in the years of the rule, and these lie in the time of the campaign."""
        day, month, first, last = (values.get(name) for name in YEARLY)
        if not (day and month and first and last):
            return  # the model says what is missing
        own = own_years(self.campaign.year, self.campaign.starts_on, self.campaign.ends_on)
        if not own[0] <= first <= last <= own[-1]:
            self.add_error(
                "last_year",
                f"Mốc hằng năm tính từ năm {own[0]} đến năm {own[-1]}: thời gian của phong trào và năm liền sau.",
            )
        elif not days_of_years(day, month, first, last):
            self.add_error("yearly_day", f"Không năm nào từ {first} đến {last} có ngày {day}/{month}.")


class MilestoneFormSet(RowFormSet):
    """The single years of a yearly milestone follow from it and are not edited here."""

    def rows(self):
        return super().rows().stated()

    def clean(self):
        """What milestones are counted from, once all rows of the form are saved."""
        super().clean()
        gone, rows = self.deleted_rows(), self.kept_forms()
        kept = {form.instance.pk: form for form in rows}
        said = [(form, _against_anchor(form, kept, gone)) for form in rows if _anchor(form)]
        for form, sentence in said:
            if sentence:
                form.add_error("anchor", sentence)


def _against_anchor(form, kept, gone):
    """What speaks against the anchor of a milestone once all rows are saved: a sentence, or nothing.

    A follower that nobody touched simply stays on its day when the anchor goes.
    """
    anchor = _anchor(form)
    if anchor.pk in gone:
        changed = form.has_changed()
        return f"Mốc «{anchor}» bị bỏ trong lần lưu này; chọn mốc khác hoặc ghi ngày." if changed else ""
    if anchor.pk in kept and kept[anchor.pk].cleaned_data.get("certainty") == Certainty.YEARLY:
        return f"«{anchor}» là mốc hằng năm, không có một ngày để tính."
    if _comes_back(form, kept):
        return "Các mốc không thể tính ngày lẫn nhau; ít nhất một mốc phải có ngày riêng."
    return ""


def _anchor(form):
    values = form.cleaned_data
    return values.get("anchor") if values.get("certainty") == Certainty.RELATIVE else None


def _comes_back(form, kept):
    """True when the chain of anchors, as the forms state it, leads back to where it began."""
    seen, anchor = set(), _anchor(form)
    while anchor is not None and anchor.pk not in seen:
        if anchor.pk == form.instance.pk:
            return True
        seen.add(anchor.pk)
        anchor = _anchor(kept[anchor.pk]) if anchor.pk in kept else None
    return False
