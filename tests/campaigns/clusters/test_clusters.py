"""Clusters: members inside and outside, a lead that rotates, pledges that are signed."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from campaigns.actions import scoring
from campaigns.actions.clusters import save_cluster, save_pledge, save_year
from campaigns.documents.pledge import build_pledge
from campaigns.forms.clusters import ClusterForm, ClusterYearForm
from campaigns.models import Cluster, ClusterMember, ClusterYear, Pledge
from campaigns.selectors.clusters import clusters_for, member_rows, next_lead
from tests.factories.files import pdf_upload
from thidua.audit.models import AuditEvent
from thidua.documents.rendering import render_pdf
from thidua.workflow.table import Refused

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year
WORDS = {"content": "Hoàn thành 100% nhiệm vụ", "signed_on": None, "signer_title": "", "signer_name": ""}


def form(cluster=None, *names):
    data = {"name": "Cụm tham mưu", "valid_from": YEAR, "member_lines": "\n".join(names)}
    bound = ClusterForm(data, instance=cluster)
    assert bound.is_valid(), bound.errors
    return bound


@pytest.fixture
def cluster(agencies, office):
    return save_cluster(form=form(None, str(agencies["ccvc"]), "Văn phòng Tỉnh ủy", "Sở Tài chính"), by=office)


def test_members_of_the_tenant_are_recognised_and_others_named(cluster, agencies):
    assert [(member.name, member.agency) for member in cluster.members.all()] == [
        (str(agencies["ccvc"]), agencies["ccvc"]), ("Văn phòng Tỉnh ủy", None), ("Sở Tài chính", None),
    ]  # fmt: skip


def test_the_lead_goes_round(cluster):
    members = list(cluster.members.all())
    assert next_lead(cluster) == members[0]
    for offset, expected in ((0, 1), (1, 2), (2, 0)):
        cluster.years.create(year=YEAR + offset, lead=members[(expected - 1) % 3])
        assert next_lead(cluster) == members[expected]


def test_a_member_with_a_pledge_cannot_be_dropped(cluster, agencies, office):
    save_pledge(member=cluster.members.get(name="Sở Tài chính"), year=YEAR, values=WORDS, upload=None, by=office)
    with pytest.raises(Refused, match="Sở Tài chính đã có giao ước"):
        save_cluster(form=form(cluster, str(agencies["ccvc"]), "Văn phòng Tỉnh ủy"), by=office)
    assert cluster.members.count() == 3
    save_cluster(form=form(cluster, str(agencies["ccvc"]), "Sở Tài chính"), by=office)
    assert cluster.members.count() == 2


def test_the_head_of_a_member_signs_for_its_own_unit(cluster, unit_head, other_unit_head):
    own = cluster.members.first()
    values = WORDS | {"signed_on": date(YEAR, 1, 15), "signer_name": "Nguyễn Hoàng Nam"}
    pledge = save_pledge(member=own, year=YEAR, values=values, upload=pdf_upload("Giao ước.pdf"), by=unit_head)
    assert (pledge.file.name, pledge.signer_name) == ("Giao ước.pdf", "Nguyễn Hoàng Nam")
    with pytest.raises(PermissionDenied, match="trưởng đơn vị thành viên"):
        save_pledge(member=own, year=YEAR, values=WORDS, upload=None, by=other_unit_head)


def test_who_has_signed_is_seen_at_once(cluster, office):
    members = list(cluster.members.all())
    signed = WORDS | {"signed_on": date(YEAR, 1, 15), "signer_name": "A"}
    save_pledge(member=members[0], year=YEAR, values=signed, upload=None, by=office)
    save_pledge(member=members[1], year=YEAR, values=WORDS, upload=None, by=office)
    assert [row.word for row in member_rows(cluster, YEAR)] == ["Đã ký", "Chờ ký", "Chưa có giao ước"]


def test_a_unit_knows_of_its_own_clusters_only(cluster, unit_head, other_unit_head, inspector, client_of, at):
    assert [list(clusters_for(actor)) for actor in (unit_head, other_unit_head, inspector)] == [
        [cluster], [], [cluster],
    ]  # fmt: skip
    assert client_of(other_unit_head).get(at(other_unit_head, "cluster_page", cluster.pk)).status_code == 403


def test_the_pledge_has_a_place_to_sign_for_every_member(cluster, office):
    signed = WORDS | {"signed_on": date(YEAR, 1, 15), "signer_name": "Nguyễn Hoàng Nam", "signer_title": "Trưởng phòng"}
    save_pledge(member=cluster.members.first(), year=YEAR, values=signed, upload=None, by=office)
    _title, doc = build_pledge(cluster.pk)
    rendered = render_pdf("pdf/pledge.html", {"doc": doc})
    assert (len(doc.places), rendered.warnings) == (3, ())
    for words in ("GIAO ƯỚC THI ĐUA", "- Hoàn thành 100% nhiệm vụ", "TRƯỞNG PHÒNG", f"(đã ký ngày 15/01/{YEAR})"):
        assert words in rendered.html


def other_year(cluster, lead, deputy=None):
    """A year of another cluster with lead or deputy of this one."""
    other = Cluster.objects.create(name="Khối khác", valid_from=YEAR)
    lead = lead or other.members.create(name="Sở Y tế")
    return other.years.create(year=YEAR, lead=lead, deputy=deputy)


def test_one_agency_is_a_member_once(agencies, office):
    version = agencies["ccvc"].current
    twice = form(None, version.legal_name, version.short_name)
    with pytest.raises(Refused, match="là cùng một đơn vị: mỗi đơn vị ghi một dòng"):
        save_cluster(form=twice, by=office)
    assert Cluster.objects.count() == 0


def test_a_year_stays_with_the_campaign_that_scores_its_members(cluster, campaign, office):
    year = cluster.years.create(year=YEAR, lead=cluster.members.first(), campaign=campaign)
    scoring.open_scoring(campaign=campaign, by=office)

    def unlink():
        data, of_today = {"year": YEAR, "lead": year.lead_id}, ClusterYear.objects.get(pk=year.pk)
        bound = ClusterYearForm(data, instance=of_today, cluster=cluster)
        assert bound.is_valid(), bound.errors
        return save_year(cluster=cluster, form=bound, by=office)

    with pytest.raises(Refused, match="đã có phiếu chấm điểm trong .+ phải giữ phong trào đó"):
        unlink()
    cluster.years.create(year=YEAR - 1, lead=year.lead, campaign=campaign)  # which goes on ranking them
    assert unlink().campaign is None


def test_a_signed_pledge_is_amended_by_the_office_with_its_reason(cluster, office, unit_head):
    own = cluster.members.first()
    signed = WORDS | {"signed_on": date(YEAR, 1, 15), "signer_name": "Nguyễn Hoàng Nam"}
    save_pledge(member=own, year=YEAR, values=signed, upload=None, by=unit_head)
    less = signed | {"content": "Hoàn thành 10% nhiệm vụ"}
    save_pledge(member=own, year=YEAR, values=signed, upload=pdf_upload("Bản ký.pdf"), by=unit_head)
    for by, reason, words in ((unit_head, "Nhầm", "đơn vị không sửa được"), (office, " ", "ghi lý do sửa")):
        with pytest.raises(Refused, match=words):
            save_pledge(member=own, year=YEAR, values=less, upload=None, reason=reason, by=by)
    amended = save_pledge(member=own, year=YEAR, values=less, upload=None, reason="Nhầm số", by=office)
    line = AuditEvent.objects.order_by("-id").first()
    assert (amended.content, line.verb, line.details["reason"]) == (less["content"], "sửa giao ước đã ký", "Nhầm số")


def test_a_unit_sees_the_cluster_of_its_superior_and_all_its_members(agencies, office, unit_head, client_of, at):
    cluster = save_cluster(form=form(None, str(agencies["so"]), "Sở Tài chính"), by=office)
    assert [row.member_count for row in clusters_for(unit_head)] == [2]
    page = client_of(unit_head).get(at(unit_head, "cluster_page", cluster.pk))
    assert (page.status_code, "giao ước<span" in page.content.decode()) == (200, False)


def test_the_link_to_a_pledge_is_for_those_who_may_follow_it(cluster, office, unit_head, director, client_of, at):
    def links(who):
        return client_of(who).get(at(who, "cluster_page", cluster.pk)).content.decode().count("giao ước<span")

    assert [links(who) for who in (office, unit_head, director)] == [3, 1, 0]


@pytest.mark.parametrize("page", ["pledge_edit", "cluster_year"])
def test_a_year_that_is_none_is_not_found(cluster, office, client_of, at, page):
    row = cluster.members.first() if page == "pledge_edit" else cluster
    assert client_of(office).get(at(office, page, row.pk, 99999)).status_code == 404


@pytest.mark.parametrize(
    ("make", "constraint"),
    [
        (lambda c, m: ClusterYear.objects.create(cluster=c, year=YEAR, lead=m, deputy=m), "cluster_lead_not_deputy"),
        (lambda c, m: ClusterMember.objects.create(cluster=c, name=m.name), "cluster_member_once"),
        (lambda c, m: Cluster.objects.create(name=c.name, valid_from=YEAR), "cluster_once"),
        (lambda c, m: c.members.create(name="Tên khác", agency=m.agency), "cluster_member_agency_once"),
        (lambda c, m: other_year(c, lead=m), "cluster_lead_is_member"),
        (lambda c, m: other_year(c, lead=None, deputy=m), "cluster_deputy_is_member"),
        (lambda c, m: Cluster.objects.create(name="Khác", valid_from=YEAR, valid_to=YEAR - 1), "cluster_period"),
    ],
)
def test_the_database_refuses(cluster, make, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make(cluster, cluster.members.first())


def test_the_database_refuses_a_signature_without_a_name(cluster, office):
    save_pledge(member=cluster.members.first(), year=YEAR, values=WORDS, upload=None, by=office)
    with pytest.raises(IntegrityError, match="pledge_signed_by_somebody"), transaction.atomic():
        Pledge.objects.update(signed_on=date(YEAR, 1, 1))


@pytest.mark.parametrize(("page", "queries"), [("cluster_list", 11), ("cluster_page", 16)])
def test_a_page_costs_the_same_with_many_members(
    cluster, office, client_of, at, django_assert_num_queries, page, queries
):
    client = client_of(office)
    url = at(office, page, *([cluster.pk] if page == "cluster_page" else []))
    client.get(url)
    for count in (3, 30, 300):
        have = cluster.members.count()
        members = ClusterMember.objects.bulk_create(
            ClusterMember(cluster=cluster, name=f"Đơn vị {n}", position=n) for n in range(have, count)
        )
        Pledge.objects.bulk_create(
            Pledge(member=row, year=YEAR, content="x", entered_by_id=office.user_id) for row in members
        )
        with django_assert_num_queries(queries):
            client.get(url)


def test_the_pages_write_a_cluster_its_lead_and_a_pledge(agencies, office, client_of, at):
    client = client_of(office)
    client.post(
        at(office, "cluster_create"), {"name": "Khối phòng", "valid_from": YEAR, "member_lines": "Đơn vị A\nĐơn vị B"}
    )
    made = Cluster.objects.get()
    first, second = made.members.all()
    client.post(at(office, "cluster_year", made.pk, YEAR), {"year": YEAR, "lead": first.pk, "deputy": second.pk})
    assert made.years.get().lead == first
    refused = client.post(
        at(office, "cluster_year", made.pk, YEAR), {"year": YEAR, "lead": first.pk, "deputy": first.pk}
    )
    assert refused.context["form"].errors == {"deputy": ["Cụm trưởng và cụm phó phải là hai đơn vị."]}
    url = at(office, "pledge_edit", first.pk, YEAR)
    unnamed = client.post(url, {"content": "Thi đua.", "signed_on": f"{YEAR}-01-02"})
    assert unnamed.context["form"].errors == {"signer_name": ["Ghi họ tên người ký giao ước."]}
    client.post(url, {"content": "Thi đua.", "signed_on": f"{YEAR}-01-02", "signer_name": "Trần Văn A"})
    assert Pledge.objects.get().signer_name == "Trần Văn A"
