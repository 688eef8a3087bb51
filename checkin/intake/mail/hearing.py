"""The clauses of a reply, asked by what deciding needs: who says what, who is named."""

from dataclasses import dataclass

from checkin.intake.mail.clauses import Clause
from checkin.intake.mail.phrases import (
    Says,
    all_the_same,
    refuses_outright,
    regrets,
    tells_earlier,
    turned_down,
    wished,
)
from checkin.intake.mail.roles import Role
from checkin.intake.proposals import PersonName, Reply


@dataclass(frozen=True, slots=True)
class Heard:
    """The clauses, asked by what is needed of them."""

    clauses: tuple[Clause, ...]
    writer: PersonName

    def writer_says(self, *kinds: Says) -> bool:
        """Whether a clause of who writes says one of `kinds`."""
        return any(c.of_writer and c.says in kinds for c in self.clauses)

    def others_say(self, *kinds: Says) -> bool:
        """Whether a clause about somebody else says one of `kinds`."""
        return any(not c.of_writer and c.says in kinds for c in self.clauses)

    def people(self, *roles: Role) -> list[PersonName]:
        """Return the people named in one of `roles`, in order."""
        return [one.name for clause in self.clauses for one in clause.named(*roles)]

    @property
    def writer_comes(self) -> bool:
        """Whether who writes says that they come, or that somebody comes with them."""
        return self.writer_says(Says.YES, Says.SURELY, Says.POLITE) or any(
            c.with_writer for c in self.clauses
        )

    @property
    def writer_refuses(self) -> bool:
        """Whether who writes says that they don't come."""
        return self.writer_says(Says.NO, Says.CANCELS)

    @property
    def comes_all_the_same(self) -> bool:
        """« Je suis en congé, mais je viendrai »: an obstacle is named, and a promise opposed to it."""
        refusals = [at for at, c in enumerate(self.clauses) if c.of_writer and c.says.refuses]
        after = self.clauses[refusals[-1] + 1 :]
        promised = any(c.of_writer and c.says in {Says.YES, Says.SURELY} for c in after)
        return self.only_obstacles and promised and any(c.opposes or all_the_same(c.text) for c in after)

    @property
    def only_obstacles(self) -> bool:
        """Whether what the writer refuses is but obstacles: « j'ai un examen ce jour-là »."""
        refusals = [c for c in self.clauses if c.of_writer and c.says.refuses]
        return not any(refuses_outright(c.text) or c.says is Says.CANCELS for c in refusals)

    @property
    def ends_in_doubt(self) -> bool:
        """« J'ai un examen qui peut tomber ce jour-là, je ne sais pas encore »."""
        said = [c.says for c in self.clauses if c.of_writer and (c.says.refuses or c.says is Says.MAYBE)]
        return self.only_obstacles and said[-1] is Says.MAYBE

    @property
    def refusal(self) -> Reply:
        """Declined, or cancelled where an earlier answer is taken back."""
        back = any(c.says is Says.CANCELS or tells_earlier(c.sentence.plain) for c in self.clauses)
        return Reply.CANCELLED if back else Reply.DECLINED

    @property
    def has_wished(self) -> bool:
        """Whether a sentence tells what would have been."""
        return any(wished(c.sentence.plain) for c in self.clauses)

    @property
    def turns_down(self) -> bool:
        """Whether thanks or an earlier answer are followed by « mais », and nothing is asked."""
        return any(turned_down(c.sentence.plain) and not c.sentence.is_question for c in self.clauses)

    @property
    def is_sorry(self) -> bool:
        """Whether any sentence that asks nothing is sorry about something."""
        return any(regrets(c.sentence.plain) and not c.sentence.is_question for c in self.clauses)
