"""The annexes of a plan: table of criteria with points, programme by quarter, registration form."""

from thidua.documents.layout import LETTERS, roman

from ..models.legal_basis import day_month_year
from ..points import Item, in_words, most
from .blocks import Annex, Block, SigningPlace, Table

QUARTERS = {1: "QUÝ I", 2: "QUÝ II", 3: "QUÝ III", 4: "QUÝ IV", None: "CẢ NĂM"}
SIGNS = {"plain": "", "bonus": "Thưởng đến ", "minus": "Trừ đến "}


def annexes_of(campaign, plan):
    """Those that the plan needs, numbered in order."""
    made = []
    if any(leaf.criterion.max_points for leaf in leaves_of(plan["criteria"])):
        made.append(("BẢNG TIÊU CHÍ VÀ THANG ĐIỂM THI ĐUA", (criteria_table(plan["criteria"]),)))
    if plan["tasks"]:
        title = f"CHƯƠNG TRÌNH CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM {campaign.year}"
        made.append((title, (programme_table(plan["tasks"]),)))
    made.append((f"BẢN ĐĂNG KÝ THI ĐUA NĂM {campaign.year}", registration_form()))
    if len(made) == 1:  # NĐ 30/2020, PL I: only several annexes are numbered
        return [Annex("Phụ lục", *made[0])]
    return [Annex(f"Phụ lục {roman(number)}", title, blocks) for number, (title, blocks) in enumerate(made, 1)]


def leaves_of(nodes):
    return [leaf for node in nodes for leaf in (node.children or [node])]


def points(criterion):
    if criterion.max_points is None:
        return ""
    return SIGNS[criterion.points_kind] + f"{criterion.max_points.normalize():f}".replace(".", ",")


def criteria_table(nodes):
    """Groups lettered as in the plan, then what all of it comes to."""
    rows, strong, letters = [], [], iter(LETTERS.upper())
    for node in nodes:
        if node.children:
            strong.append(len(rows))
            rows.append((next(letters, ""), node.criterion.text, points(node.criterion)))
        rows += [(leaf.number, leaf.criterion.text, points(leaf.criterion)) for leaf in (node.children or [node])]
    strong.append(len(rows))
    rows.append(("", "Tổng cộng (chưa tính điểm thưởng)", in_words(most(scored(nodes)))))
    header = ("TT", "Tiêu chí", "Điểm tối đa")
    return Table(header, tuple(rows), widths=(12, 125, 28), centred=(0, 2), strong=tuple(strong))


def scored(nodes):
    """The scored criteria as arithmetic needs them, each with the cap of its group."""
    return [
        Item(leaf.criterion.pk, leaf.criterion.max_points, leaf.criterion.points_kind, node.criterion.pk, cap(node))
        for node in nodes
        for leaf in (node.children or [node])
        if leaf.criterion.max_points is not None
    ]


def cap(node):
    return node.criterion.max_points if node.children else None


def programme_table(tasks):
    """TT | NỘI DUNG | ĐƠN VỊ THỰC HIỆN, under a row for each quarter."""
    rows, quarter = [], object()
    for task in tasks:
        if task.quarter != quarter:
            quarter = task.quarter
            rows.append(QUARTERS[quarter])
        lines = tuple(line.strip() for line in task.task.splitlines() if line.strip())
        if task.due_on and lines:
            lines = (*lines[:-1], f"{lines[-1]} (trước ngày {day_month_year(task.due_on)})")
        content = tuple(f"- {line}" for line in lines) if len(lines) > 1 else lines
        units = tuple(f"- {unit.name}" for unit in task.units.all()) or ("",)
        rows.append((str(task.position), content, units))
    return Table(("TT", "NỘI DUNG", "ĐƠN VỊ THỰC HIỆN"), tuple(rows), widths=(12, 103, 50), centred=(0,))


def registration_form():
    """The form on which a unit registers; the same thing is done on the campaign's page."""
    return (
        Block("paragraph", "Đơn vị đăng ký: …………………………………………………"),
        Table(
            ("TT", "Tập thể/ Họ và tên", "Chức vụ, đơn vị", "Danh hiệu, hình thức đăng ký", "Nội dung phấn đấu"),
            tuple((str(number), "", "", "", "") for number in range(1, 6)),
            widths=(12, 42, 38, 38, 35),
            centred=(0,),
        ),
        SigningPlace("THỦ TRƯỞNG ĐƠN VỊ"),
    )
