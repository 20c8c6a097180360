"""Where a dossier or a decision is found in the application."""

from django.urls import reverse

PAGES = {"page": "dossier_page", "check": "check_dossier", "receipt": "dossier_receipt"}


def url_of(dossier, page="page"):
    return reverse(PAGES[page], args=[dossier.tenant.slug, dossier.pk])


def decision_url(decision):
    return reverse("decision_page", args=[decision.tenant.slug, decision.pk])
