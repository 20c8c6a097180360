"""The parts of a plan in the order of its own chapters, each with its form."""

from django.forms import inlineformset_factory

from ..models import Campaign
from .bases import LegalBasisForm, LegalBasisFormSet, MovementForm
from .campaign import CampaignForm, ClosingForm
from .content import CriterionForm, CriterionFormSet, ResponsibilityForm, StandardForm, TargetForm, TaskForm
from .offers import ComponentForm, OfferForm
from .people import GroupForm, ParticipantsForm
from .programme import TaskFormSet
from .rows import RowFormSet
from .time import CelebrationForm, MilestoneForm, MilestoneFormSet, PhaseForm


def _formset(form, formset=RowFormSet, extra=1):
    return inlineformset_factory(
        Campaign, form._meta.model, form=form, formset=formset, extra=extra, can_delete=True, fk_name="campaign"
    )


FORMSETS = {
    "movements": _formset(MovementForm),
    "legal_bases": _formset(LegalBasisForm, LegalBasisFormSet),
    "phases": _formset(PhaseForm),
    "celebrations": _formset(CelebrationForm),
    "groups": _formset(GroupForm),
    "milestones": _formset(MilestoneForm, MilestoneFormSet),
    "criteria": _formset(CriterionForm, CriterionFormSet, extra=2),
    "targets": _formset(TargetForm),
    "offers": _formset(OfferForm),
    "standards": _formset(StandardForm),
    "components": _formset(ComponentForm),
    "tasks": _formset(TaskForm, TaskFormSet, extra=2),
    "responsibilities": _formset(ResponsibilityForm),
}
# slug → (label, hint), in the order of a plan's own chapters.
CHAPTERS = {
    "general": ("Thông tin chung", "Tên, chủ đề, thời gian, mục đích, yêu cầu."),
    "legal_bases": ("Căn cứ", "Văn bản làm căn cứ; in vào kế hoạch và quyết định."),
    "movements": ("Phong trào cấp trên", "Các phong trào do cấp trên phát động mà kế hoạch này hưởng ứng."),
    "phases": ("Giai đoạn, đợt", "Các giai đoạn hoặc đợt thi đua."),
    "celebrations": ("Ngày kỷ niệm", "Những ngày lễ, ngày truyền thống mà phong trào lập thành tích chào mừng."),
    "groups": ("Đối tượng", "Đối tượng thi đua như kế hoạch viết; loại đơn vị chọn ở đây tự vào danh sách tham gia."),
    "participants": ("Đơn vị tham gia", "Danh sách đơn vị tham gia phong trào."),
    "criteria": ("Nội dung, tiêu chí", "Nội dung thi đua, nhóm tiêu chí, từng tiêu chí và điểm."),
    "targets": ("Chỉ tiêu", "Chỉ tiêu đo được: so sánh, giá trị, tính trên ai, lấy số liệu từ đâu."),
    "tasks": ("Chương trình công tác", "Nhiệm vụ theo quý với đơn vị thực hiện."),
    "offers": ("Hình thức, số lượng", "Danh hiệu, hình thức khen thưởng; thẩm quyền; số lượng."),
    "standards": ("Tiêu chuẩn", "Tiêu chuẩn khen thưởng theo từng loại đối tượng."),
    "components": ("Hồ sơ", "Thành phần hồ sơ đơn vị phải nộp."),
    "milestones": (
        "Mốc thời gian",
        "Đăng ký, sơ kết, hạn nộp hồ sơ, tổng kết, trao thưởng; ấn định, hằng năm hoặc chờ văn bản.",
    ),
    "responsibilities": ("Tổ chức thực hiện", "Trách nhiệm của từng đơn vị."),
    "closing": ("Kinh phí, nơi nhận", "Kinh phí, số bộ hồ sơ, nơi nhận, người ký kế hoạch."),
}
SINGLE = {"general": CampaignForm, "closing": ClosingForm, "participants": ParticipantsForm}


def section_form(section, campaign, data=None):
    """The form or formset of one part of the plan, bound when `data` is given."""
    if section in SINGLE:
        return SINGLE[section](data, instance=campaign)
    return FORMSETS[section](data, instance=campaign, form_kwargs={"campaign": campaign, "shared": {}})
