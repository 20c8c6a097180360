"""Reading the longest plan of the demo, printed as Word and read back in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from campaigns.documents.blocks import write_word
from campaigns.documents.plan import build_plan

READ = """
import json, resource, sys, time
from pathlib import Path
from campaigns.reading import read_text
from campaigns.reading.sources import text_of
begun = time.perf_counter()
text = text_of(Path(sys.argv[1]))
facts = read_text(text)
print(json.dumps([time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(text),
                  len(facts["criteria"]) + len(facts["programme"])]))
"""


def measure_reading(campaigns):
    """(letters, seconds, peak MB) of the plan with the most text."""
    longest = max((write_word(build_plan(campaign.pk)[1]) for campaign in campaigns), key=len)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ke-hoach.docx"
        file.write_bytes(longest)
        told = subprocess.run(
            [sys.executable, "-c", READ, str(file)], cwd=settings.BASE_DIR, capture_output=True, text=True, check=True
        ).stdout
    seconds, megabytes, letters, _facts = json.loads(told)
    return letters, seconds, megabytes
