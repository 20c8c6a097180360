"""Every page that the demo leads to, for each role: accessible, Vietnamese, nothing cut off; by day at a desk, by night on a
phone."""

import re
from html import unescape

import pytest
from axe_playwright_python.base import AXE_SCRIPT

pytestmark = pytest.mark.xdist_group("browser")

ROLES = ("vanphong", "truongdonvi", "hoidong", "giamdoc", "thanhtra", "quantri")
ENGLISH = re.compile(
    r"\b(submit|delete|required|this field|error|page not found|search|cancel|save|next|previous|home|login|logout|sign)\b",
    re.IGNORECASE,
)
HREF = re.compile(r'<a\b[^>]*\shref="([/?][^"]*)"')
FILES = re.compile(r"/tai/|/tep/|/xuat/|/excel/|/mau/|\?xem=1")


# Pages that show each role something else; the others are looked at once, by the first role that reaches them.
DIFFERENT_FOR_EACH_ROLE = {"/snv-khanhhoa/", "/snv-khanhhoa/phong-trao/N/", "/snv-khanhhoa/ho-so/N/"}


class Deaf(list):
    def append(self, text):
        """Complaints about axe are not ours."""


@pytest.fixture(scope="module")
def looked_at():
    return set()


def pattern(address):
    """One page per kind: the same address with other numbers is the same kind of page."""
    return re.sub(r"\d+", "N", address.split("?")[0])


def linked(answer):
    here = answer.url.split("//")[1].partition("/")[2].split("?")[0]
    links = map(unescape, HREF.findall(answer.text()))
    return [f"/{here}{link}" if link.startswith("?") else link for link in links]


def crawl(page, limit=200):
    """Addresses of GET pages, one of each kind, in the order in which links lead to them; they are not opened yet."""
    seen, todo = {}, ["/snv-khanhhoa/"]
    while todo and len(seen) < limit:
        address = todo.pop(0).split("#")[0]
        if not address or pattern(address) in seen or FILES.search(address):
            continue
        seen[pattern(address)] = address
        answer = page.request.get(address)
        assert (address, answer.status) == (address, 200)
        yield address
        todo += linked(answer)


# Without `preload` axe does not ask for every style sheet again; what passed needs not be told.
AXE_RUN = """() => axe.run(document, {preload: false, resultTypes: ["violations"]}).then(
  ({violations}) => violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 120)}`))"""


def violations(page):
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(AXE_RUN)


def complaints_of(page):
    """What is wrong with the page as it is shown now."""
    found = violations(page)
    width, shown = page.evaluate("[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]")
    if width > shown:
        found.append(f"sideways scroll: {width} > {shown}")
    words = ENGLISH.findall(page.inner_text("body"))
    return found + [f"English: {word}" for word in words]


@pytest.mark.parametrize("role", ROLES)
def test_pages_at_a_desk_and_on_a_phone(visit, looked_at, role):
    page = visit(role)
    page.complaints = Deaf()  # axe writes styles into the page, which our policy refuses and the browser tells
    found = {}
    for address in crawl(page):
        if pattern(address) in looked_at and pattern(address) not in DIFFERENT_FOR_EACH_ROLE:
            continue
        looked_at.add(pattern(address))
        page.goto(address)
        for width, colours in ((1440, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=colours)
            if complaints := complaints_of(page):
                found[f"{address} @{width} {colours}"] = complaints
        page.set_viewport_size({"width": 1440, "height": 900})
    assert found == {}


def test_the_door(browser, demo):
    context = browser.new_context(base_url=demo, locale="vi-VN", viewport={"width": 390, "height": 844})
    page = context.new_page()
    for address in ("/dang-nhap/", "/tai-khoan/password/reset/"):
        page.goto(address)
        assert (address, complaints_of(page)) == (address, [])
    page.goto("/dang-nhap/")
    page.fill("input[name=login]", "vanphong@snv-khanhhoa.demo")
    page.fill("input[name=password]", "sai mat khau")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Thư điện tử hoặc mật khẩu không đúng")
    assert complaints_of(page) == []
    context.close()


def test_the_keyboard_reaches_everything_and_shows_where_it_is(visit):
    page = visit("giamdoc")
    page.goto("/snv-khanhhoa/phe-duyet/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.goto("/snv-khanhhoa/phe-duyet/")
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.trim().slice(0, 10)"))
        outline = page.evaluate(
            "(s => s.outlineStyle !== 'none' || s.boxShadow !== 'none')(getComputedStyle(document.activeElement))"
        )
        where = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        assert outline or where.startswith("<body"), where
    assert {"Đến nội du", "Xem và ký"} <= reached


def test_what_was_typed_survives_an_expired_session(visit):
    page = visit("truongdonvi")
    page.goto("/snv-khanhhoa/ho-so/")
    page.locator("th a", has_text="nháp").first.click()
    page.locator(".papers a", has_text="Báo cáo thành tích").last.click()
    address = page.url
    page.context.clear_cookies()
    area = page.locator("form[data-autosave-url] textarea").first
    area.fill("Nội dung gõ sau khi phiên làm việc đã hết.")
    page.wait_for_selector("text=Phiên làm việc đã hết")
    page.goto("/dang-nhap/")
    page.fill("input[name=login]", "truongdonvi@snv-khanhhoa.demo")
    page.fill("input[name=password]", "thidua-demo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/snv-khanhhoa/")
    page.goto(address)
    page.get_by_role("button", name="Khôi phục").click()
    assert page.locator("form[data-autosave-url] textarea").first.input_value().endswith("phiên làm việc đã hết.")


def test_two_people_on_one_report(visit):
    first, second = visit("truongdonvi"), visit("ccvc")
    for page in (first, second):
        page.goto("/snv-khanhhoa/ho-so/")
        page.locator("th a", has_text="nháp").first.click()
        page.locator(".papers a", has_text="Báo cáo thành tích").last.click()
    first.locator("form[data-autosave-url] textarea").last.fill("Của người thứ nhất")
    first.wait_for_selector("text=Đã lưu lúc")
    second.locator("form[data-autosave-url] textarea").last.fill("Của người thứ hai")
    second.wait_for_selector(".conflict")
    assert "Nội dung bạn gõ vẫn còn nguyên" in second.locator(".conflict").inner_text()
    assert second.locator("form[data-autosave-url] textarea").last.input_value() == "Của người thứ hai"


SLOW_ANSWERS = """const asked = window.fetch;
window.fetch = async (...request) => {
  const answer = await asked(...request);
  await new Promise((done) => setTimeout(done, 1500));
  return answer;
};"""


def test_a_button_waits_for_the_save_under_way(visit):
    """The page does not know yet that its own save counted: pressing now must not meet it as somebody else's."""
    page = visit("truongdonvi")
    page.goto("/snv-khanhhoa/ho-so/")
    page.locator("th a", has_text="nháp").first.click()
    page.locator(".papers a", has_text="Báo cáo thành tích").last.click()
    address = page.url
    page.add_init_script(SLOW_ANSWERS)
    page.goto(address)
    page.locator("form[data-autosave-url] textarea").first.fill("Gõ trước.")
    page.locator("[data-autosave-status][data-state=busy]").wait_for()
    page.locator("form[data-autosave-url] textarea").last.fill("Gõ trong lúc đang lưu.")
    page.get_by_role("button", name="Lưu báo cáo").click()
    page.locator(".messages", has_text="Đã lưu.").wait_for()
    page.goto(address)
    assert page.get_by_role("button", name="Khôi phục").count() == 0
    typed = [area.input_value() for area in page.locator("form[data-autosave-url] textarea").all()]
    assert (typed[0], typed[-1]) == ("Gõ trước.", "Gõ trong lúc đang lưu.")
