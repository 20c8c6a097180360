"""Tell people: inbox and e-mail, once per person and key."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import Membership, User
from thidua.jobs.work import perform, ring
from thidua.tenancy.models import current_tenant

from .models import InboxItem, OutgoingEmail


@dataclass(frozen=True)
class Message:
    """One occasion told to some users (ids). `url` is an address inside the application, without host."""

    users: frozenset
    key: str
    title: str
    body: str = ""
    url: str = ""


def notify(*, users, key, title, body="", url=""):
    """Send one message to `users` (ids): an inbox item and an e-mail each.

    `key` names the occasion: the same key never reaches the same person twice. `url` is an address inside the
    application, without host. Returns the number of people newly told.
    """
    return notify_all([Message(frozenset(users), key, title, body, url)])


@transaction.atomic
def notify_all(messages):
    """Send many messages with a fixed number of queries. Returns the number of people newly told, once for each key."""
    wanted = {(user, message.key): message for message in messages for user in message.users}
    those = {"user_id__in": {user for user, _key in wanted}, "key__in": {message.key for message in messages}}
    told = set(InboxItem.objects.filter(**those).values_list("user_id", "key"))
    users = User.objects.filter(is_active=True).in_bulk({user for user, key in wanted.keys() - told})
    fresh = {(user, key): row for (user, key), row in wanted.items() if user in users and (user, key) not in told}
    if not fresh:
        return 0
    InboxItem.objects.bulk_create(
        [
            InboxItem(user_id=user, key=key, title=row.title[:250], body=row.body, url=row.url)
            for (user, key), row in fresh.items()
        ],
        ignore_conflicts=True,
    )
    return _mail(fresh, users, those)


def _mail(fresh, users, those):
    mailed = set(OutgoingEmail.objects.filter(**those).values_list("user_id", "key"))
    OutgoingEmail.objects.bulk_create(
        [
            OutgoingEmail(user_id=user, key=key, to=users[user].email, subject=row.title[:250], body=_letter(row))
            for (user, key), row in fresh.items()
        ],
        ignore_conflicts=True,
    )
    written = [
        email
        for email in OutgoingEmail.objects.filter(**those)
        if (email.user_id, email.key) in fresh.keys() - mailed
    ]  # fmt: skip
    for email in written:
        ring(email)
    return len(written)


def _letter(message):
    return f"{message.body}\n\nMở để xử lý: {settings.SITE_URL}{message.url}\n\n{current_tenant().name}"


def members_of(agency_ids, *roles):
    """Ids of active users who hold one of `roles` in one of the agencies today."""
    return set(
        Membership.objects.on(timezone.localdate())
        .with_role(*roles)
        .filter(agency_id__in=agency_ids, user__is_active=True)
        .values_list("user_id", flat=True)
    )


def members_by_agency(agency_ids, *roles):
    """{agency id: ids of active users who hold one of `roles` in it today}; every agency has its entry."""
    found = {pk: set() for pk in agency_ids}
    rows = Membership.objects.on(timezone.localdate()).with_role(*roles)
    for agency, user in rows.filter(agency_id__in=found, user__is_active=True).values_list("agency_id", "user_id"):
        found[agency].add(user)
    return found


def holders_of(*roles):
    """Ids of active users who hold one of `roles` anywhere in the tenant today."""
    return set(
        Membership.objects.on(timezone.localdate())
        .with_role(*roles)
        .filter(user__is_active=True)
        .values_list("user_id", flat=True)
    )


def send_email(tenant_id, email_id):
    """In a worker: send one e-mail. Calling it twice sends once."""
    return perform(OutgoingEmail, tenant_id, email_id, _send)


def _send(tenant, email):
    # The Message-ID is the row's: a mail server that gets it twice after a crash can drop the second one.
    message = EmailMessage(email.subject, email.body, settings.DEFAULT_FROM_EMAIL, [email.to])
    message.extra_headers["Message-ID"] = (
        f"<thidua-{tenant.slug}-{email.pk}@{settings.DEFAULT_FROM_EMAIL.split('@')[-1]}>"
    )
    message.send()
    return {}


def mark_read(*, item, by):
    """Note that the receiver has opened the message; the first time counts."""
    if item.user_id == by.user_id and item.read_at is None:
        item.read_at = timezone.now()
        item.save(update_fields=["read_at"])


def mark_all_read(*, by):
    return InboxItem.objects.of(by.user_id).unread().update(read_at=timezone.now())
