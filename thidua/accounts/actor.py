"""Who acts: a user in one membership, as rules, actions and the trail see them."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied

from .permissions import ROLES, Permission


@dataclass(frozen=True)
class Actor:
    """A user acting through one membership: the post in which something is done."""

    user_id: int
    name: str
    email: str
    membership_id: int
    agency_id: int
    agency_name: str
    person_id: int | None
    roles: tuple[str, ...]
    permissions: frozenset[Permission] = field(repr=False)

    @classmethod
    def of(cls, membership):
        roles = tuple(code for code in ROLES if code in membership.roles)
        return cls(
            user_id=membership.user_id,
            name=membership.user.full_name,
            email=membership.user.email,
            membership_id=membership.pk,
            agency_id=membership.agency_id,
            agency_name=membership.agency.short_name,
            person_id=membership.person_id,
            roles=roles,
            permissions=frozenset().union(*(ROLES[code].permissions for code in roles)),
        )

    @property
    def role_label(self):
        return ", ".join(ROLES[code].label for code in self.roles)

    @property
    def label(self):
        return f"{self.name} ({self.role_label}, {self.agency_name})"

    @property
    def sees_whole_tenant(self):
        """False for those who see the papers of their own agency only (trưởng đơn vị)."""
        return any(ROLES[code].whole_tenant for code in self.roles)

    def may(self, permission, obj=None):
        import rules

        return rules.has_perm(permission, self, obj)

    def require(self, permission, obj=None):
        """Raise PermissionDenied with a sentence unless the actor may."""
        if not self.may(permission, obj):
            raise PermissionDenied(refusal(permission))


REFUSALS = {
    Permission.WRITE_CAMPAIGN: "Chỉ Văn phòng được soạn và sửa phong trào thi đua.",
    Permission.LAUNCH_CAMPAIGN: "Chỉ Văn phòng được phát động phong trào thi đua.",
    Permission.REGISTER_TITLES: "Chỉ trưởng đơn vị tham gia được đăng ký thi đua cho đơn vị mình.",
    Permission.DO_TASKS: "Chỉ Văn phòng và đơn vị thực hiện được cập nhật nhiệm vụ này.",
    Permission.SELF_SCORE: "Chỉ trưởng đơn vị tham gia được tự chấm điểm cho đơn vị mình.",
    Permission.VERIFY_SCORES: "Chỉ Văn phòng được thẩm định và công bố điểm.",
    Permission.MANAGE_CLUSTERS: "Chỉ Văn phòng được sửa cụm, khối thi đua.",
    Permission.SIGN_PLEDGE: "Chỉ Văn phòng và trưởng đơn vị thành viên được ghi giao ước thi đua của đơn vị.",
    Permission.REPORT_REVIEW: "Chỉ trưởng đơn vị tham gia được báo cáo sơ kết, tổng kết của đơn vị mình.",
    Permission.RUN_REVIEW: "Chỉ Văn phòng được mở, chốt và tổng hợp sơ kết, tổng kết.",
    Permission.WRITE_RATINGS: "Chỉ Văn phòng được ghi kết quả xếp loại.",
    Permission.WRITE_DOSSIER: "Chỉ đơn vị lập hồ sơ được sửa hồ sơ, khi hồ sơ còn ở đơn vị.",
    Permission.SUBMIT_DOSSIER: "Chỉ trưởng đơn vị lập hồ sơ được nộp hồ sơ.",
    Permission.CHECK_DOSSIER: "Chỉ Văn phòng được kiểm tra hồ sơ, và không ai kiểm tra hồ sơ có tên mình.",
    Permission.RECORD_COUNCIL: "Chỉ thư ký Hội đồng được ghi kết quả xét.",
    Permission.APPROVE: "Chỉ giám đốc được phê duyệt, và không ai phê duyệt đề nghị khen thưởng chính mình.",
    Permission.SIGN_DECISION: "Chỉ giám đốc được ký quyết định.",
    Permission.MANAGE_USERS: "Chỉ quản trị được quản lý người dùng và vai trò.",
    Permission.SEE_DOSSIER: "Hồ sơ này của đơn vị khác, hoặc đơn vị chưa nộp.",
}


def refusal(permission):
    return REFUSALS.get(permission, "Vai trò của anh/chị không có quyền làm việc này.")
