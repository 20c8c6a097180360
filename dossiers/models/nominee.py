from django.db import models
from django.db.models import F, Q

from awards.enums import SubjectKind
from thidua.tenancy.models import TenantOwned, tenant_manager

from ..enums import Outcome
from .dossier import Dossier

TOLD = (Outcome.AWARDED, Outcome.NOT_AWARDED, Outcome.PROPOSED)  # once the dossier has its result


class NomineeQuerySet(models.QuerySet):
    def with_facts(self):
        return self.select_related(
            "offer__award", "person", "agency__current", "dossier__campaign", "dossier__agency__current"
        )


class Nominee(TenantOwned):
    """Somebody proposed for one award (đối tượng đề nghị khen thưởng): a collective, an individual or a household.

    `name` and `post` are what the papers print: as of the day of the proposal.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="nominees")
    offer = models.ForeignKey(
        "campaigns.AwardOffer", models.PROTECT, related_name="nominees", verbose_name="hình thức đề nghị"
    )
    subject_kind = models.CharField("Đối tượng", max_length=12, choices=SubjectKind.choices, editable=False)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", verbose_name="tập thể")
    person = models.ForeignKey(
        "agencies.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cá nhân"
    )
    name = models.CharField("Tên", max_length=250)
    post = models.CharField("Chức vụ, đơn vị", max_length=300, blank=True)
    achievement_from = models.DateField("Thành tích từ ngày")
    achievement_to = models.DateField("đến ngày")
    summary = models.TextField("Tóm tắt thành tích", blank=True)
    outcome = models.CharField("Kết quả", max_length=12, choices=Outcome.choices, default=Outcome.PENDING)
    outcome_reason = models.TextField("Lý do", blank=True)
    awarded_at = models.DateTimeField(null=True, editable=False)

    objects = tenant_manager(NomineeQuerySet)

    class Meta:
        verbose_name = "đối tượng đề nghị"
        ordering = ["offer_id", "subject_kind", F("person__sort_key").asc(nulls_first=True), "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "dossier", "offer", "agency", "person"],
                nulls_distinct=False,
                name="nominee_once",
                violation_error_message="Đối tượng này đã có trong hồ sơ cho hình thức khen thưởng đó.",
            ),
            models.CheckConstraint(
                condition=Q(subject_kind=SubjectKind.INDIVIDUAL, person__isnull=False)
                | Q(subject_kind__in=[SubjectKind.COLLECTIVE, SubjectKind.HOUSEHOLD], person__isnull=True),
                name="nominee_is_one_subject",
            ),
            models.CheckConstraint(
                condition=Q(achievement_to__gte=F("achievement_from")),
                name="nominee_period",
                violation_error_message="Thời gian lập thành tích phải kết thúc từ ngày bắt đầu trở đi.",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.AWARDED) | Q(awarded_at__isnull=False), name="nominee_awarded_when"
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "offer", "outcome"], name="nominee_offer"),
            models.Index(fields=["tenant", "dossier"], name="nominee_dossier"),
        ]

    def __str__(self):
        return self.name

    @property
    def is_individual(self):
        return self.subject_kind == SubjectKind.INDIVIDUAL

    @property
    def known_outcome(self):
        """What everybody may know: nothing before the decision is signed."""
        return self.get_outcome_display() if self.outcome in TOLD else ""
