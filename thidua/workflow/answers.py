"""How pages answer when a step is refused: with its sentences, never with an error page."""

from contextlib import contextmanager

from django.contrib import messages

from .table import AlreadyDone, Refused


@contextmanager
def kindly(request):
    """Turn a refusal of an action into messages on the next page; the transaction keeps nothing half-done."""
    try:
        yield
    except AlreadyDone as done:
        messages.info(request, " ".join(done.reasons))
    except Refused as refused:
        for reason in refused.reasons:
            messages.error(request, reason)


def says_json(request):
    return request.headers.get("X-Requested-With") == "XMLHttpRequest"
