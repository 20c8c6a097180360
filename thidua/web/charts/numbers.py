"""Numbers as charts write them and as charts place them."""

from decimal import ROUND_HALF_UP, Decimal

PLACES = Decimal("0.01")


def number_words(value):
    """1234.50 → "1.234,5"; nothing measured is a dash."""
    if value is None:
        return "–"
    rounded = Decimal(value).quantize(PLACES, rounding=ROUND_HALF_UP)
    whole, _, rest = f"{rounded:,.2f}".partition(".")
    rest = rest.rstrip("0")
    if not rest and whole == "-0":
        whole = "0"
    return whole.replace(",", ".") + ("," + rest if rest else "")


def amount_words(value, unit=""):
    """With its unit: "80%", "12 sáng kiến"."""
    if value is None:
        return "Chưa có số liệu"
    if unit == "percent":
        return number_words(value) + "%"
    return number_words(value) + (f" {unit}" if unit and unit != "count" else "")


def share(value, whole):
    """Percent of the width, between its two edges; a whole of nothing is empty."""
    if not value or not whole or whole <= 0:
        return 0.0
    return round(min(max(float(value) / float(whole), 0.0), 1.0) * 100, 2)


def percent(number):
    """An SVG length: 12.5 → "12.5%" (a comma, which Vietnamese numbers wear, would break it)."""
    return f"{number:g}%"
