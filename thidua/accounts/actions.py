"""The verbs of memberships."""

from django.db import transaction

from thidua.audit.trail import record

from .models import Membership, User
from .permissions import Permission


@transaction.atomic
def add_member(*, by, email, full_name, agency, person, roles, valid_from):
    """Give a person of the office an account (or another post for an account that is there)."""
    by.require(Permission.MANAGE_USERS)
    user = User.objects.filter(email=email.lower()).first() or User.objects.create_user(email, full_name=full_name)
    member = Membership.objects.create(user=user, agency=agency, person=person, roles=roles, valid_from=valid_from)
    record(by=by, verb="thêm người dùng", subject=member, details={"roles": roles})
    return member


@transaction.atomic
def change_member(*, by, form):
    """Save changed roles or an end of a membership from a valid MemberForm."""
    by.require(Permission.MANAGE_USERS)
    member = form.save()
    record(by=by, verb="sửa vai trò của", subject=member, details={"roles": member.roles})
    return member
