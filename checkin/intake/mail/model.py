"""A linear model: what each feature weighs for each class, learnt from labelled replies.

`resources/mail/make_models.py` learns the weights. A model's file says in its first line what it was learnt
from and in the second the classes; each further line is a feature and its weights, parted by tabs, in
thousandths. That is all a multinomial logistic regression is, so that reading mail needs no library for it,
and every decision can be explained by summing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from checkin.resource import resource

_SCALE = 1_000
INTERCEPT = "*"  # the weight that every example has


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of features, one for each of the classes."""

    classes: tuple[str, ...]
    weights: Mapping[str, tuple[int, ...]]

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """Return how probable each class is, given features and how strong each is; the sum is one."""
        return dict(zip(self.classes, _softmax(self._scores(features)), strict=True))

    def _scores(self, features: Mapping[str, float]) -> list[float]:
        scores = [float(weight) for weight in self.weights[INTERCEPT]]
        for feature, strength in features.items():
            for at, weight in enumerate(self.weights.get(feature, ())):
                scores[at] += strength * weight
        return [score / _SCALE for score in scores]


def _softmax(scores: list[float]) -> list[float]:
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    return [power / sum(powers) for power in powers]


@cache
def load(name: str) -> Model:
    """Return the model in `resources/mail`, read once."""
    with resource("mail", f"{name}.model").open(encoding="utf-8") as file:
        next(file)
        _, *classes = next(file).rstrip("\n").split("\t")
        return Model(tuple(classes), dict(map(_row, file)))


def write(lines: Iterable[tuple[str, Iterable[float]]], classes: Iterable[str], *, learnt: str) -> str:
    """Return the text of a model's file: of each feature its weights in the order of the classes.

    `learnt` is the digest of the mails that the weights were learnt from.
    """
    head = (f"learnt from {learnt}", "\t".join(("feature", *classes)))
    rows = ("\t".join((name, *(str(round(w * _SCALE)) for w in weights))) for name, weights in lines)
    return "\n".join((*head, *rows)) + "\n"


def _row(line: str) -> tuple[str, tuple[int, ...]]:
    feature, *weights = line.rstrip("\n").split("\t")
    return feature, tuple(map(int, weights))
