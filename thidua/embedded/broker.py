"""A folder as Celery's broker, for the demo and for tests: kombu's own, without its two races between processes.

kombu creates a file and fills it afterwards; who looks in between reads nothing and dies of it (celery/kombu#1551).
"""

import contextlib
import fcntl
import os
import time
import uuid

from kombu.transport import filesystem
from kombu.utils.json import dumps


class Channel(filesystem.Channel):
    def _put(self, queue, payload, **kwargs):
        """A message has the name of its queue only when it is whole."""
        name = f"{round(time.monotonic() * 1000)}_{uuid.uuid4()}.{queue}.msg"
        path = os.path.join(self.data_folder_out, name)
        with open(f"{path}.part", "w", encoding="utf-8") as part:
            part.write(dumps(payload))
        os.replace(part.name, path)

    def get_table(self, exchange):
        with self._alone():
            return super().get_table(exchange)

    def _queue_bind(self, *args, **kwargs):
        with self._alone():
            super()._queue_bind(*args, **kwargs)

    @contextlib.contextmanager
    def _alone(self):
        with open(self.control_folder / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


class Transport(filesystem.Transport):
    Channel = Channel
