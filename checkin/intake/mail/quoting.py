# ruff: noqa: E501 - a pattern reads best on one line
"""What of a message's text is the reply: not the invitation quoted below it, nor the legal notice.

Answers between or below quoted lines are part of it, and a reply that was forwarded whole is told apart.
"""

import re
from dataclasses import dataclass

from checkin.domain.folding import fold
from checkin.intake.mail.mentions import is_person
from checkin.intake.mail.slips import filled_fields

_PLAIN_ANSWER = re.compile(
    r"(?i)^\W*(?:non|no|none|aucune?|néant|personne|rien|pas d['’e ]\w*)\b[^,;]{0,20}$"
)
_OTHER_QUESTION = re.compile(
    r"(?i)accompagn|régime|allerg|besoin|handicap|accès|parking|companion|guest|dietary|bring"
)
_SEALED, _SEAL = "-----BEGIN PGP SIGNED MESSAGE-----", "-----BEGIN PGP SIGNATURE-----"
_FEWEST_FIELDS = 3  # that stand together in a header
_MOST_LINES = 3_000
_LONGEST_LINE = 4_000

# A line that says that the rest is quoted, whatever client wrote it. Matched on lines without « > ».
_SEPARATORS = re.compile(
    r"""(?ix)^\s*[*_]*(
      -{2,}\s*(message\ d['’]origine|original\ message|mail\ original|message\ original|reply\ message
        |original\ appointment|rendez-vous\ d['’]origine|e-?mail\ d['’]origine|courriel\ original
        |ursprüngliche\ nachricht|mensaje\ original|messaggio\ originale|oorspronkelijk\ bericht|mensagem\ original)\s*-*
    | -{3,}\s*(forwarded\ message|message\ (transféré|transmis|réexpédié)|mail\ transféré|forwarded\ by\b.*)\s*-*
    | -{3,}\s*(le|on|a)?\b.{6,200}\b(a\ écrit|écrit|wrote)\s*:?\s*-{3,}
    | (début\ du\ message\ (réexpédié|transféré)|begin\ forwarded\ message)\s*:
    | message\ (d['’]origine|original)|original\ message
    | >?\ ?message\ du\ \d{1,2}/\d{1,2}/\d{2,4}.*
    | >?\ ?envoyé\ ?:\ \d{1,2}\ \w+\ \d{4}\ (à|at)\ .*
    )\s*[*_]*$"""
)
# « … a écrit : » in the languages of those who write to a ministry in Paris
_SAYS = r"(?:a\ écrit|a\ ecrit|wrote|schrieb|schreef|escribió|ha\ scritto|escreveu|skrev)"
_WROTE = re.compile(
    rf"""(?ix)^\s*(
      (le|on|am|el|op|il\ giorno|em|den)\b(?=.{{0,200}}\d).{{6,300}}\b{_SAYS}\s*:?
    | (am|op)\b.{{6,100}}\b(schrieb|schreef)\ .{{2,200}}:
    | .{{3,200}}<[^<>\s]+@[^<>\s]+>\s*(a\ écrit|wrote|writes)\s*:
    | .{{3,200}}<[^<>\s]+@[^<>\s]+>\s*escreveu\b.{{0,80}}:
    | (?:quoting|zitat\ von|citation\ de)\ .{{2,200}}:
    | \d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}},?\s.{{0,200}}(a\ écrit|wrote|gmt[^:]*)\s*:
    | (\w+\.?\ \d{{1,2}}|\d{{1,2}}\ \w+\.?),?\ \d{{4}},?\ (à\ |at\ )?\d{{1,2}}:\d{{2}}.{{0,4}}\ (de|by|von|from)\ .{{2,200}}:
    | (le|on)\s.{{4,200}}<[^<>\s]+@[^<>\s]+>\s*:
    )\s*$"""
)
_AUTHOR = re.compile(
    rf"(?ix)\d{{1,2}}\s?[:h]\d{{2}}(?::\d{{2}})?(?:\s?[ap]m)?(?:\ ?[+-]\d{{4}}|\ (?:utc|gmt|cet|cest)\S*)?,?\s+(?:uhr\s+)?(?:(?:de|by|schrieb|schreef)\s+)?"
    rf"([^\d,].{{1,80}}?)\s*(?:<[^>]*>)?\s*,?\s*(?:{_SAYS}|:\s*$)"
)
_GROUPWISE = re.compile(r"^\s*>>>\s*(.{3,200}?)\s+\d{1,2}[./]\d{1,2}[./]\d{2,4}.{0,20}>>>\s*$")
_WROTE_STARTS = re.compile(r"(?i)^\s*(le|on|am|el|op|il|em|den)\s+(\w+\.?,?\s+){0,2}(\d|\w+ \d|l?undi)")
_WROTE_ENDS = re.compile(r"(?i)crit\b|wrote|schrieb|schreef|escribi|scritto|escreveu|skrev|@")
_FIELDS = (
    r"de|from|exp[ée]diteur|von|van|da|à|a|to|an|aan|para|envoy[ée](?: le| par)?|sent|date|gesendet|verzonden|enviado(?: el| em)?"
    r"|inviato|datum|objet|subject|betreff|onderwerp|asunto|assunto|oggetto|cc|copie à|kopie|reply-to|répondre à"
)
_FIELD = re.compile(rf"(?i)^\s*[*_]*({_FIELDS})\s*[*_]*\s*:")
_FROM = re.compile(r"(?i)^\s*[*_]*(de|from|exp[ée]diteur|von|van|da)\s*[*_]*\s*:[*_]*\s*(.+)$")
_BARE_FIELD = re.compile(r"^(?:De|From|À|A|To|Cc|Date|Objet|Subject) \S")  # eM Client writes no colons
_BARE_FROM = re.compile(r"^(?:De|From) .*<[^<>\s]+@")
_RULE = re.compile(r"^\s*[_\-=*]{5,}\s*$")
_QUOTED = re.compile(r"^\s{0,2}>")
_FORWARDS = re.compile(
    r"\b(ci dessous|ci apres|ci joint|transfere|transmets|transfert|fais suivre|pour suite|pour information"
    r"|reponse (de|du)|below|forward|fyi|pour info|voir plus bas|tr|fw|fwd|reponse positive de)\b"
)
# Who says that the answer stands in the quote, and what then stands there that no invitation holds.
_POINTS_BELOW = re.compile(
    r"\b(coupon|bulletin|formulaire|slip|form|rempli\w*|complete\w*"
    r"|(reponses?|reponds|answers?|repl(y|ies)|comments?)\b.{0,40}\b(ci dessous|ci apres|plus bas|below)"
    r"|dans le (texte|corps|mail|message)|en (rouge|bleu|vert|couleur|gras)|in (red|blue|green|bold|line)|inline)\b"
)
_OWN_IN_QUOTE = re.compile(r"^\s*(?:→|➔|⇒|=+>|-+>|#{2,}|\*{3,}|\[[^\W\d][^\]\d:]{1,40}\])\s*(?=\w)")

_NOTICE = re.compile(
    r"""(?ix)^\W*(
      (ce|le\ présent|cet)\ (message|courriel|courrier|e-?mail|mail)\b.{0,120}(confidentiel|destin|pièces?\ jointe|provient|expéditeur|usage|intention|établi)
    | (les|toutes\ les)\ informations\ (contenues|figurant|transmises)
    | si\ vous\ (n['’]êtes\ pas|avez\ reçu\ ce|recevez\ ce)
    | toute\ (utilisation|publication|diffusion|modification|divulgation)
    | (l['’]|notre\ |nos\ )?(internet|intégrité|administration|société)\b.{0,80}(responsab|garanti|décline)
    | this\ (e-?mail|message|communication|mail)\b.{0,120}(confidential|intended|attachment|privileged|external|recipient|sender)
    | the\ (information|content)s?\ (contained\ )?(in|of)\ this
    | if\ you\ (are\ not\ the|have\ received\ this|received\ this)
    | (avertissement|disclaimer|confidentialit[yé])\b\ ?(notice)?\s*[:\]!-].*
    | (attention|caution|warning|important|externe|external)\b.{0,200}(extern|cliqu|click|expéditeur|sender|\blien)
    | \[?(externe|external|ext)\]?\s*$
    | (pensez|n['’]imprimez|avant\ d['’]imprimer|merci\ de\ penser|afin\ de\ (respecter|contribuer|préserver)|adoptez|economisez|économisez)\b.*
    | (please\ consider|think\ before|save\ paper)
    | (conformément|en\ application)\b.{0,60}(rgpd|règlement|loi|données)
    | (garanti\ sans\ virus|virus-free|l['’]absence\ de\ virus|sans\ virus)
    | vous\ recevez\ (ce|cet|rarement|souvent)
    | you\ don['’]t\ often\ get
    | (en\ savoir\ plus\ sur\ la\ raison|découvrez\ pourquoi|learn\ why)
    | (se\ désabonner|unsubscribe|cliquez\ ici\ pour\ vous\ d)
    )"""
)
_MOBILE = re.compile(
    r"""(?ix)^\W*(
      (envoyé|envoye|expédié|écrit)\s+(de|depuis|à\ partir|avec|par|via|from)\b.*
    | sent\s+(from|with|via|by)\b.*
    | (télécharger|obtenez|obtenir|get|téléchargez)\s+outlook\b.*
    | courriel\ envoyé\ .*
    | (yahoo\ mail|protonmail|proton\ mail).{0,60}
    | mailo.{0,40}
    )$ | ^\s*(\[(cid:[^\]]*|logo|image[^\]]*)\]|<image\d+\.\w+>)\s*$"""
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text in its two parts, and who wrote the part below, where its header says so."""

    above: str
    below: str = ""
    below_from: str = ""
    cut: bool = False  # whether lines were too many or too long to be kept whole

    @property
    def is_forward(self) -> bool:
        """Whether what is above only introduces what is below."""
        folded = fold(self.above)
        return bool(self.below.strip()) and (not folded or bool(_FORWARDS.search(folded)))


def part(text: str) -> Quoted:
    """Return the reply in `text`, and the message quoted below it."""
    lines, cut = _bounded(text)
    lines = _unsealed(lines)
    at, below_at = _first_quote(lines)
    if at is None:
        quoted = [_unmarked(line) for line in lines if _QUOTED.match(line)]
        return Quoted(_without_notices([*_filled_in(lines, quoted), *_answers(lines)]), cut=cut)
    rest = lines[below_at:]
    body = rest[_header_length([_unmarked(line) for line in rest]) :]
    answers = _answers(body) if _is_marked(body) else []
    above = [line for line in lines[:at] if not _QUOTED.match(line)]
    unmarked = [_unmarked(line) for line in rest if not _is_wrote(line)]
    return Quoted(
        above=_without_notices([*_filled_in(above, unmarked), *above, *_no_headers(answers)]),
        below="\n".join(_after_header(unmarked)),
        below_from=_author(lines[at:below_at], unmarked),
        cut=cut,
    )


def _unmarked(line: str) -> str:
    return re.sub(r"^\s*(?:>\s?)+", "", line)


def _filled_in(above: list[str], quoted: list[str]) -> list[str]:
    """Return what was written into the quote, where it is said to be there: a slip's fields, marked answers."""
    said = fold("\n".join(line for line in above if not _QUOTED.match(line)))
    if said and not _POINTS_BELOW.search(said):
        return []
    marked = [_OWN_IN_QUOTE.sub("", line) for line in quoted if _OWN_IN_QUOTE.match(line)]
    own = [*filled_fields(quoted), *marked]
    return [*own, ""] if own else []


def _unsealed(lines: list[str]) -> list[str]:
    """Drop the armour of a message that was signed (RFC 9580, 7): its headers and its signature."""
    if _SEALED not in lines:
        return lines
    start = lines.index(_SEALED)
    body = lines.index("", start) if "" in lines[start:] else start
    end = next((at for at in range(body, len(lines)) if lines[at] == _SEAL), len(lines))
    return [*lines[:start], *(re.sub(r"^- (?=-)", "", line) for line in lines[body + 1 : end])]


def is_mobile(line: str) -> bool:
    """Whether a line is what a telephone or a mail program adds (« Envoyé de mon iPhone », « [Logo] »)."""
    return bool(_MOBILE.match(line))


def _bounded(text: str) -> tuple[list[str], bool]:
    lines = text.split("\n")
    kept = [line[:_LONGEST_LINE].rstrip() for line in lines[:_MOST_LINES]]
    return kept, len(lines) > _MOST_LINES or any(len(line) > _LONGEST_LINE for line in lines)


def _first_quote(lines: list[str]) -> tuple[int | None, int]:
    """Return the line at which a quote's header begins, and the one after it."""
    for at, line in enumerate(lines):
        bare = _unmarked(line)
        if _SEPARATORS.match(bare) or _is_wrote(line) or _WROTE.match(bare):
            return at, at + 1
        if _WROTE_STARTS.match(line) and _WROTE_ENDS.search(" ".join(lines[at : at + 3])):
            for more in (2, 3):  # a header broken over lines
                if _WROTE.match(" ".join(lines[at : at + more])):
                    return at, at + more
        if _FIELD.match(bare) and _is_header(lines, at):
            start = at - 1 if at and _RULE.match(lines[at - 1]) else at
            return start, at
    return None, 0


def _is_header(lines: list[str], at: int) -> bool:
    """Whether three fields of a header stand together, an address or a date among them."""
    near = [_unmarked(line) for line in lines[at : at + 8] if line.strip()]
    fields = [line for line in near[:7] if _FIELD.match(line)]
    return len(fields) >= _FEWEST_FIELDS and bool(
        _FROM.match(near[0]) or any(_FROM.match(line) for line in fields)
    )


def _answers(lines: list[str]) -> list[str]:
    """Return the lines between quoted ones; below a question for companions, a name answers it."""
    kept, asked = [], ""
    for line in lines:
        if _QUOTED.match(line):
            asked = line
            continue
        if _PLAIN_ANSWER.match(line) and _OTHER_QUESTION.search(asked):
            asked = ""
            continue  # « Serez-vous accompagné ? — Non. »
        first = line.split(",")[0].strip(" -")
        by = "accompagn" in asked and bool(first) and (is_person(first) or first[0].isdigit())
        kept.append(f"Accompagné de {line}" if by else line)
        asked = "" if line.strip() else asked
    return kept


def _is_marked(lines: list[str]) -> bool:
    """Whether the quote below is marked line by line, so that what is unmarked is an answer."""
    return any(_QUOTED.match(line) for line in lines)


def _is_wrote(line: str) -> bool:
    return bool(_WROTE.match(line) or _SEPARATORS.match(line) or _GROUPWISE.match(line))


def _no_headers(lines: list[str]) -> list[str]:
    return [
        line for line in lines if not _FIELD.match(line) and not _RULE.match(line) and not _is_wrote(line)
    ]


def _after_header(lines: list[str]) -> list[str]:
    """Return the lines after the header fields that a quote begins with."""
    return lines[_header_length(lines) :]


def _header_length(lines: list[str]) -> int:
    kinds = [_FIELD, _RULE]
    if _BARE_FROM.match(next(filter(str.strip, lines), "")):
        kinds.append(_BARE_FIELD)
    at = 0
    while at < len(lines) and (not lines[at].strip() or any(kind.match(lines[at]) for kind in kinds)):
        at += 1
    return at


def _author(header: list[str], below: list[str]) -> str:
    for line in [*header, *below[:6]]:
        if found := _FROM.match(_unmarked(line)):
            return found[2].strip(" *\t")
        if (found := _GROUPWISE.match(line)) or (found := re.match(r"(?:De|From) (\".+)$", line)):
            return found[1]
    joined = " ".join(map(_unmarked, header))
    found = _AUTHOR.search(joined)
    return found[1].strip(" '\",") if found else ""


def _without_notices(lines: list[str]) -> str:
    """Drop the paragraphs that are legal notices and the lines that a mail program adds."""
    paragraphs = re.split(r"\n[ \t]*\n", "\n".join(line for line in lines if not is_mobile(line)))
    return "\n\n".join("\n".join(_own(paragraph.split("\n"))) for paragraph in paragraphs).strip("\n")


def _own(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        if _NOTICE.match(line):
            return lines[:at]
    return lines
