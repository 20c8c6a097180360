"""What the office types into the register of quality ratings."""

from django import forms
from django.utils import timezone

from thidua.agencies.models import Agency
from thidua.web.widgets import DateInput, LongSelect

from .actions import Entry
from .enums import QualityGrade, RatingPeriod
from .models import QualityRating

NOT_RATED = [("", "(chưa xếp loại)"), *QualityGrade.choices]


class YearField(forms.IntegerField):
    def __init__(self, **kwargs):
        super().__init__(label="Năm", min_value=1990, max_value=2100, **kwargs)


class ChooseUnitForm(forms.Form):
    """Whose ratings of which year are to be entered."""

    don_vi = forms.ModelChoiceField(
        Agency.objects.none(), label="Đơn vị", empty_label="Chọn đơn vị", widget=LongSelect
    )  # fmt: skip
    nam = YearField()
    ky = forms.ChoiceField(label="Kỳ", choices=RatingPeriod.choices)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["don_vi"].queryset = Agency.objects.select_related("current").order_by("position", "id")
        self.fields["nam"].initial = timezone.localdate().year


class DecisionFields(forms.Form):
    decision_number = forms.CharField(
        label="Số quyết định, thông báo", max_length=60, required=False, help_text="Ví dụ: 12/QĐ-SNV."
    )
    decision_date = forms.DateField(label="Ngày quyết định", required=False, widget=DateInput())

    def clean(self):
        values = super().clean()
        if values.get("decision_date") and not values.get("decision_number"):
            self.add_error("decision_number", "Có ngày quyết định thì phải có số quyết định.")
        return values


class UnitRatingsForm(DecisionFields):
    """One line for the unit and one for each of its people. Only lines that were touched are saved."""

    def __init__(self, *args, agency, people, year, period, standing, **kwargs):
        super().__init__(*args, **kwargs)
        self.agency, self.year, self.period, self.standing = agency, year, period, standing
        self.lines = []
        for person in (None, *people):
            self._add(person)

    def _add(self, person):
        name = f"grade_{person.pk}" if person else "grade_unit"
        rating = self.standing.get(person.pk if person else None)
        self.fields[name] = forms.ChoiceField(
            label=str(person or self.agency), choices=NOT_RATED, required=False, show_hidden_initial=True,
            initial=rating.grade if rating else "",
        )  # fmt: skip
        self.lines.append((name, person, rating))

    @property
    def rows(self):
        """[(bound field, what it showed at first as a hidden field, person or None, what stands in the register)]"""
        return [(self[name], self[name].as_hidden(only_initial=True), who, rating) for name, who, rating in self.lines]

    def entries(self):
        """Lines that now have another grade than the page had shown."""
        values = {name: self.cleaned_data.get(name) for name in ("decision_number", "decision_date")}
        return [
            Entry(
                self.agency.pk, person.pk if person else None, self.year, self.period, self.cleaned_data[name], **values
            )
            for name, person, _rating in self.lines
            if name in self.changed_data and self.cleaned_data[name]
        ]

    def removed(self):
        return [
            rating
            for name, _person, rating in self.lines
            if rating and name in self.changed_data and not self.cleaned_data[name]
        ]


class RatingForm(forms.ModelForm):
    """Correct one line of the register."""

    class Meta:
        model = QualityRating
        fields = ["grade", "decision_number", "decision_date"]
        widgets = {"decision_date": DateInput()}

    def clean(self):
        values = super().clean()
        if values.get("decision_date") and not values.get("decision_number"):
            self.add_error("decision_number", "Có ngày quyết định thì phải có số quyết định.")
        return values


class RemovalForm(forms.Form):
    reason = forms.CharField(label="Lý do", required=False, max_length=300)


class SheetForm(forms.Form):
    """An Excel file to be looked at before anything is saved."""

    file = forms.FileField(label="Tệp Excel (.xlsx)", widget=forms.FileInput(attrs={"accept": ".xlsx"}))
