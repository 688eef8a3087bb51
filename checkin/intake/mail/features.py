"""What the models are told of a reply and of the people in it: words in runs, and what the rules made of it.

Who writes is `¤me` among the words and anybody else `¤`, so that nothing is learnt of names. Features are
plain strings: a model's file can be read, and says what decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from checkin.intake.mail.candidates import Candidate
from checkin.intake.mail.clauses import ParsedSentence
from checkin.intake.mail.people import same_person
from checkin.intake.mail.phrases import Says
from checkin.intake.mail.written import Written
from checkin.intake.order import likely_given
from checkin.intake.proposals import PersonName

RULE = "rule "  # how the features begin that tell what the rules of `phrases` and `roles` made of it
_RULES_WEIGH = 0.2  # of the words together, so that the rules advise and do not decide
_TOKEN = re.compile(r"[a-z0-9]+'?|[?!:;,()+&/-]")
_THE_DAY = "24"  # every other number is one number
_PERSON, _WRITER = "¤", "¤me"
_LONGEST_RUN = 3  # words
_PARTS = range(3, 6)  # letters: what a word shares with its other forms, and with itself misspelt
_NEAR, _FAR = 4, 15  # words on either side of a person
_SENTENCE_BEFORE = 8  # its last words: what introduces a list
_MANY = 6  # what is counted beyond is many

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a sentence, each named person as one, and the places of those."""

    words: tuple[str, ...]
    people: tuple[int, ...]


def tokens(parsed: ParsedSentence, writer: PersonName) -> Tokens:
    """Return the words of a sentence between a mark of its beginning and one of its end."""
    words, places, start = ["^"], [], 0
    for person in parsed.people:
        words += _words(parsed.sentence.plain[start : person.start])
        places.append(len(words))
        words.append(_WRITER if same_person(person.name, writer) else _PERSON)
        start = person.end
    return Tokens((*words, *_words(parsed.sentence.plain[start:]), "$"), tuple(places))


def of_reply(told: Written) -> Features:
    """Return the features of a reply, the strengths of its words of length one together."""
    lines = [tokens(one, told.writer).words for one in told.parsed]
    found = {feature for line in lines for feature in (*_runs(line), *_word_parts(line))}
    found |= {f"subject {word}" for word in _words(told.subject)}
    found |= {f"sentences {_many(len(lines))}", f"words {_many(sum(map(len, lines)) // 10)}"}
    return dict.fromkeys(found, 1 / sqrt(len(found))) | dict.fromkeys(_rules_of_reply(told), _RULES_WEIGH)


def of_people(told: Written, people: Sequence[Candidate]) -> list[Features]:
    """Return the features of each of the people whom a reply may be about.

    Who it is about depends on who wrote it: whole sentences and the signature are told of the writer,
    the signature of the others as well.
    """
    lines = [tokens(one, told.writer) for one in told.parsed]
    sentences = {f"writer {run}" for line in lines for run in _runs(line.words)}
    signature = {run for one in told.signature for run in _runs(tokens(one, told.writer).words)}
    everybody = {f"people {_many(len(people))}", f"rule says {told.rules.reply.value}"}
    writers = sentences | {f"signature {run}" for run in signature}
    others = {f"signature of another {run}" for run in signature}
    return [
        dict.fromkeys(writers if one.is_writer else others, 0.5)
        | dict.fromkeys(everybody | _of_person(told, lines, one), 1.0)
        for one in people
    ]


def _of_person(told: Written, lines: Sequence[Tokens], one: Candidate) -> set[str]:
    found = set(_rules_of_person(told, one))
    for at, place in one.mentioned:
        parsed = told.parsed[at]
        found |= set(_around(lines[at], place, lines[at - 1].words if at else ()))
        found.add(f"in sentence {_many(at)}")
        if parsed.sentence.is_question:
            found.add("in a question")
        name = parsed.people[place].name
        given = name.given_name.split()
        likely = likely_given(given[0]) if given else "none"
        before = lines[at].words[lines[at].people[place] - 1]
        found |= {f"given name {likely}", f"given name {likely} after {before}"}
        if not name.family_name:
            found.add("no family name")
    if one.is_writer:
        return {f"self {feature}" for feature in found} | {"self"}
    if any(one.is_person(person.name) for line in told.signature for person in line.people):
        found.add("in the signature")
    return found


def _around(line: Tokens, place: int, before_it: Sequence[str]) -> Iterator[str]:
    """Yield what stands before and after the person at `place` of a sentence."""
    at = line.people[place]
    before, after = line.words[max(0, at - _FAR) : at], line.words[at + 1 : at + 1 + _FAR]
    for side, words in (("before", before), ("after", after)):
        nearest = words[::-1] if side == "before" else words
        yield from (f"{side} {distance} {word}" for distance, word in enumerate(nearest[:_NEAR]))
        yield from (f"{side} {run}" for run in _runs(words))
    yield f"between {before[-1]} {after[0]}"
    yield f"place {_many(place)} of {_many(len(line.people))}"
    if place:
        gap = line.words[line.people[place - 1] + 1 : at]
        first = line.people[0]
        yield f"after another {' '.join(gap[:3])}"
        yield f"list after {' '.join(line.words[max(0, first - 2) : first])}"
    for word in before_it[-_SENTENCE_BEFORE:]:
        yield f"sentence before {word}"


def _rules_of_reply(told: Written) -> Iterator[str]:
    reply = told.rules.reply.value
    yield f"{RULE}{reply}"
    yield f"{RULE}{reply}, doubts {min(len(told.rules.doubts), 2)}"
    for clause in told.clauses:
        if clause.says is not Says.NOTHING:
            whose = "own" if clause.of_writer else "other"
            yield f"{RULE}{clause.says.value} {whose}{' guessed' if clause.guessed else ''}"


def _rules_of_person(told: Written, one: Candidate) -> Iterator[str]:
    if one.is_person(told.rules.guest):
        yield f"{RULE}guest"
        yield f"{RULE}guest {told.rules.reply.value}"
    if any(map(one.is_person, told.rules.companions)):
        yield f"{RULE}companion"
        yield f"{RULE}companion {told.rules.reply.value}"
    for at in {at for at, _ in one.mentioned}:
        for clause in told.parsed[at].clauses:
            for cast in clause.people:
                if one.is_person(cast.name):
                    yield f"{RULE}{cast.role.value}"
                    yield f"{RULE}{cast.role.value} {clause.says.value} {clause.of_writer}"


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Yield every run of one to three words, and every two with one left out between them."""
    for length in range(1, _LONGEST_RUN + 1):
        for at in range(len(words) - length + 1):
            yield " ".join(words[at : at + length])
    for at in range(len(words) - 2):
        yield f"{words[at]} _ {words[at + 2]}"


def _word_parts(words: Sequence[str]) -> Iterator[str]:
    for word in {f"<{word}>" for word in words}:
        for length in _PARTS:
            for at in range(len(word) - length + 1):
                yield f"#{word[at : at + length]}"


def _words(plain: str) -> list[str]:
    return [word if not word.isdigit() or word == _THE_DAY else "0" for word in _TOKEN.findall(plain)]


def _many(number: int) -> int:
    return min(number, _MANY)
