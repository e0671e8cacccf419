"""Finds who speaks in a sentence of reported speech."""

from dataclasses import dataclass, replace

from spacy.tokens import Span

from graph_loader.annotate.actors import ActorIndex, ActorList
from graph_loader.annotate.speech_words import PASSIVES, SpeechWords, after_aside
from graph_loader.model.record import Actor

_SOMEBODY = frozenset({"a", "an", "another", "one"})
_REPLIED_TO = 3
"""Where who asked stands in `In answer to Mr Ash`."""
_SPEAKER_REACH = 40
"""How many words may stand before the speaker in an opening clause."""
_UNNAMED_WORDS = 9
LONGEST_TITLE = 9
_NO_NOUNS = PASSIVES | {"is", "are", "be", "being", "to"}
POSSESSIVE = {("'s",), ("’s",), ("'",), ("’",)}
_BELONGS = frozenset({"of", "from", "at", "in"})
_OF_PLACE = {("of",), ("from",), ("representing",)}
_INSIDE_PLACES = frozenset({"the", "of", "and", "&", "-", "'s", "’s", "'", "’", "on", "upon", "in", ","})
INSIDE_TITLES = frozenset({"of", "and", "for", "&", "-"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """Is one sentence with its case-folded words and the actors of its document; positions count from its head."""

    span: Span
    words: tuple[str, ...]
    index: ActorIndex

    def actors_at(self, at: int, before: int | None = None) -> ActorList | None:
        """Gives the actors listed from a position on, up to another if one is given."""
        return self.index.list_at(self.span.start + at, None if before is None else self.span.start + before)

    def part(self, start: int, end: int) -> Span:
        """Gives the tokens from one position to another."""
        return self.span[start:end]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Is who speaks, from one position of the sentence to another: actors, a pronoun, or somebody nobody can name."""

    actors: tuple[Actor, ...]
    pronoun: str
    start: int
    end: int

    @property
    def is_unnamed(self) -> bool:
        """Tells whether it is somebody nobody can name."""
        return not (self.actors or self.pronoun)


def find_speaker(sentence: Sentence, words: SpeechWords) -> Speaker | None:
    """Finds the first actor or pronoun at the head of a clause that a reporting verb follows."""
    for start in _clause_starts(sentence, words):
        speaker = speaker_at(sentence, start, words)
        if speaker and _opens(sentence.words, words) and "," in sentence.words[start : speaker.end]:
            # `In reply to the PCC, CC said`: the comma ends the opening clause, it lists nobody.
            continue
        if speaker and words.verb_after(sentence.words, speaker.end) is not None:
            return speaker
        if speaker and _is_apposed(sentence, speaker, words):
            return replace(speaker, end=speaker.end + 1)
    return None if sentence.actors_at(0) else find_unnamed(sentence, words) or _told_of(sentence, words)


def _is_apposed(sentence: Sentence, speaker: Speaker, words: SpeechWords) -> bool:
    """Tells whether a name between commas is that of the subject: `A resident of Mill Lane, Ms Kent, asked`."""
    end, before = speaker.end, sentence.words[: max(0, speaker.start - 1)]
    if not before or sentence.words[end] != "," or words.verb_after(sentence.words, end + 1) is None:
        return False
    behind = next((at for at, word in enumerate(before) if word in _BELONGS), len(before))
    if behind < len(before) and not (words.askers | words.heads) & set(before[:behind]):
        return False
    is_phrase = len(before) <= _UNNAMED_WORDS and not words.asides & set(before[:behind])
    return is_phrase and not any(words.is_reporting(before, at) for at in range(len(before)))


def speaker_at(sentence: Sentence, start: int, words: SpeechWords) -> Speaker | None:
    """Gives the actor or pronoun at a position, if words follow."""
    speaker = _speaker_from(sentence, start, words)
    return speaker if speaker is not None and speaker.end < len(sentence.words) else None


def _speaker_from(sentence: Sentence, start: int, words: SpeechWords) -> Speaker | None:
    if sentence.words[start] in words.pronouns:
        beside = sentence.actors_at(start + 2) if sentence.words[start + 1 : start + 2] == ("and",) else None
        if beside is not None:
            # `He and the Clerk agreed`: both do, and who he is no name beside him tells.
            return Speaker((), "they", start, beside.end - sentence.span.start)
        return Speaker((), sentence.words[start], start, start + 1)
    if sentence.words[start] == "both" and words.verb_after(sentence.words, start + 1) == start + 1:
        return Speaker((), "they", start, start + 1)
    if words.stances & set(sentence.words[start + 1 : start + 2]) and sentence.words[start] in words.possessives:
        return Speaker((), words.possessives[sentence.words[start]], start, start + 1)
    found = sentence.actors_at(start)
    if found is None:
        return unlisted_post(sentence, start, words)
    end = found.end - sentence.span.start
    if sentence.words[end : end + 1] in POSSESSIVE and words.stances & set(sentence.words[end + 1 : end + 2]):
        end += 1
    return Speaker(found.actors, "", start, _behind_place(sentence, found.actors, end, words))


def _behind_place(sentence: Sentence, actors: tuple[Actor, ...], end: int, words: SpeechWords) -> int:
    """Gives where the place or body ends that a name is followed by: `Mr Ash of 12 Mill Lane asked`, else its own end.

    Only a person's own name has one: the Chair of Audit is another than the Chair.
    """
    is_name = len(actors) == 1 and actors[0].kind == "person"
    if not is_name or sentence.words[end : end + 1] not in _OF_PLACE or sentence.words[end - 1] not in _last(actors[0]):
        return end
    at = end + 1
    while at < min(len(sentence.words), end + LONGEST_TITLE) and _is_of_place(sentence, at):
        at += 1
    named = any(token.text[0].isupper() for token in sentence.part(end + 1, at))
    return at if named and words.verb_after(sentence.words, at) == at else end


def _last(actor: Actor) -> set[str]:
    name = actor.name.split()[-1]
    return {name.casefold(), name}


def _is_of_place(sentence: Sentence, at: int) -> bool:
    text = sentence.span[at].text
    return text[0].isupper() or text[0].isdigit() or sentence.words[at] in _INSIDE_PLACES


def unlisted_post(sentence: Sentence, start: int, words: SpeechWords) -> Speaker | None:
    """Takes a capitalised phrase behind `the` for a post that no list names, if it has the head noun of one."""
    tokens, end = sentence.span, start + 1
    if sentence.words[start] != "the":
        return None
    while end < len(tokens) and (tokens[end].text[0].isupper() or sentence.words[end] in INSIDE_TITLES):
        end += 1
    while end > start + 1 and sentence.words[end - 1] in INSIDE_TITLES:
        end -= 1
    title = sentence.part(start + 1, end)
    if not 0 < len(title) <= LONGEST_TITLE or not words.heads & set(sentence.words[start + 1 : end]):
        return None
    return Speaker((Actor(title.text, "post"),), "", start, end)


def find_unnamed(sentence: Sentence, words: SpeechWords) -> Speaker | None:
    """Takes the few words between the head of the sentence and a reporting verb for somebody nobody can name."""
    if sentence.words[0] in words.asked_openers:
        return None
    for end in range(1, min(_UNNAMED_WORDS, len(sentence.words))):
        if not _may_name(sentence, end - 1) or sentence.words[end - 1] in words.between | _NO_NOUNS:
            return None
        behind = after_aside(sentence.words, end)
        if behind >= len(sentence.words) or sentence.words[behind].endswith(("ing", "s")):
            continue
        verb = words.verb_after(sentence.words, end)
        if verb == behind or (verb == behind + 1 and words.is_passive(sentence.words, behind)):
            return Speaker((), "", 0, end)
    return None


def _told_of(sentence: Sentence, words: SpeechWords) -> Speaker | None:
    """Takes `A tenant who had travelled from Leeds asked why …` for somebody nobody can name, who asks."""
    head = sentence.words[:_UNNAMED_WORDS]
    if head[0] not in _SOMEBODY or "who" not in head:
        return None
    for at in range(head.index("who") + 2, min(len(sentence.words) - 1, _SPEAKER_REACH)):
        found = words.questions.match(sentence.words, at)
        behind = "".join(sentence.words[found[1] : found[1] + 1]) if found else ""
        asks = behind in words.clauses | words.interrogatives | {"about"}
        if asks and sentence.words[at - 1] not in words.between:
            return Speaker((), "", 0, at)
    return None


def _may_name(sentence: Sentence, at: int) -> bool:
    """Tells whether a word may be part of how somebody is called: `A resident of Cobbler's Row`."""
    return sentence.span[at].is_alpha or (at > 0 and sentence.words[at : at + 1] in POSSESSIVE)


def _opens(head: tuple[str, ...], words: SpeechWords) -> bool:
    """Tells whether a sentence opens with what it answers: `In reply to …`, `Following …`."""
    return head[0] in words.reply_openers or words.opens_after(head)


def _clause_starts(sentence: Sentence, words: SpeechWords) -> list[int]:
    """Gives the positions at which the main clause may begin: the head, behind a comma, behind an opening word.

    `In reply to Members' queries the Clerk said` has no comma: there it may begin at any article, or behind the noun
    (`In reply to a further question Mr Ash said`) or who asked (`In answer to Mr Ash Ms Birch said`).
    """
    reach = min(len(sentence.words) - 1, _SPEAKER_REACH)
    head = sentence.words[:reach]
    starts = {0} | {at + 1 for at, word in enumerate(head) if word in {",", ";"}}
    starts |= {at + 1 for at, word in enumerate(head[:3]) if word in words.openers}
    replies = words.question_nouns.keys() & set(head) or words.answer_nouns & set(head[1:2])
    if _opens(sentence.words, words) and replies:
        # `…, it was reported that the Friends had …`: who is told of is not who tells.
        starts |= {at for at, word in enumerate(head) if word == "the" and head[at - 1] != "that"}
        starts |= {at + 1 for at, word in enumerate(head) if word in words.question_nouns}
        asker = sentence.actors_at(_REPLIED_TO) if head[2:_REPLIED_TO] == ("to",) else None
        starts |= {asker.end - sentence.span.start} if asker else set()
    return sorted(at for at in starts if at < len(sentence.words))
