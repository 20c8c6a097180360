import django_filters

from campaigns.models import Campaign
from thidua.agencies.models import Agency
from thidua.web.widgets import LongSelect

from .enums import DossierState
from .models import Dossier


class DossierFilter(django_filters.FilterSet):
    """Đơn vị / Năm / Trạng thái / Phong trào above the list of dossiers."""

    campaign = django_filters.ModelChoiceFilter(
        label="Phong trào", queryset=Campaign.objects.none(), empty_label="Tất cả"
    )
    agency = django_filters.ModelChoiceFilter(
        label="Đơn vị", queryset=Agency.objects.none(), empty_label="Tất cả", widget=LongSelect
    )
    state = django_filters.ChoiceFilter(label="Trạng thái", choices=DossierState.choices, empty_label="Tất cả")
    year = django_filters.NumberFilter(label="Năm", field_name="campaign__year")

    class Meta:
        model = Dossier
        fields = []

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["campaign"].queryset = Campaign.objects.visible_to(actor)
        if actor.sees_whole_tenant:
            self.filters["agency"].queryset = Agency.objects.present()
        else:
            del self.filters["agency"]
