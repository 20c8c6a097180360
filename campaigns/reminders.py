"""What comes due of a review: units that have not sent their report are reminded of the day."""

from collections import defaultdict

from django.urls import reverse

from thidua.notifications.reminders import Due, days_in_words, holders_by_agency, source

from .models import Participant, Review, UnitReport


@source
def unit_reports(today):
    """Units that take part in a campaign with an open review and have not reported yet."""
    found = Review.objects.filter(closed_at__isnull=True, due_on__isnull=False).select_related("campaign", "tenant")
    reviews = list(found)
    sent = set(
        UnitReport.objects.filter(review__in=reviews, submitted_at__isnull=False).values_list("review", "agency")
    )
    units = defaultdict(list)
    rows = Participant.objects.filter(campaign__in={review.campaign_id for review in reviews})
    for campaign_id, agency_id in rows.values_list("campaign", "agency"):
        units[campaign_id].append(agency_id)
    heads = holders_by_agency("truongdonvi", today) if reviews else {}
    for review in reviews:
        for agency_id in units[review.campaign_id]:
            if (review.pk, agency_id) not in sent:
                yield _due(review, agency_id, heads[agency_id])


def _due(review, agency_id, users):
    def wording(days):
        return (
            f"Báo cáo {review.name}: {days_in_words(days)}",
            f"{review.campaign.title}: đơn vị chưa gửi báo cáo, hạn {review.due_on:%d/%m/%Y}.",
        )

    url = reverse("review_page", args=[review.tenant.slug, review.pk])
    return Due(f"review:{review.pk}:agency:{agency_id}", review.due_on, users, wording, url)
