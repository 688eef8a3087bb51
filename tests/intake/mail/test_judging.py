"""What rules and models come to together, and that a person is told where they differ."""

from dataclasses import replace

from checkin.intake.mail import features
from checkin.intake.mail.candidates import candidates
from checkin.intake.mail.judging import judge, telling
from checkin.intake.mail.message import Letter
from checkin.intake.mail.written import Written, written
from checkin.intake.proposals import Reply


def told(text: str, sender: str = "Ana Blin") -> Written:
    return written(Letter(sender=sender, address="ana.blin@example.org", text=text), text)


def test_where_both_agree_the_reading_stands_as_the_rules_made_it() -> None:
    reply = told("Bonjour,\n\nJe confirme ma présence le 24, avec Luc Roy.\n\nAna Blin")
    assert judge(reply) == reply.rules


def test_what_no_rule_understands_is_weighed_and_doubted() -> None:
    reply = told("Bonjour,\n\nOn sera des vôtres jeudi, comptez-nous dedans !\n\nAna Blin")
    decision = judge(reply)
    assert decision.reply is Reply.CONFIRMED
    nothing = told("Merci pour le programme, belle initiative. À quelle heure finit la matinée ?\n\nAna Blin")
    assert judge(nothing).reply is Reply.NO_RSVP


def test_a_director_is_meant_and_not_the_assistant() -> None:
    decision = judge(
        told(
            "Madame,\n\nMonsieur Paul Vidal, directeur général, participera à la matinée du 24 novembre.\n\n"
            "Ana Blin\nAssistante de direction"
        )
    )
    assert (decision.guest.given_name, decision.guest.family_name) == ("Paul", "Vidal")


def test_everybody_is_a_candidate_once_and_the_writer_first() -> None:
    reply = told("Luc Roy et moi viendrons. M. Roy vous écrira. Mme Paz est absente.\n\nAna Blin")
    people = candidates(reply.parsed, reply.writer)
    assert [one.name.family_name for one in people] == ["Blin", "Roy", "Paz"]
    assert [one.is_writer for one in people] == [True, False, False]
    assert people[1].mentioned == ((0, 0), (1, 0))


def test_a_name_is_kept_once_however_often_it_is_written() -> None:
    reply = told("Luc Roy viendra. " * 50 + "\n\nAna Blin")
    person = candidates(reply.parsed, reply.writer)[1]
    assert (len(person.names), len(person.mentioned)) == (1, 50)


def test_features_hold_no_name() -> None:
    reply = told("Je viendrai avec Wenceslas Kerbrat.\n\nAna Blin")
    people = candidates(reply.parsed, reply.writer)
    found = {*features.of_reply(reply), *(f for one in features.of_people(reply, people) for f in one)}
    assert not any("kerbrat" in feature or "wenceslas" in feature for feature in found)
    assert "viendrai avec ¤" in found


def test_words_are_of_length_one_together_however_many() -> None:
    for text in ("Oui.", "Oui. " * 200 + "Je viendrai avec plaisir si le train roule, sinon je vous écris."):
        strengths = [v for f, v in features.of_reply(told(text)).items() if not f.startswith(features.RULE)]
        assert abs(sum(v * v for v in strengths) - 1) < 1e-9


def test_the_sentence_that_tells_is_found_where_no_rule_sees_it() -> None:
    reply = told("Belle initiative !\n\nJe prends le premier train jeudi pour être chez vous.\n\nAna Blin")
    assert [one.text for one in telling(reply, Reply.CONFIRMED)] == [
        "Je prends le premier train jeudi pour être chez vous."
    ]
    assert list(telling(told(""), Reply.CONFIRMED)) == []


def test_whom_a_substitute_stands_in_for_is_kept_where_the_models_add_a_companion() -> None:
    reply = told("Je serai remplacée par Magali Faure, accompagnée de son adjoint, Luc Costa.\n\nAna Blin")
    alone = replace(reply, rules=replace(reply.rules, companions=()))
    decision = judge(alone)
    assert [one.family_name for one in decision.companions] == ["Costa"]
    assert (decision.guest.family_name, decision.in_place_of.family_name) == ("Faure", "Blin")
