"""Users, memberships, and the Actors that stand for them. Call inside a tenant_scope."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from thidua.accounts.actor import Actor
from thidua.accounts.models import Membership, User
from thidua.agencies.models import Person

from .agencies import FOUNDED

PASSWORD = "thidua-demo"


def user(email, full_name, **fields):
    return User.objects.create_user(email, PASSWORD, full_name=full_name, **fields)


def membership(user, agency, *roles, person=None, valid_from=FOUNDED, valid_to=None):
    return Membership.objects.create(
        user=user, agency=agency, roles=list(roles), person=person, valid_from=valid_from, valid_to=valid_to
    )


@dataclass(frozen=True)
class Cast:
    """One actor for each role, and a second head of a unit."""

    administrator: Actor
    office: Actor
    unit_head: Actor
    other_unit_head: Actor
    council: Actor
    director: Actor
    inspector: Actor

    def __iter__(self):
        return iter(vars(self).values())


ACCOUNTS = {
    # role in the cast: name of the account, unit, role, who it is (a person of the tree, or nobody in a post)
    "administrator": ("quantri", "van-phong", "quantri", "Ngô Quang Minh"),
    "office": ("vanphong", "van-phong", "vanphong", "Bùi Thị Kim Chi"),
    "unit_head": ("truongdonvi", "ccvc", "truongdonvi", "Nguyễn Văn Đức"),
    "other_unit_head": ("truongttlt", "ttlt", "truongdonvi", "Phạm Thị Ngọc Ánh"),
    "council": ("hoidong", "so", "hoidong", "Đặng Hoàng Long"),
    "director": ("giamdoc", "so", "giamdoc", "Trần Quốc Nam"),
    "inspector": ("thanhtra", "so", "thanhtra", "Hồ Thị Thanh Trà"),
}


def cast(tenant, agencies):
    """Accounts called <name>@<slug>.demo; at once, for this stands before most tests."""
    people = {person.full_name: person for person in Person.objects.all()}
    password = make_password(PASSWORD)
    users = User.objects.bulk_create(
        User(email=f"{name}@{tenant.slug}.demo", full_name=full_name, password=password)
        for name, _, _, full_name in ACCOUNTS.values()
    )
    members = Membership.objects.bulk_create(
        Membership(user=user, agency=agencies[unit], roles=[role], person=people.get(full_name), valid_from=FOUNDED)
        for user, (_, unit, role, full_name) in zip(users, ACCOUNTS.values(), strict=True)
    )
    return Cast(**{role: Actor.of(member) for role, member in zip(ACCOUNTS, members, strict=True)})
