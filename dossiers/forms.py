"""What people type about a dossier."""

from django import forms

from campaigns.enums import Selection
from campaigns.models import AwardOffer, Campaign
from thidua.agencies.models import Person
from thidua.web.widgets import DateInput

from .enums import DossierState
from .models import CouncilSession, Dossier


class NomineeForm(forms.Form):
    """Propose the unit itself or one of its people for an offer of the campaign."""

    offer = forms.ModelChoiceField(AwardOffer.objects.none(), label="Hình thức đề nghị", empty_label="Chọn hình thức")
    person = forms.ModelChoiceField(
        Person.objects.none(),
        label="Cá nhân",
        required=False,
        empty_label="(Tập thể đơn vị)",
        help_text="Để «Tập thể đơn vị» nếu hình thức dành cho tập thể.",
    )

    def __init__(self, *args, dossier, day, **kwargs):
        super().__init__(*args, **kwargs)
        offers = dossier.campaign.offers.filter(selection=Selection.DOSSIER).select_related("award", "movement")
        self.dossier = dossier
        self.fields["offer"].queryset = offers
        self.fields["offer"].choices = [("", "Chọn hình thức")] + [
            (offer.pk, str(offer)) for offer in offers if offer.is_open_to(dossier.agency)
        ]
        self.fields["person"].queryset = Person.objects.of_agency(dossier.agency, day)

    def clean(self):
        values = super().clean()
        offer, person = values.get("offer"), values.get("person")
        if offer and offer.nominee_kind == "individual" and not person:
            self.add_error("person", "Hình thức này dành cho cá nhân: hãy chọn cá nhân.")
        if offer and offer.nominee_kind != "individual" and person:
            self.add_error("person", "Hình thức này dành cho tập thể: hãy để «Tập thể đơn vị».")
        return values


class LetterForm(forms.ModelForm):
    """The submission letter (tờ trình) of the unit."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Dossier
        fields = ["letter_number", "letter_date", "letter_text", "signer_title", "signer_name"]
        widgets = {"letter_date": DateInput(), "letter_text": forms.Textarea(attrs={"rows": 8})}
        help_texts = {
            "letter_number": "Số, ký hiệu của đơn vị, ví dụ 12/TTr-CCVC; có thể điền sau khi văn thư cấp số.",
            "letter_text": "Nêu ngắn gọn quá trình bình xét và đề nghị; danh sách được hệ thống lập kèm theo.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = self.instance.revision


class SummaryForm(forms.Form):
    summary = forms.CharField(label="Tóm tắt thành tích", max_length=1200, widget=forms.Textarea(attrs={"rows": 3}))


class ReportForm(forms.Form):
    """An achievement report: one text for each section of the prescribed form."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, report, subject_kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.sections = report.form.sections_for(subject_kind)
        self.fields["revision"].initial = report.revision
        for part in self.sections:
            self.fields[part["key"]] = forms.CharField(
                label=part["heading"],
                help_text=f"{part['hint']} (ít nhất {part['minimum']} ký tự)",
                initial=report.answers.get(part["key"], ""),
                required=False,
                max_length=20_000,
                widget=forms.Textarea(attrs={"rows": 6}),
            )

    def answers(self):
        return {part["key"]: self.cleaned_data[part["key"]].strip() for part in self.sections}


class VerdictForm(forms.Form):
    verdict = forms.ChoiceField(choices=[("ok", "Đạt"), ("returned", "Trả lại"), ("open", "Chưa kiểm tra")])
    reason = forms.CharField(label="Lý do trả lại", required=False, max_length=1000)


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Lý do", required=False, max_length=1000)


class CouncilSessionForm(forms.ModelForm):
    """A meeting of the council."""

    # Declared, because a field made from the model would query before a tenant is open.
    campaign = forms.ModelChoiceField(Campaign.objects.none(), label="Phong trào")

    class Meta:
        model = CouncilSession
        fields = ["campaign", "council", "held_on", "members", "present", "chair", "secretary", "minutes_number"]
        widgets = {"held_on": DateInput()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["campaign"].queryset = Campaign.objects.filter(dossiers__state=DossierState.COUNCIL).distinct()
        self.fields["members"].help_text = "Theo quyết định thành lập; tỷ lệ phiếu tính trên tổng số này."
        self.fields["members"].min_value = 1

    def clean(self):
        values = super().clean()
        if (values.get("present") or 0) > (values.get("members") or 0):
            self.add_error("present", "Số dự họp không thể nhiều hơn tổng số thành viên.")
        return values


class VotesForm(forms.Form):
    """The ballots on one nominee."""

    agree = forms.IntegerField(label="Đồng ý", min_value=0, max_value=200)
    disagree = forms.IntegerField(label="Không đồng ý", min_value=0, max_value=200)
    invalid = forms.IntegerField(label="Không hợp lệ", min_value=0, max_value=200, initial=0)
    note = forms.CharField(label="Ý kiến", required=False, max_length=1000)


class PaperForm(forms.Form):
    day = forms.DateField(label="Ngày nhận bản giấy", widget=DateInput())
