"""Tests: real PostgreSQL, real migrations, the unprivileged role."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import dj_database_url

from .base import *
from .base import folder_broker, redis_broker

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
# pytest creates the test database as owner; tests/conftest.py then makes every session start as APP_ROLE.
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_OWNER_URL") or os.environ.get("DATABASE_URL") or "postgresql:///thidua"
    )
}
APP_ROLE = os.environ.get("DATABASE_APP_ROLE", "thidua_app")

SCRATCH = Path(tempfile.mkdtemp(prefix="thidua-test-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)
MEDIA_ROOT = SCRATCH / "media"
STATIC_ROOT = SCRATCH / "static"
STATIC_ROOT.mkdir()  # whitenoise warns of a folder that is not there
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
REDIS_URL = os.environ.get("REDIS_URL")
broker = redis_broker(REDIS_URL) if REDIS_URL else folder_broker(SCRATCH / "broker")
globals().update(broker)  # every CELERY_… that depends on it
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key"}
SITE_URL = "http://testserver"
