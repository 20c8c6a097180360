# Fonts and front-end packages; nothing of Node.js reaches the final image.
FROM node:22-bookworm-slim AS assets
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts

FROM python:3.12-slim-bookworm AS build
WORKDIR /app
RUN python -m venv /app/.venv
COPY requirements.lock ./
RUN /app/.venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
COPY --from=assets /app/node_modules node_modules
# The values only let the settings load; none of them is kept.
RUN /app/.venv/bin/python -m thidua.embedded.assets \
 && SECRET_KEY=build ALLOWED_HOSTS=build DATABASE_URL=postgresql:///build REDIS_URL=redis://build STATIC_ROOT=/app/staticfiles \
    DJANGO_SETTINGS_MODULE=thidua.settings.production .venv/bin/python manage.py collectstatic --noinput -v 0 \
 && rm -rf node_modules

FROM python:3.12-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /nonexistent thidua \
 && install -d -o thidua -g thidua /data/media
WORKDIR /app
COPY --from=build /app /app
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=thidua.settings.production STATIC_ROOT=/app/staticfiles MEDIA_ROOT=/data/media
USER thidua
VOLUME /data/media
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["python", "docker/healthcheck.py"]
CMD ["gunicorn", "thidua.wsgi", "-w", "2", "-b", "0.0.0.0:8000", "--no-control-socket", "--worker-tmp-dir", "/dev/shm", "--access-logfile", "-"]
