"""The life of a dossier, and of a decision."""

from thidua.accounts.permissions import Permission as P
from thidua.workflow.table import Step, Workflow

from . import policies
from .enums import DecisionState as D
from .enums import DossierState as S

DOSSIER = Workflow(
    name="Hồ sơ đề nghị khen thưởng",
    states=S,
    initial=S.DRAFT,
    steps=(
        Step("submit", "Nộp hồ sơ", (S.DRAFT,), S.SUBMITTED, P.SUBMIT_DOSSIER, policies.missing_to_submit,
             stamp="submitted", done="Đã nộp hồ sơ cho Văn phòng. Phiếu tiếp nhận ở bên dưới."),
        Step("resubmit", "Nộp lại", (S.RETURNED,), S.SUBMITTED, P.SUBMIT_DOSSIER, policies.missing_to_submit,
             done="Đã nộp lại; Văn phòng sẽ thấy rõ phần đã sửa."),
        Step("recall", "Thu hồi", (S.SUBMITTED,), S.DRAFT, P.SUBMIT_DOSSIER, policies.untouched_by_office,
             done="Đã thu hồi về bản nháp. Nhớ nộp lại trước hạn.",
             is_forward=False),
        Step("withdraw", "Rút hồ sơ", (S.DRAFT, S.RETURNED), S.WITHDRAWN, P.SUBMIT_DOSSIER, needs_reason=True,
             done="Hồ sơ đã được rút."),
        Step("return", "Yêu cầu bổ sung", (S.SUBMITTED,), S.RETURNED, P.CHECK_DOSSIER, policies.missing_to_return,
             done="Đã trả hồ sơ về đơn vị kèm lý do ở từng thành phần; đơn vị chỉ sửa được các phần đó.",
             is_forward=False),
        Step("accept", "Đủ điều kiện", (S.SUBMITTED,), S.ACCEPTED, P.CHECK_DOSSIER, policies.missing_to_accept,
             stamp="accepted", done="Hồ sơ đủ điều kiện. Bước tiếp theo: trình Hội đồng."),
        Step("reject", "Không đủ điều kiện", (S.SUBMITTED,), S.REJECTED, P.CHECK_DOSSIER, needs_reason=True,
             done="Đã thông báo cho đơn vị hồ sơ không đủ điều kiện, kèm lý do."),
        Step("to_council", "Trình Hội đồng", (S.ACCEPTED,), S.COUNCIL, P.CHECK_DOSSIER,
             done="Hồ sơ đã ở Hội đồng; thư ký ghi kết quả xét cho từng đối tượng."),
        Step("to_approval", "Chuyển phê duyệt", (S.COUNCIL,), S.APPROVAL, P.RECORD_COUNCIL,
             policies.missing_from_council, done="Đã chuyển kết quả của Hội đồng cho Giám đốc phê duyệt."),
        Step("rank", "Lấy từ bảng xếp hạng", (S.DRAFT,), S.APPROVAL, P.PREPARE_DECISION, policies.not_from_ranking,
             done="Đã lập danh sách theo xếp hạng và chuyển Giám đốc phê duyệt."),
        Step("back_to_council", "Xét lại tại Hội đồng", (S.APPROVAL,), S.COUNCIL, P.APPROVE, needs_reason=True,
             done="Đã trả về Hội đồng để xét lại."),
    ),
)  # fmt: skip

DECISION = Workflow(
    name="Quyết định khen thưởng",
    states=D,
    initial=D.PREPARED,
    steps=(
        Step("sign", "Ký quyết định", (D.PREPARED,), D.SIGNED, P.SIGN_DECISION, policies.missing_to_sign,
             done="Quyết định đã được ký, cấp số và thông báo tới các đơn vị."),
        Step("send_back", "Trả lại để sửa", (D.PREPARED,), D.RETURNED, P.SIGN_DECISION, needs_reason=True,
             done="Đã trả dự thảo cho Văn phòng."),
        Step("present", "Trình ký", (D.RETURNED,), D.PREPARED, P.PREPARE_DECISION,
             done="Đã trình lại để ký."),
    ),
)  # fmt: skip
