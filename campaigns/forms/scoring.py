"""Rule of scoring, grade bands, a unit's own points."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet, inlineformset_factory

from thidua.web.widgets import DateInput

from ..enums import TieRule
from ..models import Campaign, GradeBand, ScoringRule
from ..points import NotPoints, in_words, read_points


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
        floors = [form.cleaned_data.get("min_points") for form in kept]
        if len(set(floors)) < len(floors):
            raise ValidationError("Hai mức trùng điểm sàn: ghi mỗi mức một điểm sàn khác nhau.")


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
    order = forms.IntegerField(label="Thứ tự", min_value=1, max_value=999, required=False)
    reason = forms.CharField(label="Lý do", max_length=300, required=False)
