"""Sở Nội vụ Khánh Hòa in full life: a campaign in each stage, dossiers in every state, decisions signed and waiting."""

from datetime import date, timedelta

from django.utils import timezone

from awards.models import Award
from campaigns.actions import launch_campaign, move_campaign, register_title
from campaigns.enums import ComponentKind, MilestoneKind
from campaigns.measuring import period_on, periods_of
from campaigns.models import Campaign
from dossiers import actions
from dossiers.enums import ItemVerdict
from dossiers.forms import CouncilSessionForm
from thidua.agencies.models import Person

from . import papers
from .other_offices import enter_readings, registered_in_time
from .plans import load_plan
from .reviews import hold_reviews, open_with_reports
from .scores import score_everybody, score_some
from .tenants import actor, actor_of

SLUG = "snv-khanhhoa"


def _one_phase(starts_on, ends_on):
    return {"name": "Thi đua cả kỳ", "starts_on": starts_on, "ends_on": ends_on}


def _mark(kind, name, due_on=None, awaits=""):
    """A milestone on a day, or one that waits for a document."""
    certainty = "fixed" if due_on else "awaited"
    return {"kind": kind, "name": name, "due_on": due_on, "certainty": certainty, "awaits": awaits}


class KhanhHoa:
    """Walks the demo's campaigns through their lives, with the same actions as the pages."""

    def __init__(self):
        self.today = timezone.localdate()
        self.office, self.director, self.council = (
            actor("vanphong", SLUG),
            actor("giamdoc", SLUG),
            actor("hoidong", SLUG),
        )

    def unit(self, code):
        return actor_of(f"{code}@{SLUG}.demo")

    def load(self):
        self.plan_of_2024()
        self.campaign_of_this_year()
        self.closed_campaign()
        self.draft_campaign()

    # --- the campaigns ---

    def plan_of_2024(self):
        """The plan 1209/KH-SNV itself, being reviewed: dossiers in every state."""
        campaign = load_plan("khanh_hoa_2024")
        campaign = launch_campaign(campaign=campaign, by=self.office)
        for code in ("van-phong", "ccvc", "tcbc", "xdcq", "cchc", "thanh-tra", "tdkt", "nha-trang", "dien-khanh"):
            self.register(campaign, code)
        registered_in_time(campaign)
        score_everybody(campaign, self.office, self.unit)
        for period, missed in zip(periods_of(campaign), (0, 2), strict=True):
            enter_readings(campaign, period, missed=missed, by=self.office)
        hold_reviews(campaign, self.office, self.unit, silent=2)
        move_campaign(campaign=campaign, event="begin_review", by=self.office)
        self.decided(campaign)
        self.waiting_for_signature(campaign)
        self.waiting_for_approval(campaign)
        self.at_council(campaign, "luu-tru")
        self.accepted(campaign, "cchc")
        self.submitted(campaign, "ccvc", person="Đặng Văn Thành")
        self.returned(campaign, "thanh-tra")
        self.rejected(campaign, "ton-giao")
        self.draft(campaign, "nha-trang", collective=False)
        self.withdrawn(campaign, "cam-ranh")

    def campaign_of_this_year(self):
        """A campaign under way, with dates around today: what units still have to do, and by when."""
        today, year = self.today, self.today.year
        starts_on, ends_on = today - timedelta(days=60), today + timedelta(days=30)
        campaign = load_plan(
            "khanh_hoa_2024",
            title=f"Đợt thi đua nước rút hoàn thành nhiệm vụ năm {year}",
            year=year, starts_on=starts_on, ends_on=ends_on, plan_number="2107/KH-SNV",
            plan_date=today - timedelta(days=62), phases=[_one_phase(starts_on, ends_on)],
            milestones=[
                _mark(MilestoneKind.REGISTRATION, "Đăng ký danh hiệu thi đua", today - timedelta(days=20)),
                _mark(MilestoneKind.DOSSIER_DEADLINE, "Nộp hồ sơ đề nghị khen thưởng", today + timedelta(days=6)),
                _mark(MilestoneKind.COUNCIL, "Họp Hội đồng Thi đua - Khen thưởng Sở", today + timedelta(days=16)),
                _mark(MilestoneKind.FINAL_REVIEW, "Tổng kết phong trào", today + timedelta(days=25)),
                _mark(MilestoneKind.CEREMONY, "Lễ trao thưởng", awaits="Thông báo của Văn phòng Sở về hội nghị tổng kết"),
            ],
        )  # fmt: skip
        campaign = launch_campaign(campaign=campaign, by=self.office)
        for code in ("van-phong", "ccvc", "xdcq", "tdkt", "luu-tru", "ninh-hoa"):
            self.register(campaign, code)
        score_some(campaign, self.office, self.unit)
        enter_readings(campaign, period_on(campaign, today), missed=11, by=self.office)
        open_with_reports(
            campaign, self.office, self.unit, silent=2, name="Sơ kết giữa đợt", covers_to=today,
            due_on=today + timedelta(days=4),
        )  # fmt: skip
        self.draft(campaign, "ccvc", person="Nguyễn Thị Ngọc Diễm Quỳnh")
        self.submitted(campaign, "xdcq", person="Trương Thị Yến")
        self.submitted(campaign, "tdkt", person="Mai Thị Xuân")
        self.returned(campaign, "luu-tru")

    def closed_campaign(self):
        year = self.today.year - 1
        campaign = self.whole_year(
            year, f"Phong trào thi đua cải cách hành chính năm {year}",
            _mark(MilestoneKind.DOSSIER_DEADLINE, "Nộp hồ sơ đề nghị khen thưởng", date(year, 11, 30)),
            _mark(MilestoneKind.FINAL_REVIEW, "Tổng kết phong trào", date(year, 12, 20)),
        )  # fmt: skip
        campaign = launch_campaign(campaign=campaign, by=self.office)
        hold_reviews(campaign, self.office, self.unit)
        move_campaign(campaign=campaign, event="close", by=self.office, reason="Đã tổng kết và khen thưởng.")

    def draft_campaign(self):
        year = self.today.year + 1
        self.whole_year(
            year, f"Phong trào thi đua ngành Nội vụ tỉnh Khánh Hòa năm {year}",
            _mark(MilestoneKind.REGISTRATION, "Đăng ký danh hiệu thi đua", date(year, 1, 30)),
            _mark(MilestoneKind.DOSSIER_DEADLINE, "Nộp hồ sơ đề nghị khen thưởng",
                  awaits="Hướng dẫn tổng kết của Bộ Nội vụ"),
        )  # fmt: skip

    def whole_year(self, year, title, *milestones):
        starts_on, ends_on = date(year, 1, 1), date(year, 12, 31)
        return load_plan(
            "khanh_hoa_2024", title=title, year=year, starts_on=starts_on, ends_on=ends_on, plan_number="",
            phases=[_one_phase(starts_on, ends_on)], milestones=list(milestones),
        )  # fmt: skip

    # --- dossiers in their states ---

    def register(self, campaign, code):
        by = self.unit(code)
        award = Award.objects.get(code="GIAY_KHEN")
        register_title(campaign=campaign, award=award, by=by, target="Hoàn thành xuất sắc nhiệm vụ năm")
        person = Person.objects.of_agency(by.agency_id, self.today).first()
        register_title(campaign=campaign, award=award, by=by, person=person, target="100% nhiệm vụ đúng hạn")

    def draft(self, campaign, code, person=None, collective=True):
        by = self.unit(code)
        dossier = actions.create_dossier(campaign=campaign, by=by)
        offers = campaign.offers.filter(award__code="GIAY_KHEN", selection="dossier")
        nominees = []
        if collective:
            nominees.append(actions.add_nominee(dossier=dossier, offer=offers.get(nominee_kind="collective"), by=by))
        if person:
            who = Person.objects.get(full_name=person)
            nominees.append(
                actions.add_nominee(dossier=dossier, offer=offers.get(nominee_kind="individual"), person=who, by=by)
            )
        for nominee in nominees[:1]:  # the first report is written, the rest is still missing
            actions.save_report(nominee=nominee, answers=self.answers(nominee), revision=1, by=by)
        return dossier

    def answers(self, nominee):
        keys = [part["key"] for part in nominee.report.form.sections_for(nominee.subject_kind)]
        return {key: papers.ANSWERS[key] for key in keys}

    def complete(self, campaign, code, person=None):
        by = self.unit(code)
        dossier = self.draft(campaign, code, person)
        for nominee in dossier.nominees.all():
            actions.change_summary(nominee=nominee, summary=papers.SUMMARY, by=by)
            actions.save_report(nominee=nominee, answers=self.answers(nominee), revision=nominee.report.revision, by=by)
        values = {
            "letter_number": f"{dossier.pk:02d}/TTr-{code.upper()}", "letter_date": self.today,
            "letter_text": papers.LETTER, "signer_title": dossier.signer_title, "signer_name": dossier.signer_name,
        }  # fmt: skip
        dossier = actions.save_letter(dossier=dossier, values=values, revision=dossier.revision, by=by)
        minutes = dossier.items.get(component__kind=ComponentKind.MINUTES)
        actions.add_file(item=minutes, upload=papers.paper("Biên bản họp bình xét.pdf"), by=by)
        return dossier

    def submitted(self, campaign, code, person=None):
        return actions.submit_dossier(dossier=self.complete(campaign, code, person), by=self.unit(code))

    def judge(self, dossier, wrong=None):
        for item in dossier.items.all():
            bad = wrong and item.component.kind == wrong
            verdict = ItemVerdict.RETURNED if bad else ItemVerdict.OK
            reason = "Biên bản thiếu chữ ký của thư ký; đề nghị bổ sung bản có đủ chữ ký." if bad else ""
            actions.judge_item(item=item, verdict=verdict, reason=reason, by=self.office)

    def returned(self, campaign, code):
        dossier = self.submitted(campaign, code)
        self.judge(dossier, wrong=ComponentKind.MINUTES)
        return actions.return_dossier(dossier=dossier, by=self.office)

    def rejected(self, campaign, code):
        dossier = self.submitted(campaign, code)
        return actions.reject_dossier(
            dossier=dossier, by=self.office, reason="Đơn vị đang trong thời gian xem xét kỷ luật, chưa xét khen thưởng."
        )

    def withdrawn(self, campaign, code):
        dossier = self.draft(campaign, code, collective=False)
        return actions.withdraw_dossier(dossier=dossier, by=self.unit(code), reason="Đơn vị lập nhầm phong trào.")

    def accepted(self, campaign, code, person=None):
        dossier = self.submitted(campaign, code, person)
        self.judge(dossier)
        return actions.accept_dossier(dossier=dossier, by=self.office)

    def at_council(self, campaign, code, person=None):
        return actions.send_to_council(dossier=self.accepted(campaign, code, person), by=self.office)

    def at_approval(self, campaign, code, person, votes):
        """`votes`: agreeing votes of 9 for each nominee in turn."""
        dossier = self.at_council(campaign, code, person)
        session = self.session(campaign)
        for nominee, agree in zip(dossier.nominees.order_by("id"), votes, strict=True):
            actions.record_result(
                session=session, nominee=nominee, agree=agree, disagree=9 - agree, invalid=0, by=self.council
            )
        return actions.send_to_approval(dossier=dossier, by=self.council)

    def session(self, campaign):
        session = campaign.council_sessions.first()
        if session:
            return session
        form = CouncilSessionForm(
            {
                "campaign": campaign.pk, "council": "Hội đồng Thi đua - Khen thưởng Sở Nội vụ", "held_on": self.today,
                "members": 9, "present": 9, "chair": "Trần Quốc Hưng", "secretary": "Phạm Minh Đức",
                "minutes_number": "03/BB-HĐTĐKT",
            }
        )  # fmt: skip
        if not form.is_valid():
            raise ValueError(form.errors.as_text())
        return actions.hold_session(form=form, by=self.council)

    # --- decisions ---

    def approve_all(self, dossier):
        for nominee in dossier.nominees.all():
            actions.approve_nominee(nominee=nominee, by=self.director)

    def decided(self, campaign):
        self.approve_all(self.at_approval(campaign, "van-phong", "Ngô Thị Ánh Nguyệt", (9, 8)))
        decision = actions.prepare_decision(campaign=Campaign.objects.get(pk=campaign.pk), by=self.office)
        actions.sign_decision(decision=decision, by=self.director)

    def waiting_for_signature(self, campaign):
        dossier = self.at_approval(campaign, "tcbc", "Bùi Thị Kim Ngân", (8, 6))
        actions.approve_nominee(nominee=dossier.nominees.get(subject_kind="collective"), by=self.director)
        actions.prepare_decision(campaign=Campaign.objects.get(pk=campaign.pk), by=self.office)

    def waiting_for_approval(self, campaign):
        self.at_approval(campaign, "xdcq", "Phan Đình Phú", (7, 7))
        self.at_approval(campaign, "tdkt", "Tạ Quang Huy", (6, 5))
