"""Upload a plan; turn the reviewed facts into a campaign."""

from django import forms

from thidua.agencies.models import Agency


class UploadPlanForm(forms.Form):
    file = forms.FileField(
        label="Tệp kế hoạch",
        help_text="Word (.docx), PDF có chữ hoặc văn bản thuần (.txt), tối đa 20 MB.",
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt"}),
        error_messages={"required": "Hãy chọn tệp kế hoạch.", "empty": "Tệp rỗng; hãy chọn lại tệp kế hoạch."},
    )


class MakeCampaignForm(forms.Form):
    organiser = forms.ModelChoiceField(
        Agency.objects.none(), label="Cơ quan phát động", empty_label=None,
        widget=forms.Select(attrs={"class": "form-select"}),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organiser"].queryset = Agency.objects.present()
