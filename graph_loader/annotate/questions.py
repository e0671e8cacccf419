"""Reads the questions that a sentence reports, in each form that minutes give them."""

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span

from graph_loader.annotate.noun_questions import put_by_somebody, told_by_noun
from graph_loader.annotate.sentences import QUOTE_ENDS
from graph_loader.annotate.speakers import POSSESSIVE, Sentence, Speaker
from graph_loader.annotate.speech_words import SpeechWords
from graph_loader.annotate.strangers import behind_noun, stranger_asked
from graph_loader.model.record import Actor

_NOUN_WORDS = 4
_OBJECTS = {"him": "he"}
"""Pronoun behind an asking verb → the same as a subject; `her` stands as often before a noun."""
_MATTERS = frozenset({("matter", "of"), ("issue", "of"), ("question", "of"), ("subject", "of")})
_PRONOUNS = frozenset({"him", "her", "them"})
_NO_DEEDS = frozenset(
    {"be", "are", "were", "had", "have", "would", "should", "could", "might", "may", "must", "can", "and", "or"}
)
"""Words behind a name by which nobody is asked to do a thing."""
_OPENING_WORDS = 14
"""How far into a sentence a passive question with nobody named is looked for."""


@dataclass(frozen=True, slots=True)
class Question:
    """Is one reported question: its act, its words, who asks and who is asked, as far as the sentence says."""

    act: str
    span: Span
    askers: tuple[Actor, ...] = ()
    pronoun: str = ""
    addressees: tuple[Actor, ...] = ()
    asked_pronoun: str = ""
    """Is set when whom it is put to is only `he`, `she` or `they`."""
    by_somebody: bool = False
    """Is set when it is put by somebody whom nobody can name."""
    to_stranger: bool = False
    """Is set when it is put to somebody whom no list names."""


def active_question(sentence: Sentence, speaker: Speaker, words: SpeechWords) -> Question | None:
    """Reads `The PCC asked …` and `The PCC said … and asked …`: the first question verb joined to the speaker."""
    verb = words.verb_after(sentence.words, speaker.end)
    if verb is not None and verb > speaker.end and words.behind_passive(sentence.words, verb):
        return _passive_question(sentence, speaker, verb, words)
    first = speaker.end if verb is None else verb
    for at in range(first, len(sentence.words)):
        found = words.questions.match(sentence.words, at)
        if found and at == verb and _goes_on_to_ask(sentence, found, words):
            # `was not persuaded and asked why`: what is asked says more than that somebody is not.
            continue
        if found and (words.is_joined(sentence.words, at) or at == verb) and not _is_earlier(sentence, at):
            stranger = stranger_asked(sentence, at, words)
            addressees = _addressees(sentence, at, found[1], speaker, words) if stranger is None else stranger
            act = _asked_or_requested(found[0], sentence, found[1], words)
            askers = speaker.actors + _further_askers(sentence, found[1], speaker, words)
            asked = "" if addressees else _asked_pronoun(sentence, found[1], words)
            by_somebody, strange = speaker.is_unnamed, stranger is not None
            return Question(act, sentence.span, askers, speaker.pronoun, addressees, asked, by_somebody, strange)
    return _inverted_question(sentence, speaker, first, words) if verb is not None else None


def _asked_pronoun(sentence: Sentence, end: int, words: SpeechWords) -> str:
    """Gives the pronoun of whom a question is put to: him, or her where no noun of hers follows."""
    following = "".join(sentence.words[end + 1 : end + 2])
    if sentence.words[end : end + 1] == ("her",) and following in words.clauses | {"to", "about", "for", "."}:
        return "she"
    return _OBJECTS.get("".join(sentence.words[end : end + 1]), "")


def _goes_on_to_ask(sentence: Sentence, found: tuple[str, int], words: SpeechWords) -> bool:
    """Tells whether `was not persuaded` or the like is joined to a verb of asking right behind it."""
    is_stance = found[0] == "challenged" and sentence.words[found[1] - 2] in {"not", "was"}
    if not is_stance or sentence.words[found[1] : found[1] + 1] not in {("and",), ("but",)}:
        return False
    return any(words.questions.match(sentence.words, at) for at in (found[1] + 1, found[1] + 2))


def _further_askers(sentence: Sentence, start: int, speaker: Speaker, words: SpeechWords) -> tuple[Actor, ...]:
    """Gives who else asks in `The PCC asked about pay, and the Clerk (asked) about rents`, if the first has a name."""
    further: list[Actor] = []
    for at in range(start, len(sentence.words) - 2) if speaker.actors else ():
        found = sentence.actors_at(at) if sentence.words[at - 1] in {"and", ";"} else None
        end = found.end - sentence.span.start if found else len(sentence.words)
        if found and end < len(sentence.words) and _asks_too(sentence, end, start, words):
            further += [actor for actor in found.actors if actor not in speaker.actors]
    return tuple(dict.fromkeys(further))


def _asks_too(sentence: Sentence, end: int, asked: int, words: SpeechWords) -> bool:
    """Tells whether a name is followed by a verb of asking, or by what followed the first: `…, and AB about pay`."""
    following = sentence.words[end]
    is_gap = following == sentence.words[asked] and following in words.clauses | {"about"}
    return is_gap or words.questions.match(sentence.words, end) is not None


def agentless_question(sentence: Sentence, words: SpeechWords) -> Question | None:
    """Reads `It was queried whether …`, and `Clarity was sought by the PCC …` for the one whom `by` names."""
    if sentence.words[0] in words.interrogatives:
        return None
    telegraphic = words.questions.match(sentence.words, 0) if sentence.words[0] not in words.asked_openers else None
    if telegraphic and "," not in sentence.words and sentence.span[0].is_title:
        nobody = Speaker((), "", 0, 0)
        return Question(telegraphic[0], sentence.span, (), "", _addressees(sentence, 0, telegraphic[1], nobody, words))
    noun = next((word for word in sentence.words[:_NOUN_WORDS] if word in words.question_nouns), None)
    nominal = _nominal_question(sentence, words.question_nouns[noun], words) if noun is not None else None
    if nominal is None and (told := told_by_noun(sentence, words)):
        return Question(told[0], sentence.span, told[1], by_somebody=not told[1])
    if noun is not None:
        return nominal
    joined = put_by_somebody(sentence, words)
    return Question(joined, sentence.span, by_somebody=True) if joined else _without_agent(sentence, words)


def _without_agent(sentence: Sentence, words: SpeechWords) -> Question | None:
    """Reads a passive whose subject is what is asked: `It was queried whether …`, `Clarity was sought by the PCC`."""
    for at in range(1, min(len(sentence.words), _OPENING_WORDS)):
        found = words.questions.match(sentence.words, at)
        if found and words.behind_passive(sentence.words, at):
            askers = agent_behind(sentence, found[1])
            impersonal = sentence.words[0] in words.impersonal
            return Question(found[0], sentence.span, askers) if askers or impersonal else None
    return None


def _nominal_question(sentence: Sentence, act: str, words: SpeechWords) -> Question | None:
    """Reads `A question was raised by the PCC about …` and `Queries were raised about …`."""
    for at in range(2, min(len(sentence.words), _OPENING_WORDS)):
        if sentence.words[at] in words.put and words.behind_passive(sentence.words, at):
            askers, by = agent_behind(sentence, at + 1), sentence.words[at + 1 : at + 2] in {("by",), ("from",)}
            return Question(act, sentence.span, askers, by_somebody=by and not askers)
    return None


def implied_question(sentence: Sentence, words: SpeechWords) -> tuple[Question, int] | None:
    """Reads the question inside an opening clause (`When asked …,`, `In reply to Members,`), and where that ends."""
    head = sentence.words
    comma = head.index(",") if "," in head else None
    if head[0] in words.asked_openers and comma is not None:
        found = next((found for at in range(min(4, comma)) if (found := words.questions.match(head, at))), None)
        by = head.index("by", 0, comma) if "by" in head[:comma] else comma
        return (Question(found[0], sentence.span, agent_behind(sentence, by)), comma) if found else None
    if words.opens_after(head):
        return _question_before(sentence, words)
    if head[0] not in words.reply_openers or "to" not in head[:4]:
        return None
    noun = next((at for at, word in enumerate(head[: comma or len(head)]) if word in words.question_nouns), None)
    source = (
        noun + 2 if noun is not None and head[noun + 1 : noun + 2] in {("from",), ("by",)} else head.index("to") + 1
    )
    # `In reply to AB, CD said`: who answers stands behind the comma and is none of the list.
    askers = sentence.actors_at(source, comma)
    # The last word of who asked stands for the comma behind which the answer begins.
    behind = askers.end - sentence.span.start - 1 if askers else None
    end = (comma or noun) if noun is not None else ((comma or behind) if askers else None)
    act = words.question_nouns[head[noun]] if noun is not None else "asked"
    return (Question(act, sentence.span, askers.actors if askers else ()), end) if end else None


def _question_before(sentence: Sentence, words: SpeechWords) -> tuple[Question, int] | None:
    """Reads `Following a question from AB about pay, …` and `After queries raised by Members, …`."""
    head = sentence.words
    noun = next((at for at in range(1, min(_NOUN_WORDS + 1, len(head))) if head[at] in words.question_nouns), None)
    if noun is None:
        return None
    by = noun + 1 + bool(words.put & set(head[noun + 1 : noun + 2]))
    comma = head.index(",", by) if "," in head[by:] else len(head)
    named = sentence.actors_at(by + 1, comma) if head[by : by + 1] in {("from",), ("by",)} else None
    return (Question(words.question_nouns[head[noun]], sentence.span, named.actors), by + 2) if named else None


def reply_source(sentence: Sentence, start: int, words: SpeechWords) -> Question | None:
    """Reads the question in `confirmed, in answer to a question from AB, that …` and `replied to AB's queries`.

    `The Clerk, in answer to AB, said …` names who asks alone.
    """
    head = sentence.words
    for at in range(start, len(head) - 3):
        if head[at] in words.reply_openers and head[at + 1] in words.answer_nouns and head[at + 2] == "to":
            to = at + 2
        elif at == start and head[at] in words.replied:
            to = at + (head[at + 1] == "to")
        else:
            continue
        noun = next((n for n in range(to + 1, min(to + 5, len(head) - 1)) if head[n] in words.question_nouns), None)
        if noun is None:
            aside = sentence.actors_at(to + 1) if head[at - 1] == "," else None
            closed = aside is not None and head[aside.end - sentence.span.start : aside.end - sentence.span.start + 1]
            if aside is not None and closed == (",",):
                return Question("asked", sentence.span, aside.actors)
            continue
        owner = sentence.actors_at(to + 1)
        owned = owner is not None and owner.end - sentence.span.start <= noun
        found = owner if owned else sentence.actors_at(noun + 2) if head[noun + 1] in {"from", "by", "of"} else None
        if found is not None:
            return Question(words.question_nouns[head[noun]], sentence.span, found.actors)
    return None


def printed_question(sentence: Sentence, words: SpeechWords) -> Question | None:
    """Reads a sentence that is itself a question, with whom it is about as addressee and no asker."""
    if "?" not in sentence.words[-2:] or not (sentence.words[-1] == "?" or sentence.words[-1] in QUOTE_ENDS):
        return None
    capitals = (at for at, token in enumerate(sentence.span) if token.text.istitle())
    start = next((at for at in capitals if sentence.words[at] in words.interrogatives), None)
    if start is None:
        return None
    found = next(
        (actors for at in range(start, min(start + 5, len(sentence.words))) if (actors := sentence.actors_at(at))), None
    )
    addressees = tuple(actor for actor in found.actors if actor.kind != "body") if found else ()
    askers = _announced_by(sentence, start, words)
    return Question("asked", sentence.part(start, len(sentence.words)), askers, addressees=addressees)


def _announced_by(sentence: Sentence, start: int, words: SpeechWords) -> tuple[Actor, ...]:
    """Gives who puts the question that a colon announces: `Mr Ash had given notice of this question: “Is it open?”`."""
    colon = start - 1 if sentence.words[start - 1] == ":" else start - 2
    if colon < 2 or sentence.words[colon] != ":" or sentence.words[colon - 1] not in words.question_nouns:
        return ()
    found = sentence.actors_at(0)
    return found.actors if found is not None and found.end - sentence.span.start < colon else ()


def agent_behind(sentence: Sentence, by: int) -> tuple[Actor, ...]:
    """Gives the actors named behind the word `by` at a position, or `received from`, nobody without such a word."""
    is_agent = sentence.words[by : by + 1] == ("by",) or sentence.words[max(0, by - 1) : by + 1] == ("received", "from")
    found = sentence.actors_at(by + 1) if is_agent else None
    return found.actors if found else ()


def _is_earlier(sentence: Sentence, at: int) -> bool:
    """Tells `had asked`, which speaks of another occasion, from `asked`."""
    return at > 0 and sentence.words[at - 1] in {"had", "has", "have"}


def _inverted_question(sentence: Sentence, speaker: Speaker, verb: int, words: SpeechWords) -> Question | None:
    """Reads `added that as …, could the Board be better used`: a question by its word order alone."""
    subjects = words.pronouns | {"the", "we"}
    for at in range(verb + 1, len(sentence.words) - 2):
        before, word, after = sentence.words[at - 1 : at + 2]
        if before == "," and word in words.inverted and after in subjects:
            return Question("asked", sentence.span, speaker.actors, speaker.pronoun, by_somebody=speaker.is_unnamed)
    return None


def _passive_question(sentence: Sentence, asked: Speaker, verb: int, words: SpeechWords) -> Question | None:
    """Reads `The CC was asked whether …`: the subject is asked, the asker is whom `by` names."""
    found = words.questions.match(sentence.words, verb)
    if found is None:
        return None
    act = _asked_or_requested(found[0], sentence, found[1], words)
    return Question(act, sentence.span, agent_behind(sentence, found[1]), "", asked.actors, asked.pronoun)


def _addressees(sentence: Sentence, verb: int, end: int, speaker: Speaker, words: SpeechWords) -> tuple[Actor, ...]:
    """Gives whom a question is put to: right behind the verb, behind `from` or `of`, or as subject of its clause."""
    for found in sentence.index.within(sentence.part(verb + 1, len(sentence.words))):
        at = found.start - sentence.span.start
        before = sentence.words[at - 1]
        actors = tuple(actor for actor in found.actors if actor not in speaker.actors)
        behind = found.end - sentence.span.start
        if at in {end, end + 1} and sentence.words[end - 2 : end] in _MATTERS:
            # `raised the matter of the Highways Team`
            return ()
        owns = sentence.words[behind : behind + 1] in POSSESSIVE
        if owns and not words.views & set(sentence.words[behind : max(end, behind) + 3]):
            continue
        if (
            at - verb <= 1
            or at in {end, behind_noun(sentence, end, words)}
            or (before == "to" and at == end + 1 and sentence.words[end - 1] in words.question_nouns)
            or (owns and at == end + 1 and before == "for")
        ):
            return actors
        if (
            (before in {"from", "of"} and at < end + 3)
            or before in words.clauses
            or _is_to_do(sentence, at, behind, end)
        ):
            return tuple(actor for actor in actors if actor.kind != "body")
    return ()


def _is_to_do(sentence: Sentence, start: int, end: int, asked: int) -> bool:
    """Tells whether a name is that of who is asked to act and answers: `asked that the Clerk check it, and she agreed`.

    Without an answer of his own the meeting may be asked for what he is to do.
    """
    if not {("and", "he"), ("and", "she")} & set(pairwise(sentence.words[end:])):
        return False
    is_that = start == asked + 1 and sentence.words[asked] == "that" and sentence.words[asked - 1].startswith("ask")
    verb = "".join(sentence.words[end : end + 1])
    return is_that and verb.isalpha() and verb not in _NO_DEEDS and not verb.endswith(("ed", "s"))


def _asked_or_requested(act: str, sentence: Sentence, end: int, words: SpeechWords) -> str:
    """Tells a question from a request to do something: `asked the CC to explain` from `asked the CC to arrange`."""
    found = sentence.actors_at(end)
    is_pronoun = found is None and bool(_PRONOUNS & set(sentence.words[end : end + 1]))
    after = found.end - sentence.span.start if found else end + is_pronoun
    if act == "asked" and sentence.words[after : after + 1] == ("that",) and sentence.words[end - 1].startswith("ask"):
        return "requested"
    if act not in {"asked", "requested"} or sentence.words[after : after + 1] != ("to",):
        return act
    if sentence.words[end - 1] in words.question_nouns:
        # `posed two questions to the CC`
        return act
    return "asked" if words.tell & set(sentence.words[after + 1 : after + 2]) else "requested"
