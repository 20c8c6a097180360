"""The styles of a Word file, as far as the reader needs them: which list a style belongs to, whether it hides text."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
LONGEST_CHAIN = 12  # a style may be based on another; a broken file may go in circles


class Styles:
    """The styles by their id."""

    def __init__(self, root):
        found = root.findall(f"{W}style") if root is not None else []
        self.by_id = {one.get(f"{W}styleId"): one for one in found}
        paragraphs = [one for one in found if one.get(f"{W}type") == "paragraph"]
        defaults = [one for one in paragraphs if one.get(f"{W}default") in ("1", "true", "on")]
        self.default = defaults[0].get(f"{W}styleId", "") if defaults else ""

    def list_of(self, style_id):
        """(list, level, names): the list that the style or one it is based on belongs to; names: the styles on the way."""
        names, depth = [], None
        for style in self._chain(style_id):
            names.append(style.get(f"{W}styleId"))
            depth = depth if depth is not None else style.find(f"{W}pPr/{W}numPr/{W}ilvl")
            number = style.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None:
                written = depth.get(VAL, "") if depth is not None else ""
                return number.get(VAL, ""), int(written) if written in set("012345678") else 0, names
        return "", 0, names

    def _chain(self, style_id):
        for _ in range(LONGEST_CHAIN):
            style = self.by_id.get(style_id)
            if style is None:
                return
            yield style
            base = style.find(f"{W}basedOn")
            style_id = base.get(VAL) if base is not None else None
