"""Tests speak to servers of this machine only."""

import ipaddress
import socket

LOCAL_NAMES = {"localhost", "ip6-localhost", "testserver", "", None}


class Outside(Exception):
    """A test wanted to leave the machine."""


def _is_local(host):
    host = host.decode() if isinstance(host, bytes) else host
    if host in LOCAL_NAMES or host == socket.gethostname():
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False


def close_the_doors(monkeypatch):
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def check(host):
        if not _is_local(host):
            raise Outside(f"A test tried to reach {host!r}.")

    def guarded_connect(self, address):
        if self.family != socket.AF_UNIX:
            check(address[0])
        return connect(self, address)

    def guarded_connect_ex(self, address):
        if self.family != socket.AF_UNIX:
            check(address[0])
        return connect_ex(self, address)

    def guarded_getaddrinfo(host, *args, **kwargs):
        check(host)
        return getaddrinfo(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)
