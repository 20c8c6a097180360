"""From what the reader found in a plan to the data of a draft campaign. Nothing is guessed: what lacks a date or an
award that the catalogue knows is left out and said so.
"""

import re
from datetime import date
from decimal import Decimal

from awards.models import Award
from thidua.agencies.models import Agency
from thidua.agencies.names import fold

from ..enums import CampaignKind, Certainty, ComponentKind, Measure, Population, QuotaKind, Selection
from .words import agency_kinds_in, component_kind_of, document_kind_of, grades_in, subject_of

DAY_MONTH = re.compile(r"\b(\d{1,2})\s*[/.-]\s*(\d{1,2})\b")
SPAN = re.compile(r"\(\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*[-–]\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*\)")
POINTS = re.compile(r"\s*\((?:tối đa\s+)?(\d{1,3}(?:[.,]\d{1,2})?)\s*điểm\)\s*\.?$", re.IGNORECASE)
AT = re.compile(r"^(?:thực hiện\s+)?theo quy định tại\s+", re.IGNORECASE)
YEAR = re.compile(r"năm\s+(\d{4})", re.IGNORECASE)


def day(text):
    """An ISO date of the facts as a date; None stays None."""
    return date.fromisoformat(text) if text else None


def draft_data(facts, organiser):
    """(data for write_plan, sentences on what could not be taken over). `organiser`: the launching Agency."""
    draft = Draft(facts, organiser)
    return draft.data(), draft.left


class Draft:
    def __init__(self, facts, organiser):
        self.facts, self.organiser, self.left = facts, organiser, []
        self.extra = facts.get("extra") or {}
        self.awards = list(Award.objects.all())
        self.starts_on, self.ends_on = day(facts["starts_on"]), day(facts["ends_on"])

    def beside(self, part):
        """The reader's further words on each item of a part, in the same order."""
        rows = self.extra.get(part) or []
        return rows if len(rows) == len(self.facts[part]) else [{}] * len(self.facts[part])

    def data(self):
        signatory = self.facts.get("signatory") or {}
        return {
            **self.general(),
            "organiser": self.organiser.code,
            "recipients": [name[:200] for name in self.facts["recipients"]],
            "signer_title": (signatory.get("title") or "")[:120],
            "signer_name": (signatory.get("name") or "")[:120],
            "legal_bases": [self.basis(row) for row in self.facts["legal_bases"]],
            "movements": [self.movement(row) for row in self.extra.get("movements") or []],
            "phases": self.phases(),
            "celebrations": [],
            "milestones": [
                self.milestone(row, more)
                for row, more in zip(self.facts["milestones"], self.beside("milestones"), strict=True)
            ],
            "groups": [self.group(row) for row in self.facts["participants"]],
            "contents": [{"text": text} for text in self.extra.get("contents") or []],
            "criteria": self.criteria(),
            "solutions": [{"text": text} for text in self.extra.get("solutions") or []],
            "targets": [self.target(row) for row in self.facts["targets"]],
            "offers": self.offers(),
            "standards": [
                {"nominee_kind": row.get("nominee_kind") or "", "text": row["text"]}
                for row in self.extra.get("standards") or []
            ],
            "components": self.components(),
            "tasks": [self.task(row) for row in self.facts["programme"]],
            "responsibilities": [
                {"name": (row["agency"] or "Các đơn vị liên quan")[:250], "text": row["text"] or row["agency"]}
                for row in self.facts["responsibilities"]
                if row["text"] or row["agency"]
            ],
        }

    def general(self):
        extra, title = self.extra, self.facts["title"]
        copies = {row.get("copies") for row in self.facts["dossier_components"] if row.get("copies")}
        return {
            "title": title[:300],
            "theme": (extra.get("theme") or "")[:300],
            "slogan": (extra.get("slogan") or "")[:300],
            "kind": self.kind(),
            "year": self.year(),
            "plan_number": (self.facts["number"] or "")[:40],
            "plan_date": day(self.facts["issued_on"]),
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
            "purpose": extra.get("purpose") or "",
            "requirements": extra.get("requirements") or "",
            "funding": extra.get("funding") or "",
            "dossier_copies": copies.pop() if len(copies) == 1 else 1,
        }

    def kind(self):
        title = fold(self.facts["title"])
        if self.facts["programme"] and not self.facts["criteria"]:
            return CampaignKind.PROGRAMME
        if "dac biet" in title:
            return CampaignKind.SPECIAL
        if any(fold(row["name"]).startswith("dot") for row in self.facts["phases"]):
            return CampaignKind.PHASED
        return CampaignKind.THEMATIC

    def year(self):
        named = YEAR.search(self.facts["title"])
        if named:
            return int(named[1])
        return (self.starts_on or day(self.facts["issued_on"]) or self.ends_on).year

    def basis(self, row):
        return {
            "kind": document_kind_of(row["kind"]),
            "number": (row["number"] or "")[:40],
            "issued_on": day(row["issued_on"]),
            "issuer": (row["issuer"] or "")[:200],
            "subject": subject_of(row)[:500],
        }

    def movement(self, row):
        dates = {name: day(row.get(name)) for name in ("starts_on", "ends_on")}
        launcher = (row.get("launcher") or "")[:200]
        cited = row.get("document")
        document = {"kind": "other", "subject": cited[:500]} if isinstance(cited, str) and cited else None
        return {"name": row["name"][:300], "launcher": launcher, "document": document, **dates}

    def phases(self):
        made = []
        for row, celebrated in zip(self.facts["phases"], self.extra_celebrations(), strict=True):
            if not (row["starts_on"] and row["ends_on"]):
                self.left.append(f"«{row['name']}» chưa đủ ngày bắt đầu, kết thúc: thêm ở phần «Giai đoạn, đợt».")
                continue
            made.append(
                {
                    "name": row["name"][:200],
                    "starts_on": day(row["starts_on"]),
                    "ends_on": day(row["ends_on"]),
                    "celebrations": [celebration(text) for text in celebrated],
                }
            )
        return made

    def extra_celebrations(self):
        rows = self.beside("phases")
        return [row.get("celebrates") or [] if isinstance(row, dict) else row for row in rows]

    def milestone(self, row, more):
        name = row["text"].strip().rstrip(".;")[:300]
        data = {"kind": row["kind"], "name": name, "units": more.get("agencies") or []}
        if row["due_on"]:
            return data | {"certainty": Certainty.FIXED, "due_on": day(row["due_on"])}
        yearly = DAY_MONTH.search(row["text"]) if row["recurs"] == "yearly" else None
        if yearly and self.starts_on and self.ends_on and _is_day(int(yearly[1]), int(yearly[2])):
            return data | {
                "certainty": Certainty.YEARLY, "yearly_day": int(yearly[1]), "yearly_month": int(yearly[2]),
                "first_year": self.starts_on.year, "last_year": self.ends_on.year,
            }  # fmt: skip
        awaits = more.get("awaits") or f"Thông báo của {self.organiser} (kế hoạch ghi: «{name[:150]}»)"
        return data | {"certainty": Certainty.AWAITED, "awaits": awaits[:300]}

    def group(self, row):
        kinds = agency_kinds_in(row["text"]) if row["kind"] == "collective" else []
        return {"nominee_kind": row["kind"], "text": row["text"], "agency_kinds": kinds}

    def criteria(self):
        groups, made = {}, []
        headings = self.extra.get("criteria_groups") or []
        headings = headings if len(headings) == len(self.facts["criteria"]) else [None] * len(self.facts["criteria"])
        for text, heading in zip(self.facts["criteria"], headings, strict=True):
            if not heading:
                made.append(criterion(text))
                continue
            if heading not in groups:
                groups[heading] = {"text": heading, "children": []}
                made.append(groups[heading])
            groups[heading]["children"].append(criterion(text))
        return made

    def target(self, row):
        subject = row["subject"] or row["text"]
        grades = grades_in(subject)
        people = fold(subject).startswith(
            ("cong chuc", "can bo", "vien chuc", "nguoi", "ca nhan", "dang vien", "lao dong")
        )
        people = people or (row["unit"] == "percent" and not agency_kinds_in(subject))
        value = max(Decimal(str(row["value"])), Decimal(0))
        return {
            "text": row["text"],
            "comparator": row["comparator"],
            "value": min(value, Decimal(100)) if row["unit"] == "percent" else min(value, Decimal(9999999)),
            "unit": row["unit"],
            "population": Population.PEOPLE if people else Population.AGENCIES,
            "agency_kinds": [] if people else agency_kinds_in(subject),
            "measure": Measure.RATING if grades else Measure.MANUAL,
            "grades": grades,
        }

    def offers(self):
        made = []
        for row, more in zip(self.facts["offers"], self.beside("offers"), strict=True):
            award = self.award(row)
            if award is None:
                self.left.append(f"«{row['award']}» chưa có trong danh mục: thêm ở phần «Hình thức, số lượng».")
                continue
            kinds = [row["nominee_kind"]] if row["nominee_kind"] else ["collective", "individual"]
            made += [self.offer(row, more, award, kind) for kind in kinds if kind in award.subjects]
        return made

    def award(self, row):
        """The award of the catalogue that the plan's words mean, or None."""
        wanted, authority = fold(row["award"]), fold(row["authority"] or "")
        named = [award for award in self.awards if fold(award.name) == wanted or fold(award.short_name) == wanted]
        if not named:
            named = [award for award in self.awards if fold(award.bare_name) == wanted]
        state = [award for award in named if award.level == "state"]
        national = "thu tuong" in authority or authority == "chinh phu"
        return next(iter(state if national and state else [a for a in named if a not in state] or named), None)

    def offer(self, row, more, award, kind):
        quota_kind, text = more.get("quota_kind"), more.get("agency_text") or row["text"]
        data = {
            "award": award.code,
            "authority": (row["authority"] or str(self.organiser))[:200],
            "decided_here": self.is_ours(row["authority"] or ""),
            "nominee_kind": kind,
            "agency_kinds": agency_kinds_in(text),
            "selection": Selection.RANKING if quota_kind == "ranking" else Selection.DOSSIER,
            "quota_kind": QuotaKind.UNLIMITED,
        }
        if row["quota"]:
            return data | {"quota_kind": QuotaKind.FIXED, "quota": row["quota"]}
        if quota_kind == "by_reference" and more.get("reference"):
            return data | {"quota_kind": QuotaKind.BY_REFERENCE, "reference": AT.sub("", more["reference"])[:300]}
        percent = Decimal(str(more.get("percent") or 0))
        if quota_kind == "percent" and 0 < percent <= 100:
            return data | {
                "quota_kind": QuotaKind.PERCENT, "quota_percent": percent, "quota_population": (text or "tổng số")[:200],
            }  # fmt: skip
        return data

    def is_ours(self, authority):
        """True when the plan's own organiser decides: «Giám đốc Sở Nội vụ» in the plan of Sở Nội vụ tỉnh …"""
        version = self.organiser.current
        head, who = fold(version.head_title), fold(authority)
        if not head or not who.startswith(head):
            return False
        return who.removeprefix(head).strip() in fold(version.legal_name)

    def components(self):
        made = []
        for row, more in zip(self.facts["dossier_components"], self.beside_components(), strict=True):
            kind = component_kind_of(row["name"])
            optional = "nếu có" in row["name"].lower()
            made.append(
                {
                    "kind": kind,
                    "name": re.sub(r"\s*\(nếu có\)\s*$", "", row["name"], flags=re.IGNORECASE)[:250],
                    "form": (row["form"] or "")[:250],
                    "decree": (row["decree"] or "")[:60],
                    "per_nominee": bool(more.get("per_nominee", kind == ComponentKind.ACHIEVEMENT_REPORT)),
                    "required": bool(more.get("required", True)) and not optional,
                }
            )
        return made

    def beside_components(self):
        rows = self.extra.get("components") or []
        count = len(self.facts["dossier_components"])
        return rows if len(rows) == count else [{}] * count

    def task(self, row):
        return {
            "quarter": row["quarter"] if row["quarter"] in (1, 2, 3, 4) else None,
            "position": row["position"] or 1,
            "task": row["task"],
            "units": [unit[:250] for unit in row["units"]],
        }


def criterion(text):
    """A criterion with the points that its words name: «… (10 điểm)»."""
    found = POINTS.search(text)
    points = Decimal(found[1].replace(",", ".")) if found else Decimal(0)
    return {"text": POINTS.sub("", text), "max_points": points} if points else {"text": text}


def _is_day(number, month):
    try:
        date(2024, month, number)  # a leap year: 29/2 is a day of some years
    except ValueError:
        return False
    return True


def celebration(text):
    """«79 năm Ngày … (28/8/1945 - 28/8/2024)» as a Celebration; impossible dates stay words."""
    found = SPAN.search(text)
    name = re.sub(r"^\s*(kỷ niệm\s+)?\d+\s+năm\s+", "", SPAN.sub("", text), flags=re.IGNORECASE).strip(" ,;.")
    days = {"founded_on": None, "celebrated_on": None}
    if found:
        numbers = [int(part) for part in found.groups()]
        try:
            first, last = date(numbers[2], numbers[1], numbers[0]), date(numbers[5], numbers[4], numbers[3])
            days = {"founded_on": first, "celebrated_on": last} if first <= last else days
        except ValueError:
            name = text.strip(" ,;.")
    return {"name": (name or text)[:250], **days}


def root_agency():
    """The agency that usually launches: the one at the top of the tenant's tree."""
    return Agency.objects.present().filter(current__parent__isnull=True).first()
