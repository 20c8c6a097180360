"""Rule of scoring, grade bands, a unit's own points."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet, inlineformset_factory

from thidua.web.widgets import DateInput

from ..enums import TieRule
from ..models import Campaign, GradeBand, ScoringRule, TieOrder
from ..points import NotPoints, highest, in_words, read_points
from ..selectors.scoring import items_of


class PointsField(forms.CharField):
    """«9,5» as offices write it, «9.5» as spreadsheets do."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "form-control number-input"})
        super().__init__(widget=widget, **kwargs)

    def clean(self, value):
        value = super().clean(value)
        try:
            return read_points(value)
        except NotPoints as wrong:
            raise ValidationError(str(wrong)) from None

    def prepare_value(self, value):
        return in_words(value) if isinstance(value, Decimal) else value

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


class OwnPointsField(PointsField):
    """What a unit gives itself for one criterion, from 0 to what the criterion gives."""

    def __init__(self, *, number, most):
        self.number, self.most = number, most
        super().__init__(label=f"Điểm tự chấm tiêu chí {number}", required=False)

    def clean(self, value):
        try:
            points = super().clean(value)
        except ValidationError as error:
            raise ValidationError(f"Tiêu chí {self.number}: {error.messages[0]}") from None
        if points is not None and points > self.most:
            raise ValidationError(f"Tiêu chí {self.number}: điểm phải từ 0 đến {in_words(self.most)}.")
        return points


class ScoringRuleForm(forms.ModelForm):
    """Until when units score themselves, caps, and what resolves ties, in order."""

    first = forms.ChoiceField(
        label="Khi bằng điểm, xét trước hết", choices=[("", "(đồng hạng)"), *TieRule.choices], required=False
    )
    second = forms.ChoiceField(label="sau đó xét", choices=[("", "(đồng hạng)"), *TieRule.choices], required=False)
    third = forms.ChoiceField(label="cuối cùng xét", choices=[("", "(đồng hạng)"), *TieRule.choices], required=False)

    bonus_cap = PointsField(label="Thưởng tối đa", required=False)
    minus_cap = PointsField(label="Trừ tối đa", required=False)

    class Meta:
        model = ScoringRule
        fields = ["self_score_until", "bonus_cap", "minus_cap"]
        widgets = {"self_score_until": DateInput()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, rule in zip(("first", "second", "third"), self.instance.tie_rules, strict=False):
            self.initial[name] = rule

    def save(self, commit=True):
        chosen = [self.cleaned_data[name] for name in ("first", "second", "third")]
        self.instance.tie_rules = list(dict.fromkeys(rule for rule in chosen if rule))
        return super().save(commit=commit)


class BandForm(forms.ModelForm):
    min_points = PointsField(label="Từ điểm")

    class Meta:
        model = GradeBand
        fields = ["name", "min_points"]


class BandsFormSet(BaseInlineFormSet):
    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form not in self.deleted_forms and form.cleaned_data.get("name")]
        self._check_within_reach(kept)
        floors = [form.cleaned_data.get("min_points") for form in kept]
        if len(set(floors)) < len(floors):
            raise ValidationError("Hai mức trùng điểm sàn: ghi mỗi mức một điểm sàn khác nhau.")
        names = [form.cleaned_data["name"] for form in kept]
        if len(set(names)) < len(names):
            raise ValidationError("Hai mức trùng tên: ghi mỗi mức một tên khác nhau.")

    def _check_within_reach(self, kept):
        """A floor that nobody can reach is a slip."""
        top = highest(items_of(self.instance))
        for form in kept:
            floor = form.cleaned_data.get("min_points")
            if floor is not None and top and floor > top:
                form.add_error("min_points", f"Điểm sàn cao hơn điểm tối đa của phong trào ({in_words(top)}).")


BandFormSet = inlineformset_factory(Campaign, GradeBand, form=BandForm, formset=BandsFormSet, extra=2, can_delete=True)


class SheetForm(forms.Form):
    """A unit's own points: one field of points and one of evidence for each criterion."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, sheet, criteria, scores, **kwargs):
        self.criteria = criteria
        initial = {"revision": sheet.revision}
        for criterion in criteria:
            score = scores.get(criterion.pk)
            own = score.self_points if score else None
            initial[f"p{criterion.pk}"] = "" if own is None else in_words(own)
            initial[f"e{criterion.pk}"] = score.evidence if score else ""
        super().__init__(*args, initial=initial, **kwargs)
        for number, criterion in enumerate(criteria, 1):
            self.fields[f"p{criterion.pk}"] = OwnPointsField(number=number, most=criterion.max_points)
            self.fields[f"e{criterion.pk}"] = forms.CharField(
                label=f"Minh chứng tiêu chí {number}",
                max_length=500,
                required=False,
                widget=forms.TextInput(attrs={"class": "form-control"}),
            )

    def values(self):
        """{criterion id: (points, evidence)}"""
        data = self.cleaned_data
        return {row.pk: (data[f"p{row.pk}"], data[f"e{row.pk}"].strip()) for row in self.criteria}


class TieForm(forms.Form):
    """Equals of one group: «order-<sheet>» says where each of them stands, with one reason for all."""

    group = forms.CharField(max_length=60)
    reason = forms.CharField(label="Lý do", max_length=300, required=False)

    def clean(self):
        values = super().clean()
        typed = {name.removeprefix("order-"): self.data[name] for name in self.data if name.startswith("order-")}
        if not all(re.fullmatch("[1-9][0-9]{0,8}", text) for pair in typed.items() for text in pair):
            raise ValidationError("Thứ tự phải là số từ 1 trở lên.")
        places = {int(sheet): int(order) for sheet, order in typed.items()}
        if len(set(places.values())) < len(places):
            raise ValidationError("Ghi mỗi đơn vị một thứ tự khác nhau.")
        values["sheets"] = sorted(places, key=places.get)
        return values


class TieDropForm(forms.Form):
    order = forms.ModelChoiceField(TieOrder.objects.none())

    def __init__(self, *args, campaign, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["order"].queryset = campaign.tie_orders.all()
