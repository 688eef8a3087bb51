"""Learns the models of `checkin.intake.mail` from the labelled replies in tests/intake/mail: `make models`.

What is read is what the program reads, features are what it computes, and scikit-learn fits a multinomial
logistic regression. The rules were written with `corpus/` in view and are nearly always right about it, which
would teach to believe them: what they say is left out there, and heard in `learnt/`, where they had no part.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from checkin.intake.mail import features, model
from checkin.intake.mail.candidates import Candidate, candidates
from checkin.intake.mail.message import read_letter
from checkin.intake.mail.people import same_person
from checkin.intake.mail.quoting import part
from checkin.intake.mail.replies import own_text
from checkin.intake.mail.written import written
from checkin.intake.proposals import PersonName, Reply

HERE = Path(__file__).parent
MAILS = HERE.parents[1] / "tests" / "intake" / "mail"
sys.path.insert(0, str(MAILS))

from conftest import Case, cases  # noqa: E402 - it lies where the line above says

FEWEST = 2  # mails that have a feature, so that nothing is learnt of what one of them names
STATED_SUBJECT = "invitation - maraudes numeriques"  # of the mails that were written without one


@dataclass(frozen=True)
class Example:
    """What a model is told, and what it should answer."""

    told: features.Features
    label: str


@dataclass(frozen=True)
class Lesson:
    """How one model is learnt."""

    name: str
    most: int  # features that are kept: those that weigh most
    strength: float  # the inverse of how much weights are held down


REPLIES = Lesson("replies", most=20_000, strength=40.0)
PEOPLE = Lesson("people", most=15_000, strength=0.5)


def main() -> None:
    """Write the models, and say how large they are."""
    corpus, learnt = (sorted((MAILS / folder).glob("*.txt")) for folder in ("corpus", "learnt"))
    digest = sha256(b"".join(file.read_bytes() for file in (*corpus, *learnt))).hexdigest()
    read = [*examples(corpus, rules=False), *examples(learnt, rules=True)]
    for at, lesson in enumerate((REPLIES, PEOPLE)):
        mails = [of_mail[at] for of_mail in read]
        text = learn(mails, lesson, digest)
        (HERE / f"{lesson.name}.model").write_text(text, encoding="utf-8")
        print(f"{lesson.name}: {sum(map(len, mails))} examples, {len(text) // 1024} kB")


def examples(files: Sequence[Path], *, rules: bool) -> Iterator[tuple[list[Example], list[Example]]]:
    """Yield of each mail the examples for either model; `rules`: whether what the rules say is told."""
    for file in files:
        for case in cases(file):
            replies, people = _read(case, named=not file.name.startswith("answers"))
            yield (replies, people) if rules else (_without_rules(replies), _without_rules(people))


def _read(case: Case, *, named: bool) -> tuple[list[Example], list[Example]]:
    letter = read_letter(case.raw)
    text = own_text(letter)
    if text is None:
        return [], []
    told = written(letter, text)
    if told.subject == STATED_SUBJECT:
        told = replace(told, subject="invitation")
    reply = features.of_reply(told)
    if told.rules.reply is Reply.NO_RSVP and (part(letter.text).is_forward or letter.inner):
        return [Example(reply, Reply.NO_RSVP.value)], []  # the answer is in what is forwarded
    replies = [Example(reply, case.label.status)]
    if case.label.status == Reply.NO_RSVP.value or not named:
        return replies, []
    people = candidates(told.parsed, told.writer)
    roles = [_role(one, case) for one in people]
    if "guest" not in roles and roles[0] == "other":
        roles[0] = "guest"
    said = features.of_people(told, people)
    return replies, [Example(*pair) for pair in zip(said, roles, strict=True)]


def _role(one: Candidate, case: Case) -> str:
    if case.label.guest and _is(one, case.label.guest):
        return "guest"
    return "companion" if any(_is(one, name) for name in case.label.companions) else "other"


def _is(one: Candidate, name: tuple[str, str]) -> bool:
    return any(same_person(written, PersonName(*name)) for written in one.names)


def _without_rules(known: list[Example]) -> list[Example]:
    return [
        replace(
            one, told={name: strength for name, strength in one.told.items() if features.RULE not in name}
        )
        for one in known
    ]


def learn(mails: Sequence[Sequence[Example]], lesson: Lesson, digest: str) -> str:
    """Return the text of the model that is learnt: fitted, cut to what weighs most, fitted again."""
    counted = Counter(feature for mail in mails for feature in {name for one in mail for name in one.told})
    known = [one for mail in mails for one in mail]
    names = sorted(feature for feature, times in counted.items() if times >= FEWEST)
    fitted = _fit(known, names, lesson)
    spread = fitted.coef_.max(axis=0) - fitted.coef_.min(axis=0)
    names = sorted(names[at] for at in spread.argsort()[::-1][: lesson.most])
    fitted = _fit(known, names, lesson)
    rows = [(model.INTERCEPT, fitted.intercept_), *zip(names, fitted.coef_.T, strict=True)]
    return model.write(rows, fitted.classes_, learnt=digest)


def _fit(known: Sequence[Example], names: Sequence[str], lesson: Lesson) -> LogisticRegression:
    places = {name: at for at, name in enumerate(names)}
    rows = [
        [(places[name], strength) for name, strength in one.told.items() if name in places] for one in known
    ]
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    columns = [at for row in rows for at, _ in row]
    strengths = [strength for row in rows for _, strength in row]
    table = csr_matrix((strengths, columns, starts), shape=(len(known), len(names)))
    return LogisticRegression(C=lesson.strength, max_iter=5_000).fit(table, [one.label for one in known])


if __name__ == "__main__":
    main()
