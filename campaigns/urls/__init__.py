"""The addresses of campaigns; words come before numbers, so that «dang-ky/» is never taken for a campaign."""

from . import clusters, plan, programme, reading, reviews, scoring, targets

urlpatterns = [
    *reading.urlpatterns,
    *clusters.urlpatterns,
    *plan.urlpatterns,
    *targets.urlpatterns,
    *programme.urlpatterns,
    *scoring.urlpatterns,
    *reviews.urlpatterns,
]
