"""What can be allowed, and the roles that allow it. The roles page and docs/roles.md are made from this file."""

from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    """One thing that a role may allow. The value is the name of the rule (thidua.accounts.rules)."""

    SEE_HOME = "home.see"
    SEE_CAMPAIGNS = "campaigns.see"
    WRITE_CAMPAIGN = "campaigns.write"
    LAUNCH_CAMPAIGN = "campaigns.launch"
    REGISTER_TITLES = "campaigns.register"
    NUDGE_UNITS = "campaigns.nudge"
    DO_TASKS = "programme.do"
    SELF_SCORE = "scores.self"
    VERIFY_SCORES = "scores.verify"
    MANAGE_CLUSTERS = "clusters.manage"
    SIGN_PLEDGE = "pledges.sign"
    REPORT_REVIEW = "reviews.report"
    RUN_REVIEW = "reviews.run"
    SEE_RATINGS = "ratings.see"
    WRITE_RATINGS = "ratings.write"
    SEE_DOSSIER = "dossiers.see"
    LIST_DOSSIERS = "dossiers.list"
    WRITE_DOSSIER = "dossiers.write"
    SUBMIT_DOSSIER = "dossiers.submit"
    CHECK_DOSSIER = "dossiers.check"
    RECORD_COUNCIL = "council.record"
    SEE_COUNCIL = "council.see"
    APPROVE = "approval.decide"
    SEE_APPROVAL = "approval.see"
    PREPARE_DECISION = "decisions.prepare"
    SIGN_DECISION = "decisions.sign"
    SEE_DECISIONS = "decisions.see"
    SEE_AGENCIES = "agencies.see"
    WRITE_AGENCIES = "agencies.write"
    SEE_CATALOGUE = "catalogue.see"
    MANAGE_USERS = "users.manage"
    SEE_AUDIT = "audit.see"
    SEE_REPORTS = "reports.see"


P = Permission
EVERYONE = {P.SEE_HOME, P.SEE_CAMPAIGNS, P.SEE_CATALOGUE, P.SEE_DECISIONS}


@dataclass(frozen=True)
class Role:
    """A role of the office: code, Vietnamese label, one sentence, what it allows."""

    code: str
    label: str
    description: str
    permissions: frozenset[Permission]
    whole_tenant: bool = True  # False: sees the papers of the own agency only


def role(code, label, description, permissions, whole_tenant=True):
    return Role(code, label, description, frozenset(EVERYONE | set(permissions)), whole_tenant)


ROLES = {
    item.code: item
    for item in (
        role(
            "quantri",
            "Quản trị",
            "Quản lý đơn vị, cán bộ, người dùng và vai trò; không xử lý hồ sơ.",
            {P.SEE_AGENCIES, P.WRITE_AGENCIES, P.MANAGE_USERS, P.SEE_AUDIT},
        ),
        role(
            "vanphong",
            "Văn phòng",
            "Soạn và phát động phong trào, tiếp nhận và kiểm tra hồ sơ, chuẩn bị quyết định.",
            {
                P.WRITE_CAMPAIGN, P.LAUNCH_CAMPAIGN, P.NUDGE_UNITS, P.DO_TASKS, P.VERIFY_SCORES, P.MANAGE_CLUSTERS, P.SIGN_PLEDGE,
                P.RUN_REVIEW, P.SEE_RATINGS, P.WRITE_RATINGS, P.SEE_DOSSIER, P.LIST_DOSSIERS, P.CHECK_DOSSIER,
                P.SEE_COUNCIL, P.SEE_APPROVAL, P.PREPARE_DECISION, P.SEE_AGENCIES, P.WRITE_AGENCIES, P.SEE_REPORTS,
            },
        ),
        role(
            "truongdonvi",
            "Trưởng đơn vị",
            "Đăng ký thi đua, lập và nộp hồ sơ của đơn vị mình.",
            {P.REGISTER_TITLES, P.DO_TASKS, P.SELF_SCORE, P.SIGN_PLEDGE, P.REPORT_REVIEW, P.SEE_RATINGS, P.SEE_DOSSIER, P.LIST_DOSSIERS, P.WRITE_DOSSIER, P.SUBMIT_DOSSIER},
            whole_tenant=False,
        ),
        role(
            "hoidong",
            "Thư ký, thành viên Hội đồng",
            "Đọc hồ sơ đã trình Hội đồng và ghi kết quả họp xét.",
            {P.SEE_DOSSIER, P.LIST_DOSSIERS, P.RECORD_COUNCIL, P.SEE_COUNCIL},
        ),
        role(
            "giamdoc",
            "Giám đốc",
            "Phê duyệt hoặc trả lại đề nghị khen thưởng, ký quyết định.",
            {
                P.SEE_RATINGS, P.SEE_DOSSIER, P.LIST_DOSSIERS, P.SEE_COUNCIL, P.SEE_APPROVAL, P.APPROVE, P.SIGN_DECISION,
                P.SEE_AGENCIES, P.SEE_REPORTS,
            },
        ),
        role(
            "thanhtra",
            "Thanh tra",
            "Chỉ xem: hồ sơ, kết quả xét, quyết định và nhật ký.",
            {
                P.SEE_RATINGS, P.SEE_DOSSIER, P.LIST_DOSSIERS, P.SEE_COUNCIL, P.SEE_APPROVAL, P.SEE_AGENCIES, P.SEE_AUDIT,
                P.SEE_REPORTS,
            },
        ),
    )
}  # fmt: skip
ROLE_CHOICES = [(item.code, item.label) for item in ROLES.values()]
