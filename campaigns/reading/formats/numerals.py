"""The numbers of Word's lists in letters, Roman and Arabic."""

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def in_format(number, style):
    """A number as Word writes it: 4 → «4», «iv», «IV», «d», «D»; letters without đ, as Word counts them."""
    if style in ("lowerLetter", "upperLetter"):
        turns, letter = divmod(max(number, 1) - 1, 26)
        letters = chr(ord("a") + letter) * min(turns + 1, 30)
        return letters.upper() if style == "upperLetter" else letters
    if style in ("lowerRoman", "upperRoman"):
        return roman(number).upper() if style == "upperRoman" else roman(number)
    if style == "none":
        return ""
    return f"{number:02d}" if style == "decimalZero" else str(number)


def roman(number):
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
