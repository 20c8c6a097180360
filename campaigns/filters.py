import django_filters

from thidua.agencies.names import fold

from .enums import CampaignKind, CampaignState
from .models import Campaign


class CampaignFilter(django_filters.FilterSet):
    """Tìm / Năm / Trạng thái / Loại above the list of campaigns."""

    q = django_filters.CharFilter(label="Tìm theo tên", method="by_name")
    year = django_filters.NumberFilter(label="Năm")
    state = django_filters.ChoiceFilter(label="Trạng thái", choices=CampaignState.choices, empty_label="Tất cả")
    kind = django_filters.ChoiceFilter(label="Loại", choices=CampaignKind.choices, empty_label="Tất cả")

    class Meta:
        model = Campaign
        fields = []

    def by_name(self, campaigns, name, value):
        return campaigns.filter(folded__contains=fold(value))
