"""Rule of scoring, grade bands, a unit's own points."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import inlineformset_factory

from thidua.web.widgets import DateInput

from ..enums import TieRule
from ..models import Campaign, GradeBand, ScoringRule


class ScoringRuleForm(forms.ModelForm):
    """Until when units score themselves, caps, and what resolves ties, in order."""

    first = forms.ChoiceField(
        label="Khi bằng điểm, xét trước hết", choices=[("", "(đồng hạng)"), *TieRule.choices], required=False
    )
    second = forms.ChoiceField(label="sau đó xét", choices=[("", "(đồng hạng)"), *TieRule.choices], required=False)
    third = forms.ChoiceField(label="cuối cùng xét", choices=[("", "(đồng hạng)"), *TieRule.choices], required=False)

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


BandFormSet = inlineformset_factory(Campaign, GradeBand, fields=["name", "min_points"], extra=2, can_delete=True)


class PointsField(forms.DecimalField):
    """«9,5» as offices write it, «9.5» as spreadsheets do."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "number-input"})
        super().__init__(max_digits=6, decimal_places=2, required=False, widget=widget, **kwargs)

    def to_python(self, value):
        return super().to_python(str(value).strip().replace(",", ".") if value not in (None, "") else "")

    def prepare_value(self, value):
        if value in (None, "") or isinstance(value, str):
            return value
        return f"{value.normalize():f}".replace(".", ",")


class SheetForm(forms.Form):
    """A unit's own points: one field of points and one of evidence for each criterion."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, sheet, criteria, scores, **kwargs):
        self.criteria = criteria
        initial = {"revision": sheet.revision}
        for criterion in criteria:
            score = scores.get(criterion.pk)
            initial[f"p{criterion.pk}"] = score.self_points if score else None
            initial[f"e{criterion.pk}"] = score.evidence if score else ""
        super().__init__(*args, initial=initial, **kwargs)
        for criterion in criteria:
            self.fields[f"p{criterion.pk}"] = PointsField(label="Điểm tự chấm")
            self.fields[f"e{criterion.pk}"] = forms.CharField(label="Minh chứng", max_length=500, required=False)

    def clean(self):
        values = super().clean()
        for criterion in self.criteria:
            points = values.get(f"p{criterion.pk}")
            if points is not None and not 0 <= points <= criterion.max_points:
                most = f"{criterion.max_points.normalize():f}".replace(".", ",")
                self.add_error(f"p{criterion.pk}", ValidationError(f"Điểm phải từ 0 đến {most}."))
        return values

    def values(self):
        """{criterion id: (points, evidence)}"""
        data = self.cleaned_data
        return {row.pk: (data[f"p{row.pk}"], data[f"e{row.pk}"].strip()) for row in self.criteria}


class TieForm(forms.Form):
    order = forms.IntegerField(label="Thứ tự", min_value=1, max_value=999, required=False)
    reason = forms.CharField(label="Lý do", max_length=300, required=False)
