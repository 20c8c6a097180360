"""What a plan rests on: legal bases, and movements launched by higher authorities."""

from django import forms

from ..enums import DocumentKind
from ..models import Campaign, LegalBasis, ParentMovement
from .rows import RowForm, RowFormSet, cited_initial, file_document

KINDS = [("", "---------"), *DocumentKind.choices]


class LegalBasisForm(RowForm):
    """The cited document is kept once in the tenant: the same number and date find the same row."""

    kind = forms.ChoiceField(label="Loại văn bản", choices=KINDS)
    number = forms.CharField(label="Số, ký hiệu", max_length=40, required=False)
    issued_on = forms.DateField(label="Ngày ban hành", required=False)
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200, required=False)
    subject = forms.CharField(label="Trích yếu", max_length=500, required=False)

    class Meta:
        model = LegalBasis
        fields = ["position"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial |= cited_initial(self.instance.document)

    def clean(self):
        values = super().clean()
        if values.get("kind") and not (values.get("number") or values.get("subject")):
            self.add_error("number", "Ghi số, ký hiệu; văn bản không có số thì ghi trích yếu.")
        return values

    def identity(self):
        values = self.cleaned_data
        number = values.get("number", "").strip()
        return values.get("kind"), number, values.get("issued_on"), "" if number else values.get("subject")

    def save(self, commit=True):
        self.instance.document = file_document(self.cleaned_data)
        return super().save(commit=commit)


class LegalBasisFormSet(RowFormSet):
    def clean(self):
        super().clean()
        seen = set()
        for form in self.forms:
            if form in self.deleted_forms or not getattr(form, "cleaned_data", {}).get("kind"):
                continue
            if form.identity() in seen:
                raise forms.ValidationError("Một văn bản chỉ ghi làm căn cứ một lần; hãy bỏ dòng trùng.")
            seen.add(form.identity())


class MovementForm(RowForm):
    document_kind = forms.ChoiceField(label="Loại văn bản phát động", choices=KINDS, required=False)
    document_number = forms.CharField(label="Số, ký hiệu văn bản", max_length=40, required=False)
    document_issued_on = forms.DateField(label="Ngày văn bản", required=False)
    # Declared, because a field made from the model would query before a tenant is open.
    platform_campaign = forms.ModelChoiceField(
        Campaign.objects.none(), label="Phong trào trên hệ thống", required=False,
        empty_label="(không quản lý trên hệ thống này)",
    )  # fmt: skip

    class Meta:
        model = ParentMovement
        fields = ["name", "launcher", "starts_on", "ends_on", "platform_campaign"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            cited = cited_initial(self.instance.document, "document_")
            self.initial |= {name: value for name, value in cited.items() if name in self.fields}

    def choose_among(self, campaign):
        self.choose("platform_campaign", Campaign.objects.exclude(pk=campaign.pk))

    def clean(self):
        values = super().clean()
        starts_on, ends_on = values.get("starts_on"), values.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", "Phong trào cấp trên phải kết thúc từ ngày bắt đầu trở đi.")
        return values

    def save(self, commit=True):
        values = self.cleaned_data | {"document_issuer": self.cleaned_data.get("launcher", "")}
        self.instance.document = file_document(values, "document_")
        return super().save(commit=commit)
