"""Groups and their lines: two levels, one role, nothing that a page or a copy would lose."""

import pytest
from django.db import IntegrityError, connection, transaction

pytestmark = pytest.mark.django_db
TWO_LEVELS = {"parent": ["Nhóm không nằm trong một nhóm khác: chỉ có nhóm và các dòng của nhóm."]}


@pytest.fixture
def groups(campaign):
    return [campaign.criteria.get(text=text) for text in ("Thực hiện nhiệm vụ chuyên môn", "Xây dựng cơ quan")]


def test_a_criterion_under_a_content_is_refused(campaign, errors):
    content = campaign.criteria.create(position=20, role="content", text="Nội dung")
    line = {"position": 21, "role": "criterion", "parent": content.pk, "text": "Dòng", "points_kind": "plain"}
    assert errors("criteria", None, line) == [
        {"parent": ["Nhóm «Nội dung» là «Nội dung thi đua»; dòng trong nhóm phải cùng loại."]}
    ]


def test_a_group_under_a_group_is_refused(errors, groups):
    assert errors("criteria", {groups[1]: {"parent": groups[0].pk}}) == [TWO_LEVELS, TWO_LEVELS]


def test_a_line_under_what_becomes_a_line_itself_is_refused(campaign, errors, groups):
    alone = campaign.criteria.create(position=9, text="Riêng")
    line = {"position": 10, "role": "criterion", "parent": alone.pk, "text": "Dòng", "points_kind": "plain"}
    assert errors("criteria", {alone: {"parent": groups[0].pk}}, line) == [TWO_LEVELS, TWO_LEVELS]


def test_a_group_does_not_take_its_lines_along_unasked(campaign, errors, save, groups):
    line = groups[1].children.get()
    assert errors("criteria", delete=[groups[1]]) == [
        {"parent": ["Nhóm «Xây dựng cơ quan» bị bỏ trong lần lưu này; bỏ cả dòng này hoặc chọn nhóm khác."]}
    ]
    save("criteria", delete=[groups[1], line])
    assert list(campaign.criteria.filter(parent__isnull=True)) == [groups[0]]


def test_a_group_changes_its_role_with_its_lines(save, errors, groups):
    line = groups[1].children.get()
    assert errors("criteria", {groups[1]: {"role": "solution"}}) == [
        {"parent": ["Nhóm «Xây dựng cơ quan» là «Nhiệm vụ, giải pháp»; dòng trong nhóm phải cùng loại."]}
    ]
    save("criteria", {groups[1]: {"role": "solution"}, line: {"role": "solution"}})
    connection.check_constraints()
    line.refresh_from_db()
    assert line.role == "solution"


def test_the_database_refuses_a_line_of_another_role_than_its_group(campaign, groups):
    with pytest.raises(IntegrityError, match="criterion_group_of_role"), transaction.atomic():
        campaign.criteria.create(role="content", parent=groups[0], text="Dòng")
        connection.check_constraints()
