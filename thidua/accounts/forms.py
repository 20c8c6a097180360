"""What an administrator types about users."""

from django import forms
from django.utils import timezone

from thidua.agencies.models import Agency, Person
from thidua.web.widgets import DateInput

from .models import Membership
from .permissions import ROLE_CHOICES


class MemberForm(forms.ModelForm):
    """Roles of a user in an agency, and until when."""

    agency = forms.ModelChoiceField(Agency.objects.none(), label="Đơn vị")
    person = forms.ModelChoiceField(
        Person.objects.none(), label="Cán bộ", required=False, empty_label="(không gắn với cán bộ nào)",
        help_text="Gắn đúng cán bộ để không ai kiểm tra hoặc phê duyệt hồ sơ có tên mình.",
    )  # fmt: skip
    roles = forms.MultipleChoiceField(choices=ROLE_CHOICES, label="Vai trò", widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = Membership
        fields = ["agency", "person", "roles", "valid_from", "valid_to"]
        widgets = {"valid_from": DateInput(), "valid_to": DateInput()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.present()
        self.fields["person"].queryset = Person.objects.order_by("sort_key")

    def clean(self):
        values = super().clean()
        if values.get("valid_to") and values.get("valid_from") and values["valid_to"] <= values["valid_from"]:
            self.add_error("valid_to", "Ngày thôi vai trò phải sau ngày nhận.")
        return values


class NewMemberForm(forms.Form):
    email = forms.EmailField(label="Thư điện tử")
    full_name = forms.CharField(label="Họ và tên", max_length=120)
    agency = forms.ModelChoiceField(Agency.objects.none(), label="Đơn vị")
    person = forms.ModelChoiceField(
        Person.objects.none(), label="Cán bộ", required=False, empty_label="(không gắn với cán bộ nào)"
    )
    roles = forms.MultipleChoiceField(choices=ROLE_CHOICES, label="Vai trò", widget=forms.CheckboxSelectMultiple)
    valid_from = forms.DateField(label="Từ ngày", widget=DateInput(), initial=timezone.localdate)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.present()
        self.fields["person"].queryset = Person.objects.order_by("sort_key")
