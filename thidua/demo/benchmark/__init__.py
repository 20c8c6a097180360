"""Speed, measured and never tested: pages under gunicorn, documents beside bare WeasyPrint, jobs, memory."""
