"""Starts the servers of the demo and of the tests; knows no Django model."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
