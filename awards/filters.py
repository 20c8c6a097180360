import django_filters
from django.db.models import F, Q

from thidua.agencies.models import Agency
from thidua.agencies.models.person import Fold
from thidua.agencies.names import fold
from thidua.web.widgets import LongSelect

from .enums import QualityGrade, RatingPeriod
from .models import QualityRating

SUBJECTS = (("unit", "Tập thể"), ("person", "Cá nhân"))


class RatingFilter(django_filters.FilterSet):
    """Tìm theo tên / Năm / Kỳ / Mức / Đối tượng / Đơn vị above the register."""

    q = django_filters.CharFilter(label="Tìm theo tên", method="by_name")
    year = django_filters.NumberFilter(label="Năm")
    period = django_filters.ChoiceFilter(label="Kỳ", choices=RatingPeriod.choices, empty_label="Tất cả")
    grade = django_filters.ChoiceFilter(label="Mức xếp loại", choices=QualityGrade.choices, empty_label="Tất cả")
    subject = django_filters.ChoiceFilter(
        label="Đối tượng", choices=SUBJECTS, empty_label="Tất cả", method="by_subject"
    )  # fmt: skip
    agency = django_filters.ModelChoiceFilter(
        label="Đơn vị", queryset=Agency.objects.none(), empty_label="Tất cả", widget=LongSelect
    )

    class Meta:
        model = QualityRating
        fields = []

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        if actor.sees_whole_tenant:
            self.filters["agency"].queryset = Agency.objects.select_related("current").order_by("position", "id")
        else:
            del self.filters["agency"]

    def by_name(self, ratings, name, value):
        words = fold(value).strip()
        own = Fold(F("agency__current__legal_name"))
        return ratings.annotate(own_name=own).filter(
            Q(person__folded__contains=words) | Q(person__isnull=True, own_name__contains=words)
        )

    def by_subject(self, ratings, name, value):
        return ratings.filter(person__isnull=value == "unit")
