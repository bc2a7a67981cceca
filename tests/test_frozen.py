"""A class with the quick constructor is the one that `dataclass` makes, made sooner."""

import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from ingest.article import Article, Refusal
from ingest.findings.wire import EditRecord, FindingRecord, FixRecord
from ingest.frozen import cached_property, quick_dataclass
from ingest.record import Record, RefusalRecord
from ingest.source import Source


@dataclass(frozen=True)
class Plain:
    path: str
    values: tuple[int, ...]
    data: bytes = field(default=b"", repr=False)
    note: str | None = None


@quick_dataclass(frozen=True)
class Quick:
    path: str
    values: tuple[int, ...]
    data: bytes = field(default=b"", repr=False)
    note: str | None = None


@pytest.mark.parametrize("made", [Quick("a", (1,)), Quick("a", (1,), b"x"), Quick(note="n", values=(), path="a")])
def test_what_is_made_is_the_same(made: Quick) -> None:
    same = Plain(**vars(made))
    assert list(vars(made).items()) == list(vars(same).items())
    assert repr(made) == repr(same).replace("Plain", "Quick")
    assert hash(made) == hash(same)
    assert made == Quick(**vars(made)) == pickle.loads(pickle.dumps(made))  # noqa: S301 - of our own making
    assert made != replace(made, path="b")


def test_fields_stand_in_their_order_however_they_are_given() -> None:
    assert list(vars(Quick(note=None, data=b"", values=(), path="a"))) == ["path", "values", "data", "note"]


def test_nothing_of_it_can_be_changed() -> None:
    made = Quick("a", ())
    with pytest.raises(FrozenInstanceError):
        made.path = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del made.path


@pytest.mark.parametrize("given", [{}, {"path": "a"}, {"path": "a", "values": (), "other": 1}])
def test_wrong_arguments_are_refused_in_the_same_words(given: dict[str, object]) -> None:
    with pytest.raises(TypeError) as slow:
        Plain(**given)  # type: ignore[arg-type]
    with pytest.raises(TypeError) as quick:
        Quick(**given)  # type: ignore[arg-type]
    assert str(quick.value) == str(slow.value).replace("Plain", "Quick")


@pytest.mark.parametrize("cls", [Article, Refusal, Source, Record, RefusalRecord, EditRecord, FixRecord, FindingRecord])
def test_a_class_says_how_it_is_made(cls: type) -> None:
    assert list(inspect.signature(cls).parameters) == list(cls.__match_args__)


def test_the_parameters_are_those_of_the_dataclass() -> None:
    assert inspect.signature(Quick) == inspect.signature(Plain)


@dataclass(frozen=True)
class Keeping:
    value: int

    @cached_property
    def looked_up(self) -> list[int]:
        """Return what is looked up once."""
        return [self.value]


def test_what_is_looked_up_is_kept_and_no_part_of_the_data() -> None:
    made = Keeping(1)
    assert made.looked_up == [1]
    assert made.looked_up is made.looked_up
    assert made == Keeping(1)
    assert replace(made, value=2).looked_up == [2]
    assert Keeping.looked_up.__doc__ == "Return what is looked up once."
