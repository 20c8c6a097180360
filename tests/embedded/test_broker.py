"""The folder that serves as broker: nobody ever reads half a message or half a table of queues."""

import os
from multiprocessing import get_context
from queue import Empty

import pytest
from kombu import Connection

from thidua.settings.base import folder_broker

MANY = 200


def channel_in(folder):
    options = folder_broker(folder)
    connection = Connection(
        options["CELERY_BROKER_URL"],
        transport=options["CELERY_BROKER_TRANSPORT"],
        transport_options=options["CELERY_BROKER_TRANSPORT_OPTIONS"],
    )
    return connection.channel()


def take(channel):
    try:
        return channel._get("bells")
    except Empty:
        return None


def ring(folder):
    channel = channel_in(folder)
    for number in range(MANY):
        channel._queue_bind("bells", "bells", "", f"bells-{number % 7}")
        channel._put("bells", {"number": number})


def test_a_message_is_seen_only_when_it_is_whole(tmp_path, monkeypatch):
    channel, before = channel_in(tmp_path), []
    replace = os.replace
    monkeypatch.setattr(os, "replace", lambda *paths: (before.append(take(channel)), replace(*paths)))
    channel._put("bells", {"number": 1})
    assert (before, take(channel), take(channel)) == ([None], {"number": 1}, None)


@pytest.mark.integration
def test_two_who_write_and_one_who_reads(tmp_path):
    processes = [get_context("spawn").Process(target=ring, args=(tmp_path,)) for _ in range(2)]
    for process in processes:
        process.start()
    channel, numbers = channel_in(tmp_path), []
    while any(process.is_alive() for process in processes) or channel._size("bells"):
        channel.get_table("bells")
        if message := take(channel):
            numbers.append(message["number"])
    assert sorted(numbers) == sorted([*range(MANY)] * 2)
    assert [process.exitcode for process in processes] == [0, 0]
    assert {row.queue for row in channel.get_table("bells")} == {f"bells-{number}" for number in range(7)}
