"""What the office types about targets."""

from django import forms

from ..measuring import periods_of


class ReadingForm(forms.Form):
    """A figure of one year with its source."""

    year = forms.TypedChoiceField(label="Năm", coerce=int)
    reached = forms.IntegerField(label="Số đạt", min_value=0, max_value=1_000_000)
    total = forms.IntegerField(
        label="Trên tổng số", min_value=1, max_value=1_000_000,
        help_text="Điền sẵn số đơn vị, số người của phong trào mà chỉ tiêu này tính trên.",
    )  # fmt: skip
    note = forms.CharField(
        label="Nguồn số liệu", max_length=300, help_text="Ví dụ: Báo cáo số 45/BC-TTr ngày 05/12/2024 của Thanh tra Sở."
    )

    def __init__(self, *args, campaign, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(period.year, period.label) for period in periods_of(campaign)]

    def clean(self):
        values = super().clean()
        if (values.get("reached") or 0) > (values.get("total") or 0) and "total" in values:
            self.add_error("reached", "Số đạt không được lớn hơn tổng số.")
        return values
