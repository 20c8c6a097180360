"""A cluster, its year, a pledge."""

from django import forms

from thidua.web.widgets import DateInput

from ..models import Campaign, Cluster, ClusterMember, ClusterYear, Pledge
from .rows import LinesField

FIRST_YEAR, LAST_YEAR = 1990, 2100


class ClusterForm(forms.ModelForm):
    member_lines = LinesField(
        label="Đơn vị thành viên",
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Mỗi dòng một đơn vị, theo thứ tự luân phiên. Tên trùng danh mục thì là đơn vị của hệ thống; tên khác là đơn vị bên ngoài.",
    )

    class Meta:
        model = Cluster
        fields = ["name", "valid_from", "valid_to", "rules"]
        widgets = {"rules": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("valid_from", "valid_to"):
            self.fields[name].localize = False
            self.fields[name].widget.is_localized = False
        if self.instance.pk:
            self.initial["member_lines"] = [member.name for member in self.instance.members.all()]


class ClusterYearForm(forms.ModelForm):
    year = forms.IntegerField(label="Năm", min_value=FIRST_YEAR, max_value=LAST_YEAR, localize=False)
    lead = forms.ModelChoiceField(ClusterMember.objects.none(), label="Cụm trưởng, khối trưởng")
    deputy = forms.ModelChoiceField(ClusterMember.objects.none(), label="Cụm phó, khối phó", required=False)
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(), label="Chấm điểm theo phong trào", required=False, empty_label="(chưa chấm điểm)"
    )

    class Meta:
        model = ClusterYear
        fields = ["year", "lead", "deputy", "campaign"]

    def __init__(self, *args, cluster, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = self.fields["deputy"].queryset = cluster.members.all()
        self.fields["campaign"].queryset = Campaign.objects.exclude(state="draft")

    def clean(self):
        values = super().clean()
        if values.get("deputy") and values.get("deputy") == values.get("lead"):
            self.add_error("deputy", "Cụm trưởng và cụm phó phải là hai đơn vị.")
        return values


class PledgeForm(forms.ModelForm):
    upload = forms.FileField(
        label="Bản giao ước đã ký", required=False, help_text="PDF, DOCX hoặc ảnh chụp, tối đa 20 MB."
    )

    reason = forms.CharField(
        label="Lý do sửa", required=False, max_length=300, help_text="Giao ước đã ký; lý do sửa được lưu vào nhật ký."
    )

    class Meta:
        model = Pledge
        fields = ["content", "signed_on", "signer_title", "signer_name"]
        widgets = {"content": forms.Textarea(attrs={"rows": 6}), "signed_on": DateInput()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.signed_on:
            del self.fields["reason"]

    def clean(self):
        values = super().clean()
        if values.get("signed_on") and not values.get("signer_name", "").strip():
            self.add_error("signer_name", "Ghi họ tên người ký giao ước.")
        return values
