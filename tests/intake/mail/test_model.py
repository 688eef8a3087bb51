"""The models that mail is read with: what their files hold, and what they were learnt from."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.folding import fold
from checkin.intake.mail.model import INTERCEPT, Model, load, write
from checkin.resource import resource

if TYPE_CHECKING:
    from tests.intake.mail.conftest import Case

MAILS = Path(__file__).parent
MODELS = ("replies", "people")


def simple() -> Model:
    return Model(("no", "yes"), {INTERCEPT: (0, 0), "oui": (-1_000, 1_000), "non": (2_000, -2_000)})


def test_the_likelier_class_is_what_weighs_more() -> None:
    assert simple().probabilities({"oui": 1.0})["yes"] == pytest.approx(0.8808, abs=1e-4)
    assert simple().probabilities({"oui": 1.0, "non": 1.0})["yes"] < 0.5


def test_a_feature_that_is_not_known_says_nothing() -> None:
    assert simple().probabilities({"peut-être": 5.0}) == {"no": 0.5, "yes": 0.5}


@given(st.dictionaries(st.sampled_from(["oui", "non", "?"]), st.floats(-1e3, 1e3)))
def test_probabilities_add_up_to_one(features: dict[str, float]) -> None:
    assert sum(simple().probabilities(features).values()) == pytest.approx(1)


def test_a_file_holds_what_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = write([(INTERCEPT, (0.0, 0.5)), ("je viens", (-1.25, 1.25))], ("no", "yes"), learnt="abc")
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "some.model").write_text(text, encoding="utf-8")
    monkeypatch.setattr("checkin.resource.FOLDER", tmp_path)
    model = load("some")
    assert model.classes == ("no", "yes")
    assert model.weights == {INTERCEPT: (0, 500), "je viens": (-1250, 1250)}


@pytest.mark.parametrize("name", MODELS)
def test_a_model_has_learnt_from_the_mails_of_today(name: str) -> None:
    """`make models` if it has not."""
    files = sorted(file for folder in ("corpus", "learnt") for file in (MAILS / folder).glob("*.txt"))
    mails = sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    with resource("mail", f"{name}.model").open(encoding="utf-8") as model:
        assert next(model).rstrip("\n") == f"learnt from {mails}"


@pytest.mark.parametrize("name", MODELS)
def test_no_feature_is_a_name_of_the_mails(name: str, mails: Callable[[Path], "list[Case]"]) -> None:
    """People are `¤` to the models: only a name that is a word as well (« petit ») may be a feature."""
    cases = [case for file in (MAILS / "learnt").glob("mails_*.txt") for case in mails(file)]
    labelled = [name for case in cases for name in (case.label.guest, *case.label.companions) if name]
    named = {word for one in labelled for part in one for word in fold(part).split()}
    small = set(re.findall(r"(?<!\w)[a-zà-ÿ]+", " ".join(case.raw.decode("utf-8") for case in cases)))
    known = named - {fold(word) for word in small}
    features = {word for feature in load(name).weights if feature[0] != "#" for word in feature.split()}
    assert len(known) > 1_000
    assert features & known == set()
    assert "¤" in features
