"""Users, memberships, and the Actors that stand for them. Call inside a tenant_scope."""

from dataclasses import dataclass

from thidua.accounts.actor import Actor
from thidua.accounts.models import Membership, User

from .agencies import FOUNDED, person_called

PASSWORD = "thidua-demo"


def user(email, full_name, **fields):
    return User.objects.create_user(email, PASSWORD, full_name=full_name, **fields)


def membership(user, agency, *roles, person=None, valid_from=FOUNDED, valid_to=None):
    return Membership.objects.create(
        user=user, agency=agency, roles=list(roles), person=person, valid_from=valid_from, valid_to=valid_to
    )


def actor(tenant, name, agency, *roles, full_name):
    """Somebody called `full_name` (a Person of the tree, or nobody) with an account <name>@<slug>.demo."""
    account = user(f"{name}@{tenant.slug}.demo", full_name)
    person = person_called(full_name) if full_name in _people() else None
    return Actor.of(membership(account, agency, *roles, person=person))


def _people():
    from thidua.agencies.models import Person

    return set(Person.objects.values_list("full_name", flat=True))


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


ROLE_OF = {
    "administrator": "quantri",
    "office": "vanphong",
    "unit_head": "truongdonvi",
    "other_unit_head": "truongdonvi",
    "council": "hoidong",
    "director": "giamdoc",
    "inspector": "thanhtra",
}


def cast(tenant, agencies):
    so, office = agencies["so"], agencies["van-phong"]
    return Cast(
        administrator=actor(tenant, "quantri", office, "quantri", full_name="Ngô Quang Minh"),
        office=actor(tenant, "vanphong", office, "vanphong", full_name="Bùi Thị Kim Chi"),
        unit_head=actor(tenant, "truongdonvi", agencies["ccvc"], "truongdonvi", full_name="Nguyễn Văn Đức"),
        other_unit_head=actor(tenant, "truongttlt", agencies["ttlt"], "truongdonvi", full_name="Phạm Thị Ngọc Ánh"),
        council=actor(tenant, "hoidong", so, "hoidong", full_name="Đặng Hoàng Long"),
        director=actor(tenant, "giamdoc", so, "giamdoc", full_name="Trần Quốc Nam"),
        inspector=actor(tenant, "thanhtra", so, "thanhtra", full_name="Hồ Thị Thanh Trà"),
    )
