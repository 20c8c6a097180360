"""The life of a campaign."""

from thidua.accounts.permissions import Permission
from thidua.workflow.table import Step, Workflow

from .enums import CampaignState as S
from .policies import missing_to_launch

CAMPAIGN = Workflow(
    name="Phong trào thi đua",
    states=S,
    initial=S.DRAFT,
    steps=(
        Step(
            event="launch",
            label="Phát động",
            sources=(S.DRAFT,),
            target=S.LAUNCHED,
            permission=Permission.LAUNCH_CAMPAIGN,
            policy=missing_to_launch,
            stamp="launched",
            done="Đã phát động. Các đơn vị tham gia đã nhận thông báo; từ nay mọi thay đổi được ghi là sửa đổi, bổ sung.",
        ),
        Step(
            event="begin_review",
            label="Chuyển xét khen thưởng",
            sources=(S.LAUNCHED,),
            target=S.REVIEWING,
            permission=Permission.LAUNCH_CAMPAIGN,
            done="Phong trào chuyển sang xét khen thưởng. Đơn vị không đăng ký mới được nữa.",
        ),
        Step(
            event="close",
            label="Kết thúc phong trào",
            sources=(S.LAUNCHED, S.REVIEWING),
            target=S.CLOSED,
            permission=Permission.LAUNCH_CAMPAIGN,
            needs_reason=True,
            done="Phong trào đã kết thúc; hồ sơ và kết quả vẫn xem được.",
        ),
        Step(
            event="reopen",
            label="Mở lại phong trào",
            sources=(S.CLOSED, S.REVIEWING),
            target=S.LAUNCHED,
            permission=Permission.LAUNCH_CAMPAIGN,
            needs_reason=True,
            done="Phong trào đã mở lại.",
        ),
    ),
)
