"""The server that stands in for a model leaves nothing open when it ends."""

from __future__ import annotations

import socket
import threading

from evals.bench.chat_server import Body, ChatServer, Reply

REQUEST = b"POST /v1/chat/completions HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"


def connect(server: ChatServer) -> socket.socket:
    host, port = server.url.removeprefix("http://").removesuffix("/v1").split(":")
    return socket.create_connection((host, int(port)), timeout=60)


def ended(client: socket.socket) -> bool:
    with client:
        try:
            return client.recv(1) == b""
        except ConnectionResetError:
            return True


def test_connections_end_with_the_server() -> None:
    asked = threading.Event()

    def behave(body: Body, number: int) -> Reply:
        asked.set()
        return Reply(delay=600)

    with ChatServer(behave) as server:
        clients = [connect(server) for _ in range(3)]
        clients[0].sendall(REQUEST)
        assert asked.wait(60)
    assert all(ended(client) for client in clients)
    assert server.in_flight == 0


def test_connections_that_it_is_about_to_accept_end_too() -> None:
    asked, clients = threading.Event(), list[socket.socket]()
    later = threading.Event()
    ending = threading.Timer(0.2, later.set)

    def behave(body: Body, number: int) -> Reply:
        asked.set()
        later.wait(60)  # meanwhile the loop accepts nobody
        return Reply()

    with ChatServer(behave) as server:
        clients.append(connect(server))
        clients[0].sendall(REQUEST)
        assert asked.wait(60)
        clients += [connect(server) for _ in range(20)]
        ending.start()
    assert all(ended(client) for client in clients[1:])
    clients[0].close()
    assert server.count == 1
