"""Texts typed with the typefaces of before Unicode (.VnTime of TCVN3, VNI-Times): letters that only look right there."""

import re

from ..errors import Unreadable

# đ ơ ư ă â ê ô à á ả ã ạ as TCVN3 writes them between plain letters; đ ư and vowels with a following mark in VNI.
TCVN3 = re.compile("(?<=[a-zA-Z])[®¬\xad¨©ª«µ¸¶·¹¾»¼½](?=[a-z ])|[®§](?=[a-zµ¸¶·¹¨©ª«¬\xad])")
VNI = re.compile("(?<=[aeouyAEOUYöô])[øùûõïâêåäãéèëüú](?=[a-z ,.;])|ñ(?=[aeiouyöô])")
REAL = re.compile("[đĐăĂơƠưƯ\u1ea0-\u1ef9]")

SENTENCE = (
    "Tệp này dùng phông chữ cũ không theo Unicode ({name}). "
    "Hãy chuyển sang Unicode (Unikey: Ctrl+Shift+F6), lưu lại rồi tải lên."
)


def refuse_old_typefaces(text):
    """Better no plan than a plan full of wrong letters."""
    sample = text[:20_000]
    real = len(REAL.findall(sample))
    for name, signs in (("TCVN3, .VnTime", TCVN3), ("VNI", VNI)):
        found = len(signs.findall(sample))
        if found >= 10 and found > real:
            raise Unreadable(SENTENCE.format(name=name))
