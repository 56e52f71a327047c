"""A store under random use: written, crashed, reopened, migrated, pruned, restored. No event is lost, none is there twice."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from store.making import Act, told

from summarizer import Article
from summarizer.drafts import Mention
from summarizer.ledger import Database, Migration
from summarizer.store import Store, check_store, prune_store
from summarizer.store.schema import COMPONENT, MIGRATIONS

acts = st.lists(
    st.builds(
        Act,
        actor=st.sampled_from(["POL", "USA"]),
        recipient=st.sampled_from(["RUS", "CHN"]),
        day=st.sampled_from([3, 4, 20, None]),
        number=st.integers(2, 4),
    ),
    max_size=3,
    unique_by=lambda act: act.sentence,
)
articles = st.builds(
    lambda told_acts, publisher, day: told(
        *told_acts, publisher=publisher, published=f"2025-05-{day:02}", opening=f"{publisher} reports, {day} May. "
    ),
    acts,
    st.sampled_from(["Wire", "Globe", "Courier"]),
    st.integers(4, 9),
)
Known = dict[str, tuple[Article, tuple[Mention, ...]]]


class _Crash(Exception):
    pass


class Machine(RuleBasedStateMachine):
    """The model: articles by id with the mentions that their latest reading gave."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store.open(self.folder / "s.db")
        self.model: Known = {}
        self.saved: Known | None = None
        self.extra = 0

    @rule(batch=st.lists(articles, min_size=1, max_size=3, unique_by=lambda item: item[0].id))
    def write(self, batch: list[tuple[Article, tuple[Mention, ...]]]) -> None:
        mentions = [mention for _, group in batch for mention in group]
        found = self.store.remember([article for article, _ in batch], mentions, "run")
        assert len(found.ids) == len(mentions)
        assert {event.id for event in found.events} == set(found.ids)
        self.model |= {article.id: (article, group) for article, group in batch}

    @rule(item=articles)
    def crash_while_writing(self, item: tuple[Article, tuple[Mention, ...]]) -> None:
        from summarizer.store.remembering import remember

        try:
            with self.store.database.transaction() as connection:
                remember(connection, [item[0]], item[1], "crashed")
                raise _Crash
        except _Crash:
            pass

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store(Database(self.folder / "s.db", COMPONENT, self._migrations()))

    @rule()
    def migrate(self) -> None:
        self.store.close()
        self.extra += 1
        Database(self.folder / "s.db", COMPONENT, self._migrations()).close()
        assert (self.folder / f"s.db.store-v{len(MIGRATIONS) + self.extra - 1}.bak").exists()
        self.store = Store(Database(self.folder / "s.db", COMPONENT, self._migrations()))

    @rule(day=st.integers(4, 10))
    def prune(self, day: int) -> None:
        prune_store(self.store, dt.date(2025, 5, day))
        self.model = {id_: item for id_, item in self.model.items() if item[0].published_on >= dt.date(2025, 5, day)}  # type: ignore[operator]

    @rule()
    def back_up(self) -> None:
        self.store.database.backup(self.folder / "copy.db")
        self.saved = dict(self.model)

    @rule()
    def restore(self) -> None:
        if self.saved is None:
            return
        self.store.close()
        for ending in ("", "-wal", "-shm"):
            (self.folder / f"s.db{ending}").unlink(missing_ok=True)
        shutil.copy(self.folder / "copy.db", self.folder / "s.db")
        self.store = Store(Database(self.folder / "s.db", COMPONENT, self._migrations()))
        self.model = dict(self.saved)

    def _migrations(self) -> list[Migration]:
        later = [Migration((f"CREATE TABLE later{number}(x INTEGER) STRICT",)) for number in range(self.extra)]
        return [*MIGRATIONS, *later]

    @invariant()
    def nothing_is_lost_and_nothing_is_there_twice(self) -> None:
        if not hasattr(self, "store"):
            return
        assert check_store(self.store) == ()
        rows = self.store.database.read("SELECT article, event FROM mentions")
        wanted = sorted(mention.article for _, group in self.model.values() for mention in group)
        assert sorted(article for article, _ in rows) == wanted
        events = {event.id: event for event in self.store.search()}
        assert set(events) == {event for _, event in rows}
        spans = {(part.article, part.start) for event in events.values() for part in event.evidence}
        assert spans == {
            (mention.article, span.start)
            for _, group in self.model.values()
            for mention in group
            for span in mention.sentences
        }
        assert set(self.store.articles(self.model)) == set(self.model)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)


TestMachine = Machine.TestCase
TestMachine.settings = settings(
    max_examples=30,
    stateful_step_count=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
