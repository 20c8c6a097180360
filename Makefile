# Targets for people: demo, test, check, bench, screenshots, clean. Everything else stands in thidua/embedded/.
.POSIX:
SHELL = /bin/sh
VENV = .venv/bin
ARGS =

demo: setup
	@$(VENV)/python -m thidua.embedded.demo

test: setup
	@$(VENV)/python -m thidua.embedded.testing $(ARGS)

# The production settings are checked with values that no installation uses.
check: setup
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/lint-imports
	DJANGO_SETTINGS_MODULE=thidua.settings.test $(VENV)/python -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	@SECRET_KEY=$$($(VENV)/python -c 'import secrets; print(secrets.token_urlsafe(60))') \
	ALLOWED_HOSTS=localhost DATABASE_URL=postgresql:///thidua REDIS_URL=redis://localhost \
	DJANGO_SETTINGS_MODULE=thidua.settings.production $(VENV)/python manage.py check --deploy --fail-level WARNING

# Both run against a demo of their own, on a free port.
bench: setup
	@DEMO_DIR=$${DEMO_DIR:-var/bench} PORT=$${PORT:-0} $(VENV)/python -m thidua.embedded.demo bench $(ARGS)

screenshots: setup
	@DEMO_DIR=$${DEMO_DIR:-var/screenshots} PORT=$${PORT:-0} $(VENV)/python -m thidua.embedded.demo screenshots $(ARGS)

setup:
	@for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    exec $$python -P thidua/embedded/install.py; \
	  fi; \
	done; \
	echo "Cần Python 3.11 trở lên (Debian/Ubuntu: apt-get install python3 python3-venv)." >&2; exit 1

# Pins and hashes only: the addresses of one machine's package server do not belong into a lock.
UV = env -u UV_DEFAULT_INDEX -u UV_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS $(VENV)/uv --no-config
COMPILE = pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
lock:
	$(UV) $(COMPILE) pyproject.toml -o requirements.lock
	printf 'uv\n' | $(UV) $(COMPILE) pyproject.toml - --all-extras -c requirements.lock -o requirements-dev.lock

# The data of the demo stay: remove var/ yourself to begin anew.
clean:
	rm -rf .venv node_modules static/vendor staticfiles .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.PHONY: demo test check bench screenshots setup lock clean
