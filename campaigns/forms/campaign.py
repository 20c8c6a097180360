"""The general part of a plan."""

from django import forms

from thidua.agencies.models import Agency
from thidua.web.office_words import in_office_words

from ..models import Campaign
from .rows import LinesField


class CampaignForm(forms.ModelForm):
    """Tên, loại, thời gian, mục đích, yêu cầu of a campaign."""

    # Declared, because a field made from the model would query before a tenant is open.
    organiser = forms.ModelChoiceField(Agency.objects.none(), label="Cơ quan phát động")

    class Meta:
        model = Campaign
        fields = [
            "title", "theme", "slogan", "kind", "year", "organiser", "plan_number", "plan_date", "starts_on", "ends_on",
            "purpose", "requirements",
        ]  # fmt: skip
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 4}),
            "requirements": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {"plan_number": "Ví dụ: 1209/KH-SNV; có thể điền sau khi văn thư cấp số."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organiser"].queryset = Agency.objects.present()
        in_office_words(self)

    def clean(self):
        values = super().clean()
        starts_on, ends_on = values.get("starts_on"), values.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", "Ngày kết thúc phải từ ngày bắt đầu trở đi.")
        return values


class ClosingForm(forms.ModelForm):
    """How a plan ends: money, number of dossiers, recipients (nơi nhận), who signs."""

    recipients = LinesField(label="Nơi nhận", required=False, max_line=200, help_text="Mỗi dòng một nơi nhận.")

    class Meta:
        model = Campaign
        fields = ["funding", "dossier_copies", "recipients", "signer_title", "signer_name"]
        widgets = {"funding": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        in_office_words(self)
