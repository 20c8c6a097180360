"""Whom the messages of a campaign go to, and where they lead."""

from django.urls import reverse

from thidua.notifications.actions import members_of


def url_of(campaign):
    return reverse("campaign_overview", args=[campaign.tenant.slug, campaign.pk])


def participants_users(campaign):
    """Ids of the heads of the participating units."""
    agencies = list(campaign.participants.values_list("agency_id", flat=True))
    return members_of(agencies, "truongdonvi")
