"""Tell people: inbox and e-mail, once per person and key."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import Membership, User
from thidua.jobs.work import perform, ring
from thidua.tenancy.models import current_tenant

from .models import InboxItem, OutgoingEmail


@transaction.atomic
def notify(*, users, key, title, body="", url=""):
    """Send one message to `users` (ids): an inbox item and an e-mail each.

    `key` names the occasion: the same key never reaches the same person twice. `url` is an address inside the
    application, without host. Returns the number of people newly told.
    """
    users = set(users)
    told = set(InboxItem.objects.filter(key=key, user_id__in=users).values_list("user_id", flat=True))
    fresh = User.objects.filter(pk__in=users - told, is_active=True)
    footer = f"\n\nMở để xử lý: {settings.SITE_URL}{url}\n\n{current_tenant().name}"
    count = 0
    for user in fresh:
        item = InboxItem(user=user, key=key, title=title[:250], body=body, url=url)
        if not InboxItem.objects.bulk_create([item], ignore_conflicts=True):
            continue
        email, created = OutgoingEmail.objects.get_or_create(
            user=user, key=key, defaults={"to": user.email, "subject": title[:250], "body": body + footer}
        )
        if created:
            ring(email)
            count += 1
    return count


def members_of(agency_ids, *roles):
    """Ids of active users who hold one of `roles` in one of the agencies today."""
    return set(
        Membership.objects.on(timezone.localdate())
        .with_role(*roles)
        .filter(agency_id__in=agency_ids, user__is_active=True)
        .values_list("user_id", flat=True)
    )


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
