from django.db import models
from django.db.models import F, Func, Q

from thidua.tenancy.models import TenantOwned, tenant_manager

from ..enums import Gender
from ..names import sort_key


class Fold(Func):
    """SQL vn_fold(): text as search compares it."""

    function = "vn_fold"
    output_field = models.TextField()


class PersonQuerySet(models.QuerySet):
    def of_agency(self, agency, day):
        """People who hold a post in `agency` on `day`, by given name."""
        posts = Position.objects.on(day).filter(agency=agency)
        return self.filter(positions__in=posts).distinct().order_by("sort_key")


class Person(TenantOwned):
    """A civil servant, public employee or worker (công chức, viên chức, người lao động). Needs no account."""

    full_name = models.CharField("Họ và tên", max_length=120)
    gender = models.CharField("Giới tính", max_length=10, choices=Gender.choices, blank=True)
    birth_date = models.DateField("Ngày sinh", null=True, blank=True)
    home_town = models.CharField("Quê quán", max_length=200, blank=True)
    qualification = models.CharField("Trình độ chuyên môn", max_length=200, blank=True)
    sort_key = models.CharField(max_length=400, editable=False)
    folded = models.GeneratedField(expression=Fold(F("full_name")), output_field=models.TextField(), db_persist=True)

    objects = tenant_manager(PersonQuerySet)

    class Meta:
        verbose_name = "cán bộ"
        ordering = ["sort_key"]
        indexes = [models.Index(fields=["tenant", "sort_key"], name="person_sort")]

    def __str__(self):
        return self.full_name

    def save(self, *args, **kwargs):
        self.sort_key = sort_key(self.full_name)
        super().save(*args, **kwargs)


class PositionQuerySet(models.QuerySet):
    def on(self, day):
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)


class Position(TenantOwned):
    """A post of a person in an agency for a period (chức vụ, vị trí việc làm)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="positions", verbose_name="cán bộ")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="positions", verbose_name="đơn vị")
    title = models.CharField("Chức vụ", max_length=120)
    is_head = models.BooleanField("Là người đứng đầu", default=False)
    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến trước ngày", null=True, blank=True)

    objects = tenant_manager(PositionQuerySet)

    class Meta:
        verbose_name = "chức vụ"
        ordering = ["-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="position_period",
                violation_error_message="Ngày thôi giữ chức vụ phải sau ngày nhận.",
            ),
        ]

    def __str__(self):
        return f"{self.title}, {self.agency}"
