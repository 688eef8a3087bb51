# ruff: noqa: E501 - the mails' lines are as long as mail programs make them
"""What mail programs do to a reply: the text that is taken as the reply, exactly."""

import base64
import quopri
from html import escape

import pytest

from checkin.intake.mail.message import read_letter
from checkin.intake.mail.quoting import part

REPLY = "Bonjour,\n\nJe viendrai avec Nils Aubertet.\n\nMaud Ferriol"
ASKED = "Madame, Monsieur,\n\nNous vous remercions de confirmer votre présence.\n\nLe secrétariat"
QUOTED = "\n".join(f"> {line}".rstrip() for line in ASKED.split("\n"))
SEC, SEC_AT = "SEC COMPETENCES", "SEC COMPETENCES <sec@cab.example>"


def mail(text: str, kind: str = "text/plain", *, charset: str = "utf-8", encoding: str = "8bit") -> bytes:
    """Return one message with a body of that kind."""
    head = f"From: Maud Ferriol <maud.ferriol@ateliers.example>\nMIME-Version: 1.0\nContent-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
    body = text.encode(charset.split(";", maxsplit=1)[0])
    if encoding == "base64":
        body = base64.encodebytes(body)
    elif encoding == "quoted-printable":
        body = quopri.encodestring(body)
    return head.encode() + body


def parts(*bodies: bytes, kind: str = "alternative") -> bytes:
    """Return a multipart message of what `mail` returns."""
    inner = b"".join(b"--=b=\n" + body.split(b"\n", 2)[2] + b"\n" for body in bodies)
    head = f'From: Maud Ferriol <maud.ferriol@ateliers.example>\nMIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="=b="\n\n'
    return head.encode() + inner + b"--=b=--\n"


def html(body: str) -> bytes:
    """Return a message that is HTML only."""
    return mail(f"<html><head><style>p {{margin:0}}</style></head><body>{body}</body></html>", "text/html")


def divs(text: str) -> str:
    """Return a text as most web mails lay it out."""
    return "".join(f"<div>{escape(line) or '<br>'}</div>" for line in text.split("\n"))


def fields(text: str) -> str:
    """Return a header block above the invitation."""
    return f"{REPLY}\n\n{text}\n\n{ASKED}"


MARKED = {  # the line above a quote whose lines are marked
    "gmail-mobile": f"Le lun. 7 nov. 2022, 10:12, {SEC_AT} a écrit :",
    "apple-french": f"> Le 7 nov. 2022 à 10:12, {SEC_AT} a écrit :",
    "apple-english": f"On 7 Nov 2022, at 10:12, {SEC_AT} wrote:",
    "spark": f"Le 7 nov. 2022 à 10:12 +0100, {SEC_AT}, a écrit :",
    "proton": f"------- Original Message -------\nOn Monday, November 7th, 2022 at 10:12, {SEC_AT} wrote:",
    "yahoo": f"Le lundi 7 novembre 2022 à 10:12:03 UTC+1, {SEC_AT} a écrit :",
    "broken-over-lines": "Le lundi 7 novembre 2022 à 10:12:03 UTC+1, SEC COMPETENCES\n<sec@cab.example> a\nécrit :",
    "kmail": f"Le lundi 7 novembre 2022, 10:12:03 CET {SEC} a écrit :",
    "sogo": f"Le Lundi, Novembre 07, 2022 10:12 CET, {SEC_AT} a écrit:",
    "mutt": f"On Mon, Nov 07, 2022 at 10:12:03AM +0100, {SEC} wrote:",
    "horde": f"{SEC_AT} a écrit :",
    "horde-english": f"Quoting {SEC_AT}:",
    "thunderbird-german": f"Am 07.11.2022 um 10:12 schrieb {SEC}:",
    "gmail-german": f"Am Mo., 7. Nov. 2022 um 10:12 Uhr schrieb {SEC_AT}:",
    "gmail-dutch": f"Op ma 7 nov. 2022 om 10:12 schreef {SEC_AT}:",
    "gmail-spanish": "El lun, 7 nov 2022 a las 10:12, SEC COMPETENCES (<sec@cab.example>) escribió:",
    "gmail-italian": f"Il giorno lun 7 nov 2022 alle ore 10:12 {SEC_AT} ha scritto:",
    "gmail-portuguese": f"{SEC_AT} escreveu no dia segunda, 7/11/2022 à(s) 10:12:",
    "tutanota": "7 nov. 2022, 10:12 de sec@cab.example:",
    "tutanota-english": "Nov 7, 2022, 10:12 by sec@cab.example:",
    "zoho": f"---- Le Mon, 07 Nov 2022 10:12:03 +0100 {SEC_AT} écrit ----",
    "hey": f"On November 7, 2022, {SEC_AT} wrote:",
    "inotes": f"-----{SEC_AT} a écrit : -----",
}
HEADED = {  # the fields above a quote whose lines are not
    "outlook-2016": f"De : {SEC_AT}\nEnvoyé : lundi 7 novembre 2022 10:12\nÀ : Maud Ferriol\nObjet : Invitation",
    "outlook-bold": f"*De :* {SEC_AT}\n*Envoyé :* lundi 7 novembre 2022 10:12\n*À :* Maud Ferriol\n*Objet :* Invitation",
    "outlook-rule": f"________________________________\nFrom: {SEC_AT}\nSent: Monday, November 7, 2022 10:12\nTo: Maud Ferriol\nSubject: Invitation",
    "outlook-german": f"Von: {SEC_AT}\nGesendet: Montag, 7. November 2022 10:12\nAn: Maud Ferriol\nBetreff: Invitation",
    "outlook-german-old": f"-----Ursprüngliche Nachricht-----\nVon: {SEC_AT}\nGesendet: Montag, 7. November 2022 10:12",
    "outlook-spanish": f"De: {SEC_AT}\nEnviado el: lunes, 7 de noviembre de 2022 10:12\nPara: Maud Ferriol\nAsunto: Invitation",
    "outlook-italian": f"Da: {SEC_AT}\nInviato: lunedì 7 novembre 2022 10:12\nA: Maud Ferriol\nOggetto: Invitation",
    "outlook-dutch": f"Van: {SEC_AT}\nVerzonden: maandag 7 november 2022 10:12\nAan: Maud Ferriol\nOnderwerp: Invitation",
    "outlook-mac": f"De : {SEC_AT}\nDate : lundi 7 novembre 2022 à 10:12\nÀ : Maud Ferriol\nObjet : Invitation",
    "la-poste": f"De : {SEC} sec@cab.example\nEnvoyé le : 07/11/2022 à 10:12\nÀ : maud.ferriol@ateliers.example\nObjet : Invitation",
    "samsung": f"-------- Message d'origine --------\nDe : {SEC_AT} \nDate : 07/11/2022  10:12  (GMT+01:00) \nÀ : Maud Ferriol \nObjet : Invitation ",
    "blackberry": f"\u00a0 Message d'origine \u00a0\nDe: {SEC_AT}\nEnvoyé: lundi 7 novembre 2022 10:12",
    "em-client": f'------ Message d\'origine ------\nDe "{SEC}" <sec@cab.example>\nÀ "Maud Ferriol" <maud.ferriol@ateliers.example>\nDate 07/11/2022 10:12:03\nObjet Invitation',
    "groupwise": f'>>> "{SEC}" <sec@cab.example> 07.11.2022 10:12 >>>',
    "zimbra": f'----- Mail original -----\nDe: "{SEC}" <sec@cab.example>\nÀ: "Maud Ferriol" <maud.ferriol@ateliers.example>\nEnvoyé: Lundi 7 Novembre 2022 10:12:03',
    "orange": f"> Message du 07/11/22 10:12\n> De : {SEC_AT}\n> A : Maud Ferriol\n> Objet : Invitation",
}
SIGNED = f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{REPLY}\n-----BEGIN PGP SIGNATURE-----\n\niHUEARYIAB0=\n-----END PGP SIGNATURE-----"
SLIP = "Nom : Ferriol\nPrénom : Maud\nParticipera : oui\nAccompagnant(s) (prénom, nom) : Nils AUBERTET"
EMPTY_SLIP = "Nom :\nPrénom :\nParticipera :\nAccompagnant(s) (prénom, nom) :"
TABLE = "<table><tr><td><p>Nom</p></td><td><p>Prénom</p></td></tr><tr><td><p>AUBERTET</p></td><td><p>Nils</p></td></tr></table>"
OUTLOOK = "".join(f"<p class=MsoNormal>{line or '&nbsp;'}</p>" for line in REPLY.split("\n"))
LAID_OUT = "<table><tr><td><img src='cid:1' alt=''></td><td><p>Maud Ferriol</p><p>Ateliers du Val</p></td></tr></table>"

SHAPES: dict[str, tuple[bytes, str]] = {
    **{name: (mail(f"{REPLY}\n\n{line}\n{QUOTED}"), REPLY) for name, line in MARKED.items()},
    **{name: (mail(fields(text)), REPLY) for name, text in HEADED.items()},
    # how the text was written down
    "base64": (mail(REPLY, encoding="base64"), REPLY),
    "quoted-printable-windows": (mail(REPLY, charset="cp1252", encoding="quoted-printable"), REPLY),
    "utf-16": (mail(REPLY, charset="utf-16", encoding="base64"), REPLY),
    "charset-that-lies": (mail(REPLY).replace(b"charset=utf-8", b"charset=us-ascii"), REPLY),
    "encoded-twice": (
        mail(REPLY.replace("viendrai", "serai là, confirmé,").encode().decode("cp1252")),
        REPLY.replace("viendrai", "serai là, confirmé,"),
    ),
    "flowed": (
        mail("Bonjour, je \nviendrai.\n\n-- \nMaud Ferriol", charset="utf-8; format=flowed"),
        "Bonjour, je viendrai.\n\n--\nMaud Ferriol",
    ),
    "flowed-crlf": (
        mail("Bonjour, je \r\nviendrai.\r\n\r\n-- \r\nMaud Ferriol", charset="utf-8; format=flowed"),
        "Bonjour, je viendrai.\n\n--\nMaud Ferriol",
    ),
    "pgp": (mail(SIGNED), REPLY),
    "text-is-a-notice": (parts(mail("Ce message est au format HTML."), html(divs(REPLY))), REPLY),
    "text-is-empty": (parts(mail(" \n"), html(divs(REPLY))), REPLY),
    "footer-of-a-list": (parts(mail(REPLY), mail("\n> fin de la liste"), kind="mixed"), REPLY),
    # answers in and below what is quoted
    "below": (mail(f"{MARKED['mutt']}\n{QUOTED}\n\n{REPLY}"), REPLY),
    "between": (
        mail(f"Bonjour,\n\n{MARKED['kmail']}\n> Viendrez-vous ?\nOui, sans faute.\n> Avec qui ?\nSeule.\n"),
        "Bonjour,\n\nOui, sans faute.\nSeule.",
    ),
    "arrow-in-unmarked-quote": (
        mail(
            f"Ma réponse ci-dessous.\n\n{HEADED['outlook-2016']}\n\nViendrez-vous ?\n=> Oui, je viendrai.\n\n{ASKED}"
        ),
        "Oui, je viendrai.\n\nMa réponse ci-dessous.",
    ),
    "name-in-unmarked-quote": (
        mail(
            f"See my answer below in blue.\n\n{HEADED['outlook-rule']}\n\nWill you come?\n[Maud Ferriol] Yes I will.\n\n{ASKED}"
        ),
        "Yes I will.\n\nSee my answer below in blue.",
    ),
    "slip-filled-in-the-quote": (
        mail(f"Coupon rempli.\n\n{HEADED['outlook-2016']}\n\n{ASKED}\n\n{SLIP}"),
        f"{SLIP}\n\nCoupon rempli.",
    ),
    "slip-filled-in-marked": (
        mail(f"Coupon rempli.\n\n{MARKED['kmail']}\n{QUOTED}\n> " + SLIP.replace("\n", "\n> ")),
        f"{SLIP}\n\nCoupon rempli.",
    ),
    "arrow-of-the-invitation": (
        mail(
            f"Merci de l'invitation ci-dessous, je viendrai.\n\n{HEADED['outlook-2016']}\n\n{ASKED}\n-> 10h00 accueil"
        ),
        "Merci de l'invitation ci-dessous, je viendrai.",
    ),
    "somebody-wrote": (
        mail("Bonjour,\n\nOn m'a écrit :\nvous êtes invitée.\n\nJe viendrai."),
        "Bonjour,\n\nOn m'a écrit :\nvous êtes invitée.\n\nJe viendrai.",
    ),
    "slip-left-empty": (mail(f"{REPLY}\n\n{HEADED['outlook-2016']}\n\n{ASKED}\n\n{EMPTY_SLIP}"), REPLY),
    # what is around a reply
    "telephone": (mail(f"{REPLY}\n\nEnvoyé de mon iPhone\n\n{MARKED['apple-french']}\n{QUOTED}"), REPLY),
    "outlook-mobile": (
        mail(
            f"{REPLY}\n\nTélécharger Outlook pour Android<https://aka.ms/AAb9ysg>\n{HEADED['outlook-rule']}\n\n{ASKED}"
        ),
        REPLY,
    ),
    "pictures": (mail(f"{REPLY}\n[Logo]\n[cid:image001.png@01D8F2]\n<image002.jpg>"), REPLY),
    "banner": (mail(f"ATTENTION : ce courriel provient d'un expéditeur externe.\n\n{REPLY}"), REPLY),
    "legal-notice": (
        mail(
            f"{REPLY}\n\nCe message et ses pièces jointes sont confidentiels. Si vous n'en êtes pas destinataire, détruisez-le."
        ),
        REPLY,
    ),
    # HTML
    "html-gmail": (
        html(
            f"{divs(REPLY)}<br><div class='gmail_quote'><div class='gmail_attr'>{escape(MARKED['gmail-mobile'])}<br></div><blockquote>{divs(ASKED)}</blockquote></div>"
        ),
        REPLY,
    ),
    "html-outlook": (
        html(
            f"{OUTLOOK}<div style='border-top:solid'><p class=MsoNormal><b>De :</b> {escape(SEC_AT)}<br><b>Envoyé :</b> lundi 7 novembre 2022<br><b>À :</b> Maud Ferriol<br><b>Objet :</b> Invitation</p></div>{divs(ASKED)}"
        ),
        REPLY,
    ),
    "html-notes": (
        html(
            f"{divs(REPLY)}<table><tr><td>De :</td><td>{escape(SEC_AT)}</td><tr><td>A :</td><td>Maud Ferriol</td><tr><td>Objet :</td><td>Invitation</td></table>{divs(ASKED)}"
        ),
        REPLY,
    ),
    "html-preview-hidden": (html(f"<div style='display:none'>Voir en ligne<br></div>{divs(REPLY)}"), REPLY),
    "html-in-one-cell": (html(f"<table><tr><td>{divs(REPLY)}</td></tr></table>"), REPLY),
    "html-table-of-people": (
        html(f"<div>Viendront :</div>{TABLE}"),
        "Viendront :\nNom\tPrénom\nAUBERTET\tNils",
    ),
    "html-signature-laid-out": (
        html(f"<div>Je viendrai.</div><div><br></div>{LAID_OUT}"),
        "Je viendrai.\n\nMaud Ferriol\n\nAteliers du Val",
    ),
    "html-list": (
        html("<p>Avec :</p><ul><li><p>Nils Aubertet</p></li><li>Ida Rol</li></ul>"),
        "Avec :\n- Nils Aubertet\n- Ida Rol",
    ),
    "html-unclosed": (
        html("<div>Je viendrai.<br><br>Maud Ferriol<blockquote>Viendrez-vous ?"),
        "Je viendrai.\n\nMaud Ferriol",
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_the_reply(name: str) -> None:
    raw, reply = SHAPES[name]
    assert part(read_letter(raw).text).above.strip() == reply


@pytest.mark.parametrize("name", [*MARKED, *HEADED])
def test_what_is_quoted_and_whose_it_is(name: str) -> None:
    quoted = part(read_letter(SHAPES[name][0]).text)
    assert quoted.below.strip() == ASKED
    assert not quoted.below_from or "sec" in quoted.below_from.casefold()


def test_forward_by_a_telephone_marks_what_it_forwards() -> None:
    quoted = part(
        f"TR pour info\n\nDébut du message réexpédié :\n\n> De: {SEC_AT}\n> Objet: Re: Invitation\n> Date: 7 novembre 2022 à 10:12\n>\n> Je viendrai."
    )
    assert (quoted.above, quoted.below.strip()) == ("TR pour info", "Je viendrai.")


def test_header_in_bytes_that_are_not_ascii() -> None:
    raw = "From: Maud Ferriol <m@ateliers.example>\nSubject: Présence confirmée\n\nOui.".encode()
    assert read_letter(raw).subject == "Présence confirmée"
