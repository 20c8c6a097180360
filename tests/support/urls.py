"""Every address of the application, with its view."""

from dataclasses import dataclass

from django.urls import get_resolver

OURS = ("thidua", "awards", "campaigns", "dossiers")


@dataclass(frozen=True)
class Address:
    name: str
    view: object
    converters: tuple[str, ...]  # names of its arguments, without the tenant's
    in_tenant: bool

    @property
    def is_ours(self):
        return self.view.__module__.split(".")[0] in OURS

    @property
    def method(self):
        """How the page is opened: GET where it answers that."""
        return "get" if "GET" in self.view.methods else "post"


def _walk(patterns, arguments=()):
    for pattern in patterns:
        inner = arguments + tuple(pattern.pattern.converters)
        if hasattr(pattern, "url_patterns"):
            yield from _walk(pattern.url_patterns, inner)
        else:
            own = tuple(name for name in inner if name != "tenant")
            yield Address(pattern.name, pattern.callback, own, "tenant" in inner)


def addresses():
    return list(_walk(get_resolver().url_patterns))


def tenant_pages():
    return [address for address in addresses() if address.in_tenant]


def object_pages():
    return [address for address in tenant_pages() if address.converters]
