"""The life of a campaign."""

from thidua.accounts.permissions import Permission
from thidua.workflow.table import Step, Workflow

from .enums import CampaignState as S
from .enums import SheetState as P
from .policies import missing_on_own_sheet, missing_to_launch, missing_to_verify

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

SHEET = Workflow(
    name="Phiếu chấm điểm",
    states=P,
    initial=P.SCORING,
    steps=(
        Step(
            event="submit",
            label="Gửi điểm tự chấm",
            sources=(P.SCORING,),
            target=P.SUBMITTED,
            permission=Permission.SELF_SCORE,
            policy=missing_on_own_sheet,
            stamp="submitted",
            done="Đã gửi điểm tự chấm cho Văn phòng thẩm định.",
        ),
        Step(
            event="return",
            label="Trả lại để chấm lại",
            sources=(P.SUBMITTED, P.VERIFIED),
            target=P.SCORING,
            permission=Permission.VERIFY_SCORES,
            needs_reason=True,
            done="Đã trả phiếu về đơn vị kèm lý do.",
            is_forward=False,
        ),
        Step(
            event="verify",
            label="Thẩm định xong",
            sources=(P.SCORING, P.SUBMITTED),
            target=P.VERIFIED,
            permission=Permission.VERIFY_SCORES,
            policy=missing_to_verify,
            stamp="verified",
            done="Phiếu đã thẩm định; điểm vào bảng xếp hạng khi công bố.",
        ),
        Step(
            event="recheck",
            label="Thẩm định lại",
            sources=(P.VERIFIED,),
            target=P.SUBMITTED,
            permission=Permission.WRITE_CAMPAIGN,
            needs_reason=True,
            done="Tiêu chí đã thay đổi nên phiếu phải thẩm định lại.",
            is_forward=False,
        ),
        Step(
            event="publish",
            label="Công bố điểm",
            sources=(P.VERIFIED,),
            target=P.PUBLISHED,
            permission=Permission.VERIFY_SCORES,
            stamp="published",
            done="Đã công bố điểm và xếp hạng; trưởng các đơn vị đã được báo.",
        ),
        Step(
            event="withdraw",
            label="Thu hồi công bố",
            sources=(P.PUBLISHED,),
            target=P.VERIFIED,
            permission=Permission.VERIFY_SCORES,
            needs_reason=True,
            done="Đã thu hồi công bố; sửa điểm rồi công bố lại.",
            is_forward=False,
        ),
    ),
)
