from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from thidua.tenancy.models import Tenant, TenantOwned, tenant_manager

from .permissions import ROLE_CHOICES


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    """Somebody who signs in, by e-mail. What they may do is said by their memberships, tenant by tenant."""

    email = models.EmailField("Thư điện tử", unique=True)
    full_name = models.CharField("Họ và tên", max_length=120)
    is_active = models.BooleanField("Đang hoạt động", default=True)
    date_joined = models.DateTimeField("Ngày tạo", auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]
    # Django asks these of every user model; rights come from memberships only.
    is_staff = False
    is_superuser = False

    objects = UserManager()

    class Meta:
        verbose_name = "người dùng"

    def __str__(self):
        return self.full_name or self.email

    def get_full_name(self):
        return self.full_name

    def get_short_name(self):
        return self.full_name.split()[-1] if self.full_name else self.email


class MembershipQuerySet(models.QuerySet):
    def on(self, day):
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)

    def with_role(self, *roles):
        return self.filter(roles__overlap=list(roles))


class Membership(TenantOwned):
    """What a user is in an agency of a tenant, for a period: one or more roles."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name="người dùng")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="memberships", verbose_name="đơn vị")
    person = models.ForeignKey(
        "agencies.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="cán bộ"
    )
    roles = ArrayField(models.CharField(max_length=20, choices=ROLE_CHOICES), verbose_name="vai trò")
    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến trước ngày", null=True, blank=True)

    objects = tenant_manager(MembershipQuerySet)

    class Meta:
        verbose_name = "vai trò của người dùng"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")), name="membership_period"
            ),
            models.CheckConstraint(condition=Q(roles__len__gt=0), name="membership_has_role"),
        ]
        indexes = [models.Index(fields=["user"], name="membership_user")]

    def __str__(self):
        return f"{self.user}, {self.agency}"


def tenants_of(user, day):
    """Tenants whose door `user` may open on `day`; asked before any tenant is open."""
    from django_scopes import scopes_disabled

    from thidua.tenancy.scope import own_memberships

    with own_memberships(user), scopes_disabled():
        ids = list(Membership.objects.on(day).filter(user=user).values_list("tenant_id", flat=True))
    return list(Tenant.objects.filter(pk__in=ids, is_active=True))
