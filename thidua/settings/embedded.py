"""The demo and a developer's machine: servers of our own in DEMO_DIR."""

import os
from pathlib import Path

from thidua.embedded.state import load_environment

from .base import *
from .base import BASE_DIR, database, folder_broker, redis_broker

DEMO_DIR = Path(os.environ.get("DEMO_DIR", BASE_DIR / "var" / "demo"))
ENVIRONMENT = {**load_environment(DEMO_DIR), **os.environ}

SECRET_KEY = ENVIRONMENT.get("SECRET_KEY", "only-for-the-demo")
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": database(ENVIRONMENT)}
MEDIA_ROOT = Path(ENVIRONMENT.get("MEDIA_ROOT", DEMO_DIR / "media"))
STATIC_ROOT = Path(ENVIRONMENT.get("STATIC_ROOT", DEMO_DIR / "staticfiles"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}

broker = redis_broker(ENVIRONMENT["REDIS_URL"]) if ENVIRONMENT.get("REDIS_URL") else folder_broker(DEMO_DIR / "broker")
globals().update(broker)  # every CELERY_… that depends on it

# Mail lands in a folder; the app's inbox shows the same messages.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DEMO_DIR / "mail"
SITE_URL = ENVIRONMENT.get("SITE_URL", f"http://localhost:{ENVIRONMENT.get('PORT', '8000')}")
# Accounts of the demo stand in the README; strangers cannot guess more than they are told.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "30/m/ip,10/5m/key"}
