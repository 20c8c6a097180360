"""The test client: signed in as an Actor, and strict about every page it gets."""

from django.test import Client
from django.urls import reverse

from thidua.accounts.middleware import ACTING_AS
from thidua.accounts.models import User

from .html import police

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class PolicedClient(Client):
    def request(self, **request):
        response = super().request(**request)
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming and response.content:
            police(response.content.decode(), request["PATH_INFO"])
        return response


def slug_of(actor):
    """Accounts of tests are called <role>@<tenant>.demo, as in the demo."""
    return actor.email.partition("@")[2].removesuffix(".demo")


def at(actor, url_name, *args, **query):
    """The address of a page in the tenant of `actor`."""
    return reverse(url_name, args=[slug_of(actor), *args], query=query or None)


def client_of(actor, **options):
    """A browser in which `actor` has signed in and acts in this membership."""
    client = PolicedClient(**options)
    client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
    session = client.session
    session[ACTING_AS] = {slug_of(actor): actor.membership_id}
    session.save()
    return client
