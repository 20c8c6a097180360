"""Third-party styles, scripts and fonts: from node_modules into static/vendor/ (`python -m thidua.embedded.assets`)."""

import re

from . import ROOT

MODULES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"
# pattern below node_modules → folder below static/vendor
FILES = {
    "bootstrap/dist/css/bootstrap.min.css": "bootstrap",
    "bootstrap/dist/js/bootstrap.bundle.min.js": "bootstrap",
    "bootstrap-icons/font/bootstrap-icons.min.css": "bootstrap-icons",
    "bootstrap-icons/font/fonts/*.woff*": "bootstrap-icons/fonts",
    "@fontsource/be-vietnam-pro/files/*-[4567]00-normal.woff2": "be-vietnam-pro/files",
    "@expo-google-fonts/tinos/*/*.ttf": "fonts/tinos",
}
SOURCE_MAP = re.compile(rb"(//#|/\*#) sourceMappingURL=\S+( \*/)?\s*")


def wanted():
    """Target → content, without references to source maps: the manifest storage would miss the files."""
    for pattern, folder in FILES.items():
        sources = sorted(MODULES.glob(pattern))
        if not sources:
            raise SystemExit(f"Thiếu {pattern} trong node_modules: hãy chạy make setup.")
        for source in sources:
            content = source.read_bytes()
            if source.suffix in {".css", ".js"}:
                content = SOURCE_MAP.sub(b"", content)
            yield VENDOR / folder / source.name, content


def copy():
    targets = dict(wanted())
    for target, content in targets.items():
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    for stray in [path for path in VENDOR.rglob("*") if path.is_file() and path not in targets]:
        stray.unlink()


if __name__ == "__main__":
    copy()
