import shutil
import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def folder():
    """Short enough for a socket, and open to the account that runs PostgreSQL for root."""
    folder = Path(tempfile.mkdtemp(prefix="thidua-", dir="/tmp"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)
