"""What the office sees and does: rule, grid, one sheet, publication, Excel."""

import json

import pytest

from campaigns.actions import scoring
from campaigns.models import GradeBand, Score, ScoringRule
from campaigns.progress import Look, matrix, units_of
from campaigns.score_book import grid_workbook
from tests.factories.sheets import hand_in
from tests.support.html import Page

pytestmark = pytest.mark.django_db
JSON = {"X-Requested-With": "XMLHttpRequest"}


def words(answer):
    return " ".join(Page(answer.content.decode()).text)


def messages(answer):
    return [str(message) for message in answer.context["messages"]]


def typed(sheet, criteria, *points, evidence="Báo cáo số 5/BC"):
    sheet.refresh_from_db()
    data = {"revision": sheet.revision}
    for row, given in zip(criteria, points, strict=False):
        data |= {f"p{row.pk}": given, f"e{row.pk}": evidence}
    return data


def test_opening_and_the_rule(plan, office, client_of, at):
    client = client_of(office)
    opened = client.post(at(office, "scoring_open", plan.pk), follow=True)
    assert messages(opened) == ["Đã mở chấm điểm cho 3 đơn vị; trưởng đơn vị đã được báo."]
    url = at(office, "scoring_rule", plan.pk)
    form = client.get(url).context
    bands = form["bands"]
    data = {f"bands-{name}": bands.management_form[name].value() for name in bands.management_form.fields}
    for row in bands.initial_forms:
        data |= {row.add_prefix(name): row[name].value() for name in ("id", "name", "min_points")}
    data |= {"bands-2-name": "Khá", "bands-2-min_points": "15", "first": "fewer_minus", "second": "first_criteria"}
    client.post(url, data | {"self_score_until": "2026-12-31", "bonus_cap": "3,5"})
    rule = ScoringRule.objects.get()
    assert (rule.tie_rules, rule.bonus_cap) == (["fewer_minus", "first_criteria"], 3.5)
    assert list(GradeBand.objects.values_list("name", flat=True)) == ["Xuất sắc", "Tốt", "Khá"]
    assert 'value="3,5"' in client.get(url).content.decode()
    text = words(client.get(at(office, "campaign_scores", plan.pk)))
    assert "ít điểm trừ hơn; điểm cao hơn ở tiêu chí đứng trước" in text


def test_two_bands_cannot_begin_at_the_same_points(plan, office, client_of, at):
    client, url = client_of(office), at(office, "scoring_rule", plan.pk)
    data = {"bands-TOTAL_FORMS": 2, "bands-INITIAL_FORMS": 0}
    data |= {"bands-0-name": "Giỏi", "bands-0-min_points": "24", "bands-1-name": "Khá", "bands-1-min_points": "24"}
    answer = client.post(url, data)
    assert "Hai mức trùng điểm sàn: ghi mỗi mức một điểm sàn khác nhau." in words(answer)
    assert 'value="Giỏi"' in answer.content.decode()


def test_a_cell_is_saved_refused_or_shown_as_a_colleague_left_it(
    sheets, own, criteria, unit_head, office, client_of, at
):
    own(sheets["ccvc"], unit_head, 9)
    hand_in(sheets["ccvc"])
    client, url = client_of(office), at(office, "score_cell", sheets["ccvc"].pk, criteria[0].pk)
    saved = client.post(url, {"points": "8,5", "seen": "", "reason": "Trễ hạn"})
    assert (saved.status_code, saved.json()) == (200, {"total": "8,5"})
    refused = client.post(url, {"points": "11", "seen": "8,5", "reason": "x"})
    assert (refused.status_code, refused.json()["error"][:22]) == (422, "Điểm phải từ 0 đến 10:")
    strange = client.post(url, {"points": "1e30", "seen": "8,5"})
    assert (strange.status_code, "không phải điểm" in strange.json()["error"]) == (422, True)
    late = client.post(url, {"points": "7", "seen": "", "reason": "x"})
    assert (late.status_code, late.json()["now"]) == (409, "8,5")
    assert late.json()["error"].startswith(f"{office.label} vừa ghi 8,5 ở ô này.")


def test_a_block_is_answered_cell_by_cell(plan, sheets, criteria, office, client_of, at):
    hand_in(sheets["ccvc"])
    client, url = client_of(office), at(office, "score_block", plan.pk)

    def cell(code, index, points, **more):
        return {"sheet": sheets[code].pk, "criterion": criteria[index].pk, "points": points, "seen": ""} | more

    cells = [cell("ccvc", 0, "9"), cell("ccvc", 1, "chín"), cell("ccvc", 2, "11"), cell("ttlt", 0, "8")]
    answer = client.post(url, {"cells": json.dumps(cells)})
    assert (answer.status_code, [next(iter(row)) for row in answer.json()["cells"]]) == (
        200, ["total", "error", "error", "error"],
    )  # fmt: skip
    assert (answer.json()["cells"][0], Score.objects.get().points) == ({"total": "9"}, 9)
    late = client.post(url, {"cells": json.dumps([cell("ccvc", 0, "7")])})
    assert late.json()["cells"][0]["now"] == "9"
    assert [client.post(url, {"cells": text}).status_code for text in ("", "{}", "[1]", '[{"sheet": "x"}]')] == [
        400
    ] * 4


def test_the_grid_shows_own_points_faintly_and_closes_with_the_publication(
    plan, sheets, own, published, unit_head, office, client_of, at
):
    own(sheets["ccvc"], unit_head, 9.5)
    client, url = client_of(office), at(office, "score_grid", plan.pk)
    unsent = client.get(url).content.decode()
    assert ('placeholder="9,5"' in unsent, unsent.count('class="grid-locked"')) == (False, 3)
    hand_in(sheets["ccvc"])
    page = client.get(url).content.decode()
    assert ('<input value="" placeholder="9,5" data-c=' in page, page.count(" disabled>")) == (True, 0)
    assert (page.count('placeholder="–"'), page.count("data-total>–<")) == (4, 3)
    published({"ccvc": (9.5, 8, 8)})
    assert client.get(url).content.decode().count(" disabled>") == 5


def test_one_sheet_is_verified_without_scripts_and_nothing_typed_is_lost(
    sheets, own, criteria, unit_head, office, client_of, at
):
    own(sheets["ccvc"], unit_head, 9, 9, 9)
    hand_in(sheets["ccvc"])
    client, url = client_of(office), at(office, "score_verify", sheets["ccvc"].pk)
    first, second, third = (row.pk for row in criteria[:3])
    data = {f"p{first}": "8", f"p{second}": "9", f"r{second}": "", f"p{third}": "chín", f"r{third}": "Thiếu biên bản"}
    answer = client.post(url, data)
    page = answer.content.decode()
    assert "khác điểm tự chấm (9): hãy ghi lý do." in page
    assert ('value="8"' in page, 'value="chín"' in page, 'value="Thiếu biên bản"' in page) == (True, True, True)
    assert list(Score.objects.filter(points__isnull=False).values_list("criterion", flat=True)) == [second]
    done = client.post(
        url, {f"p{first}": "8", f"r{first}": "Trễ hạn", f"p{second}": "9", f"p{third}": "9"}, follow=True
    )
    assert messages(done) == ["Đã lưu 2 tiêu chí."]


def test_own_points_are_accepted_verified_and_returned(sheets, own, unit_head, office, client_of, at):
    own(sheets["ccvc"], unit_head, 9, 9, 9)
    scoring.sheet_step(sheet=sheets["ccvc"], event="submit", by=unit_head)
    client, pk = client_of(office), sheets["ccvc"].pk
    none = client.post(at(office, "scoring_verify", sheets["ccvc"].campaign_id), follow=True)
    assert messages(none) == ["Chưa có phiếu nào đủ điểm thẩm định: điền điểm ở Bảng điểm, hoặc lấy điểm tự chấm."]
    accepted = client.post(at(office, "score_accept", pk), follow=True)
    assert "Đã lấy điểm tự chấm làm điểm thẩm định" in messages(accepted)[0]
    many = client.post(at(office, "scoring_verify", sheets["ccvc"].campaign_id), follow=True)
    assert messages(many) == ["Đã thẩm định xong 1 phiếu."]
    empty = client.post(at(office, "score_step", pk, "return"), {"reason": ""}, follow=True)
    assert "Hãy ghi lý do" in messages(empty)[0]
    client.post(at(office, "score_step", pk, "return"), {"reason": "Thiếu minh chứng"})
    assert "Thiếu minh chứng" in words(client_of(unit_head).get(at(unit_head, "score_sheet", pk)))
    assert client.post(at(office, "score_step", pk, "publish")).status_code == 404


def test_the_publication_shows_count_and_names_first(plan, verified, office, client_of, at):
    verified({"ccvc": (9, 9, 9)})
    client, url = client_of(office), at(office, "score_publish", plan.pk)
    text = words(client.get(url))
    assert "Công bố điểm và xếp hạng của 1 đơn vị" in text
    assert "Chưa thẩm định xong TT Lưu trữ, PNV Nha Trang" in text
    assert "Công bố không có các đơn vị nêu trên" in text
    assert "Chưa thẩm định xong: TT Lưu trữ, PNV Nha Trang" in messages(client.post(url, follow=True))[0]
    done = client.post(url, {"without_missing": "1"}, follow=True)
    assert messages(done) == ["Đã công bố điểm và xếp hạng của 1 đơn vị; trưởng đơn vị đã được báo."]
    taken_back = client.post(at(office, "score_unpublish", plan.pk), {"reason": "Tính nhầm"}, follow=True)
    assert messages(taken_back) == ["Đã thu hồi công bố; sửa điểm rồi công bố lại."]


def test_ties_are_shown_and_parted_with_a_reason(plan, districts, verified, office, client_of, at):
    sheets = verified({"nha-trang": (9, 8, 9), "dien-khanh": (9, 8, 9)})
    client = client_of(office)
    assert "PNV Nha Trang đồng hạng 1" in words(client.get(at(office, "score_ranking", plan.pk)))
    url = at(office, "score_tie", plan.pk)
    first, second = f"order-{sheets['nha-trang'].pk}", f"order-{sheets['dien-khanh'].pk}"
    data = {"group": "district_office", first: "2", second: "1", "reason": "Có mô hình hay"}
    for change, message in (
        ({first: "0"}, "Thứ tự phải là số từ 1 trở lên."),
        ({first: "²"}, "Thứ tự phải là số từ 1 trở lên."),
        ({first: "1"}, "Ghi mỗi đơn vị một thứ tự khác nhau."),
        ({"group": ""}, "Thiếu nhóm xếp hạng; hãy tải lại trang."),
        ({"reason": " "}, "Ghi lý do khi tự xếp thứ tự các đơn vị đồng hạng."),
    ):
        assert messages(client.post(url, data | change, follow=True)) == [message]
    parted = client.post(url, data, follow=True)
    assert "đồng hạng 1" not in words(parted)
    assert "PNV Diên Khánh, PNV Nha Trang (26 điểm): Có mô hình hay" in words(parted)
    assert "PNV Diên Khánh xếp trên theo thứ tự của Văn phòng: Có mô hình hay." in words(parted)
    drop, order = at(office, "score_tie_drop", plan.pk), plan.tie_orders.get().pk
    assert "đồng hạng 1" in words(client.post(drop, {"order": order}, follow=True))
    again = client.post(drop, {"order": order}, follow=True)
    assert messages(again) == ["Thứ tự này đã được bỏ hoặc thay bằng thứ tự khác."]


def test_a_tie_at_the_last_place_is_parted_where_it_shows(plan, districts, published, office, client_of, at):
    plan.offers.filter(selection="ranking").update(quota=1)
    sheets = published({"nha-trang": (9, 8, 9), "dien-khanh": (9, 8, 9), "cam-ranh": (1, 1, 1)})
    client, offer = client_of(office), plan.offers.get(selection="ranking")
    places = {f"order-{sheets['nha-trang'].pk}": "2", f"order-{sheets['dien-khanh'].pk}": "1"}
    data = {"group": f"offer-{offer.pk}", "reason": "Có mô hình hay", **places}
    text = words(client.post(at(office, "score_tie", plan.pk), data, follow=True))
    assert "Được chọn: PNV Diên Khánh (hạng 1)" in text


def test_the_ranking_says_how_a_tie_was_parted(plan, districts, verified, unit_head, office, client_of, at):
    plan.scoring_rule.tie_rules = ["fewer_minus", "first_criteria"]
    plan.scoring_rule.save()
    verified({
        "nha-trang": (10, 8, 9, 0, 1), "dien-khanh": (9, 8, 9), "cam-ranh": (8, 8, 8), "van-ninh": (8, 8, 8),
    })  # fmt: skip
    ties = client_of(office).get(at(office, "score_ranking", plan.pk)).context["groups"][0][2]
    assert [(tie.upper.sheet.unit_name, tie.lower.sheet.unit_name, tie.how) for tie in ties] == [
        ("PNV Diên Khánh", "PNV Nha Trang", "xếp trên vì ít điểm trừ hơn"),
        ("PNV cam-ranh", "PNV van-ninh", "đồng hạng, quy định không phân được"),
    ]


def test_who_would_be_nominated_is_shown_first(plan, districts, published, office, client_of, at):
    plan.offers.filter(selection="ranking").update(quota=1)
    published({"nha-trang": (9, 8, 9), "dien-khanh": (8, 8, 9)})
    answer = client_of(office).get(at(office, "score_ranking", plan.pk))
    assert (answer.context["nominees"], answer.context["not_nominated"]) == (1, "")
    text = words(answer)
    assert "Danh sách gửi Giám đốc phê duyệt gồm 1 suất ; các đơn vị không phải nộp hồ sơ: " in text
    assert "PNV Nha Trang, 26 điểm Lập danh sách 1 suất" in text


def test_after_the_publication_buttons_say_why_they_rest(plan, districts, published, office, client_of, at):
    plan.offers.filter(selection="ranking").update(quota=1)
    published({"nha-trang": (9, 8, 9), "dien-khanh": (9, 8, 9)})
    client = client_of(office)

    def rests(name):
        page = Page(client.get(at(office, name, plan.pk)).content.decode())
        return " ".join(page.text)

    assert "Đề nghị khen thưởng theo xếp hạng" in rests("score_ranking")
    assert "còn đơn vị đồng hạng ở suất cuối" in rests("score_ranking")
    assert "Công bố… Điểm đã công bố" in rests("score_ranking")
    assert "Công bố… Điểm đã công bố" in rests("score_grid")
    why = "Điểm đã công bố: thu hồi công bố ở trang Xếp hạng trước."
    assert f"Thêm phiếu cho đơn vị mới {why} Thẩm định xong mọi phiếu đã đủ điểm {why}" in rests("campaign_scores")


def test_the_ranking_says_who_wins_an_offer(plan, districts, published, office, client_of, at):
    plan.offers.filter(selection="ranking").update(quota=1)
    published({"nha-trang": (9, 8, 9), "dien-khanh": (9, 8, 9)})
    text = words(client_of(office).get(at(office, "score_ranking", plan.pk)))
    assert ("Được chọn:" in text, "Đồng hạng ở suất cuối" in text) == (False, True)


def test_a_number_that_is_not_stated_chooses_nobody(plan, published, office, client_of, at):
    plan.offers.filter(selection="ranking").update(
        quota=None, quota_kind="by_reference", reference="hướng dẫn của Hội đồng"
    )
    published({"nha-trang": (9, 8, 9)})
    assert "Chưa có số suất" in words(client_of(office).get(at(office, "score_ranking", plan.pk)))


def test_excel_on_the_pages(plan, sheets, office, unit_head, client_of, at):
    from django.core.files.uploadedfile import SimpleUploadedFile

    for sheet in sheets.values():
        hand_in(sheet)
    client = client_of(office)
    out = client.get(at(office, "score_excel", plan.pk))
    assert out["Content-Disposition"] == f'attachment; filename="bang-diem-{plan.pk}.xlsx"'
    url = at(office, "score_import", plan.pk)
    assert "Chưa có gì được ghi" in words(client.get(url))
    assert "Hãy chọn tệp Excel" in words(client.post(url))
    from .test_excel import edited

    seen = client.post(url, {"file": edited(plan, {"D6": 9, "D7": "chín"})})
    assert ("1 ô thay đổi." in words(seen), "Ô D7:" in words(seen), Score.objects.count()) == (True, True, 0)
    done = client.post(url, {"confirmed": seen.context["packed"]}, follow=True)
    assert messages(done) == ["Đã ghi 1 điểm từ tệp Excel."]
    same = SimpleUploadedFile("bang-diem.xlsx", grid_workbook(plan))
    assert "Không có ô nào thay đổi." in words(client.post(url, {"file": same}))


def test_the_ranking_as_excel_shows_units_published_points_only(plan, verified, office, unit_head, client_of, at):
    from io import BytesIO

    from openpyxl import load_workbook

    def cells(actor):
        data = client_of(actor).get(at(actor, "ranking_excel", plan.pk)).content
        return [
            value for row in load_workbook(BytesIO(data)).active.iter_rows(values_only=True) for value in row if value
        ]

    verified({"ccvc": (9, 9, 9)})
    assert ("Phòng CCVC" in cells(office), "Phòng CCVC" in cells(unit_head)) == (True, False)
    scoring.publish_scores(campaign=plan, by=office, without_missing=True)
    assert cells(unit_head)[-5:] == [1, "Phòng CCVC", 27, 27, "Xuất sắc"]


def test_the_matrix_has_a_column_only_where_points_are_given(plan, office):
    look = Look(plan, office, units_of(plan.participants.all()))
    assert "Tự chấm" not in matrix(look)[0]
    scoring.open_scoring(campaign=plan, by=office)
    titles, rows = matrix(look)
    place = titles.index("Tự chấm")
    assert titles[:place] == ["Đăng ký"]
    assert {row.cells[place].label for row in rows} == {"Chưa gửi"}


def test_the_navigation_marks_one_place(plan, office, client_of, at):
    page = client_of(office).get(at(office, "score_list"))
    marked = [item["label"] for group in page.context["shell"]["nav"] for item in group["items"] if item["active"]]
    assert marked == ["Chấm điểm, xếp hạng"]
