"""Small questions: a date that has come, more time, a registration, a reminder."""

from django import forms
from django.db.models import Q

from awards.models import Award
from thidua.agencies.models import Person
from thidua.web.office_words import in_office_words
from thidua.web.widgets import DateInput


class AnnounceForm(forms.Form):
    due_on = forms.DateField(label="Ngày", widget=DateInput())
    document = forms.CharField(label="Theo văn bản", max_length=300, help_text="Số, ngày, cơ quan ban hành.")


class ExtensionForm(forms.Form):
    until = forms.DateField(label="Gia hạn đến hết ngày", widget=DateInput())
    reason = forms.CharField(label="Lý do", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class CopyForm(forms.Form):
    year = forms.IntegerField(
        label="Năm thi đua", min_value=1990, max_value=2100,
        help_text="Ngày tháng dịch theo số năm; năm của kế hoạch ghi trong lời văn đổi theo, năm của văn bản viện dẫn giữ nguyên.",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        in_office_words(self)


class AmendmentForm(forms.Form):
    """By which document, and why, a launched plan is changed; both may be left empty."""

    document = forms.CharField(
        label="Văn bản sửa đổi", max_length=300, required=False, help_text="Số, ngày của văn bản sửa đổi, nếu có."
    )
    reason = forms.CharField(label="Lý do sửa đổi", max_length=500, required=False)


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Lý do", required=False, max_length=300)


class NudgeForm(forms.Form):
    text = forms.CharField(label="Nội dung đôn đốc", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class RegistrationForm(forms.Form):
    """A title for the unit itself or for one of its people."""

    award = forms.ModelChoiceField(Award.objects.none(), label="Danh hiệu, hình thức", empty_label="Chọn danh hiệu")
    person = forms.ModelChoiceField(
        Person.objects.none(), label="Cá nhân", required=False, empty_label="(Tập thể đơn vị)"
    )
    target = forms.CharField(label="Chỉ tiêu, nội dung phấn đấu", required=False, max_length=300)

    def __init__(self, *args, campaign, agency_id, day, **kwargs):
        super().__init__(*args, **kwargs)
        offered = campaign.offers.values("award")
        self.fields["award"].queryset = Award.objects.filter(Q(pk__in=offered) | Q(group="title", level="base"))
        self.fields["person"].queryset = Person.objects.of_agency(agency_id, day)

    def clean(self):
        values = super().clean()
        award, person = values.get("award"), values.get("person")
        if award and ("individual" if person else "collective") not in award.subjects:
            who = "cá nhân" if person else "tập thể"
            self.add_error("award", f"«{award.name}» không dành cho {who}.")
        return values
