"""A campaign from its plan to the signed decision, by six people in a browser."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from thidua.demo.papers import one_page_pdf

# One demo and one browser serve all of these tests.
pytestmark = pytest.mark.xdist_group("browser")

BASE = "/snv-khanhhoa"
TITLE = "Phong trào thi đua chuyển đổi số ngành Nội vụ"
TODAY = date.today()
LONG = "Hoàn thành 100% nhiệm vụ theo chương trình công tác; hồ sơ giải quyết đúng và trước hạn đạt 98,6%. " * 2


def day(offset):
    return f"{TODAY + timedelta(days=offset):%d/%m/%Y}"


def said(page, words):
    expect(page.locator(".messages")).to_contain_text(words)


def button(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def write_section(page, url, section, **fields):
    """Add a row to one part of the plan and save it."""
    page.goto(f"{url}soan/{section}/")
    page.locator("[data-add-row]").click()
    row = page.locator("[data-row]:has(details[open])")
    for name, value in fields.items():
        field = row.locator(f"[name$='-{name}']")
        if field.first.evaluate("e => e.tagName") == "SELECT":
            field.select_option(label=value)
        elif field.first.get_attribute("type") == "checkbox":
            field.first.set_checked(value)
        else:
            field.fill(value)
    button(page, "Lưu phần này")
    said(page, "Đã lưu.")


def write_plan(page):
    """The office writes the plan, part by part, and launches it. Returns the address of the campaign."""
    page.goto(f"{BASE}/phong-trao/")
    page.get_by_role("link", name="Thêm phong trào").click()
    page.fill("[name=title]", TITLE)
    page.select_option("[name=kind]", label="Chuyên đề")
    page.fill("[name=year]", str(TODAY.year))
    page.select_option("[name=organiser]", label="Sở Nội vụ tỉnh Khánh Hòa")
    page.fill("[name=starts_on]", day(-10))
    page.fill("[name=ends_on]", day(60))
    page.fill("[name=purpose]", "Đẩy mạnh chuyển đổi số trong ngành Nội vụ.")
    button(page, "Lưu và soạn tiếp")
    said(page, "Đã lưu bản nháp")
    url = page.url.split("soan/")[0]
    for unit in ("Phòng Công chức, viên chức", "Văn phòng Sở"):
        page.get_by_label(unit, exact=True).check()
    button(page, "Lưu phần này")
    said(page, "Đã lưu.")
    write_section(page, url, "legal_bases", kind="Kế hoạch", number="1888/KH-UBND", issuer="UBND tỉnh Khánh Hòa")
    write_section(page, url, "phases", name="Đợt 1", starts_on=day(-10), ends_on=day(60))
    write_section(page, url, "milestones", kind="Đăng ký thi đua", name="Đăng ký danh hiệu", due_on=day(5))
    write_section(page, url, "milestones", kind="Hạn nộp hồ sơ", name="Nộp hồ sơ khen thưởng", due_on=day(20))
    write_section(
        page, url, "milestones", kind="Lễ trao thưởng", name="Lễ trao thưởng", certainty="Chờ văn bản hướng dẫn",
        awaits="Thông báo của Văn phòng Sở",
    )  # fmt: skip
    write_section(page, url, "criteria", text="Số hóa 100% hồ sơ công chức, viên chức")
    for kind, quota in (("Tập thể", "1"), ("Cá nhân", "1")):
        write_section(
            page, url, "offers", award="Giấy khen", authority="Giám đốc Sở Nội vụ", nominee_kind=kind, quota=quota
        )
    write_section(page, url, "components", kind="Tờ trình kèm danh sách", name="Tờ trình")
    write_section(page, url, "components", kind="Biên bản họp", name="Biên bản họp đơn vị")
    write_section(page, url, "components", kind="Báo cáo thành tích", name="Báo cáo thành tích", per_nominee=True)
    page.goto(f"{url}phat-dong/")
    expect(page.locator(".confirm-names")).to_contain_text("Phòng Công chức, viên chức")
    button(page, "Lưu và phát động")
    said(page, "Đã phát động.")
    return url


def make_dossier(page):
    """The unit head hears of it, registers, writes and hands in. Returns the address of the dossier."""
    page.goto(f"{BASE}/thong-bao/")
    expect(page.locator(".inbox")).to_contain_text(f"Phát động phong trào: {TITLE}")
    page.goto(f"{BASE}/phong-trao/")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="Đăng ký thi đua").last.click()
    page.select_option("[name=award]", label="Giấy khen")
    page.fill("[name=target]", "Số hóa 100% hồ sơ")
    button(page, "Đăng ký")
    said(page, "Đã đăng ký Giấy khen cho tập thể đơn vị.")
    page.get_by_role("link", name="Tổng quan").click()
    button(page, "Lập hồ sơ")
    dossier = page.url
    page.select_option("[name=offer]", label="Giấy khen của Giám đốc Sở Nội vụ (tập thể)")
    button(page, "Thêm đối tượng")
    page.select_option("[name=offer]", label="Giấy khen của Giám đốc Sở Nội vụ (cá nhân)")
    page.select_option("[name=person]", label="Đặng Văn Thành")
    button(page, "Thêm đối tượng")
    expect(page.get_by_role("button", name="Nộp hồ sơ")).to_have_attribute("aria-disabled", "true")
    write_papers(page, dossier)
    page.goto(dossier)
    expect(page.get_by_role("heading", name="Hồ sơ đã đủ, có thể nộp")).to_be_visible()
    button(page, "Nộp hồ sơ")
    expect(page.get_by_role("heading", name=re.compile("Phiếu tiếp nhận hồ sơ số"))).to_be_visible()
    return dossier


def write_papers(page, dossier):
    page.goto(dossier)
    papers = page.locator(".papers a")
    for index in range(papers.count()):
        page.goto(dossier)
        name = papers.nth(index).inner_text()
        papers.nth(index).click()
        if "Báo cáo" in name:
            for area in page.locator("form[data-autosave-url] textarea").all():
                area.fill(LONG)
            expect(page.locator("[data-autosave-status]")).to_contain_text("Đã lưu lúc")
        elif "Tờ trình" in name:
            page.fill("[name=letter_text]", "Kính trình Giám đốc Sở xem xét, khen thưởng.")
            button(page, "Lưu tờ trình")
            said(page, "Đã lưu.")
            write_summaries(page)
        else:
            upload(page, "Biên bản họp.pdf")


def write_summaries(page):
    for index in range(page.locator(".nominee-line").count()):
        line = page.locator(".nominee-line").nth(index)
        line.locator("textarea").fill("Hoàn thành 100% nhiệm vụ, số hóa toàn bộ hồ sơ.")
        line.get_by_role("button").click()
        said(page, "Đã lưu tóm tắt thành tích")


def upload(page, name, content=None):
    file = {"name": name, "mimeType": "application/pdf", "buffer": content or one_page_pdf()}
    page.locator("input[type=file]").set_input_files([file])
    expect(page.locator("[data-upload-list]")).to_contain_text(name)
    expect(page.locator("[data-upload-list] progress")).to_have_count(0)


def check_and_return(page):
    """The office finds the minutes wrong, by keyboard for the rest."""
    page.goto(f"{BASE}/kiem-tra/")
    row = page.locator("tbody tr", has_text=TITLE)
    row.get_by_role("link", name="Kiểm tra").click()
    url = page.url.split("?")[0]
    for _ in range(page.locator(".checklist > li").count()):
        chosen = page.locator(".checklist li.is-chosen")
        if "Biên bản" in chosen.inner_text():
            chosen.locator("textarea").fill("Biên bản thiếu chữ ký của thư ký.")
            page.locator("h1").click()
            page.keyboard.press("t")
        else:
            page.keyboard.press("d")
        page.wait_for_load_state()
        page.wait_for_timeout(100)
    button(page, "Yêu cầu bổ sung")
    said(page, "Đã trả hồ sơ về đơn vị")
    return url


def mend(page, dossier):
    """The unit sees why, mends only that paper, hands in again."""
    page.goto(dossier)
    page.locator(".papers a", has_text="Tờ trình").click()
    expect(page.locator("form[data-autosave-url]")).to_have_count(0)
    page.locator(".papers a", has_text="Biên bản").click()
    expect(page.locator(".dossier-main")).to_contain_text("Biên bản thiếu chữ ký của thư ký.")
    upload(page, "Biên bản đủ chữ ký.pdf", one_page_pdf() + b"\n% da ky\n")
    page.goto(dossier)
    button(page, "Nộp lại")
    expect(page.get_by_role("heading", name=re.compile("Phiếu tiếp nhận"))).to_be_visible()


def accept(page, url):
    page.goto(url)
    page.keyboard.press("d")
    button(page, "Đủ điều kiện")
    said(page, "Hồ sơ đủ điều kiện.")
    page.get_by_role("button", name="Trình Hội đồng").last.click()
    said(page, "Hồ sơ đã ở Hội đồng")


def vote(page):
    page.goto(f"{BASE}/hoi-dong/tao/")
    page.select_option("[name=campaign]", label=TITLE)
    for name, value in {
        "council": "Hội đồng Thi đua - Khen thưởng Sở", "held_on": day(0), "members": "9", "present": "8",
        "chair": "Trần Quốc Hưng", "secretary": "Phạm Minh Đức",
    }.items():  # fmt: skip
        page.fill(f"[name={name}]", value)
    button(page, "Lập cuộc họp")
    for index, agree in enumerate(("8", "6")):
        form = page.locator("form.votes").nth(index)
        form.locator("[name=agree]").fill(agree)
        form.locator("[name=disagree]").fill("0")
        form.get_by_role("button").click()
        said(page, "phiếu =")
    page.get_by_role("button", name=re.compile("^Chuyển phê duyệt")).first.click()
    said(page, "Đã chuyển kết quả của Hội đồng")


def approve(page):
    """The director, on a phone."""
    page.goto(f"{BASE}/phe-duyet/")
    for _ in range(2):
        group = page.locator(".approval-group", has_text=TITLE).filter(has=page.locator(".approval-actions")).first
        expect(group).to_contain_text("1 đề nghị / 1 suất")
        group.get_by_role("button", name=re.compile("^Phê duyệt")).first.click()
        said(page, "Đã phê duyệt")


def prepare(page):
    page.goto(f"{BASE}/quyet-dinh/")
    page.locator("section", has_text=TITLE).get_by_role("button", name="Tạo dự thảo quyết định").click()
    said(page, "Đã lập dự thảo quyết định")
    return page.url


def render(page):
    """Ask for the PDF and see it come without reloading."""
    page.get_by_role("button", name=re.compile("PDF")).first.click()
    link = page.locator(".job-done a")
    expect(link).to_be_visible(timeout=30_000)
    answer = page.request.get(link.get_attribute("href"))
    assert (answer.headers["content-type"], answer.body()[:5]) == ("application/pdf", b"%PDF-")


def test_from_the_plan_to_the_signed_decision(visit):
    office, head = visit("vanphong"), visit("truongdonvi")
    write_plan(office)
    dossier = make_dossier(head)
    check = check_and_return(office)
    mend(head, dossier)
    accept(office, check)
    vote(visit("hoidong"))
    director = visit("giamdoc", width=390, height=844)
    approve(director)
    decision = prepare(office)
    head.goto(decision)
    expect(head.get_by_role("heading", level=1)).not_to_contain_text("Quyết định")  # nobody knows before the signature
    head.complaints.clear()
    director.goto(decision)
    render(director)
    director.goto(decision)
    button(director, "Ký quyết định")
    said(director, "Quyết định đã được ký")
    head.goto(f"{BASE}/thong-bao/")
    expect(head.locator(".inbox")).to_contain_text("Quyết định 02/QĐ-SNV")
    head.goto(decision)
    expect(head.get_by_role("heading", level=1)).to_have_text("Quyết định 02/QĐ-SNV")
    render(head)
