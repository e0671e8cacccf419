"""Reads questions that are told of by their noun or put by somebody unnamed, and tells that one stands unread."""

from graph_loader.annotate.speakers import POSSESSIVE, Sentence
from graph_loader.annotate.speech_words import PASSIVES, SpeechWords
from graph_loader.model.record import Actor

_NOUN_WORDS = 7
"""How far into a sentence the noun stands of which it is told: `There was then one further question from …`."""
_OF_ONE = frozenset({"a", "an", "another", "one"})
_OF_SOME = _OF_ONE | {"some", "two", "three", "several", "further", "there", "were", "was"}
_FROM = frozenset({"from", "by"})
_SOMEBODY = _OF_ONE | {"some", "two", "three", "several", "many"}
_HAD = frozenset({"had", "has", "have"})
_WHICH = frozenset({"who", "which", "that", "whom", "whose"})
_BEFORE_PARTICIPLE = PASSIVES | {"be", "being", "to", "had", "has", "have", "having", "of", "the", "as"}
_PASTS = frozenset({"sought", "wanted", "wished"})


def told_by_noun(sentence: Sentence, words: SpeechWords) -> tuple[str, tuple[Actor, ...]] | None:
    """Gives act and askers of `A further question, from Mr Ash, concerned …` and `Cllr Ash's question: what is …?`."""
    owner = sentence.actors_at(0)
    behind = owner.end - sentence.span.start if owner else 0
    if owner and sentence.words[behind : behind + 1] in POSSESSIVE:
        noun = "".join(sentence.words[behind + 1 : behind + 2])
        asks = noun in words.question_nouns and sentence.words[-1] == "?"
        return (words.question_nouns[noun], owner.actors) if asks else None
    noun_at = next((at for at, word in enumerate(sentence.words[:_NOUN_WORDS]) if word in words.question_nouns), None)
    if noun_at is None or words.question_nouns[sentence.words[noun_at]] == "requested":
        return None
    source = noun_at + 1 + (sentence.words[noun_at + 1 : noun_at + 2] == (",",))
    while source < len(sentence.words) and sentence.words[source] in PASSIVES | _HAD | words.put:
        # `A question had been received from Mr Ash`
        source += 1
    is_put = bool(_FROM & set(sentence.words[source : source + 1]))
    before = set(sentence.words[:noun_at])
    if not is_put or not before & _OF_SOME or sentence.words[-1] == ":" or before & _WHICH:
        return None
    found = sentence.actors_at(source + 1)
    return words.question_nouns[sentence.words[noun_at]], found.actors if found else ()


def put_by_somebody(sentence: Sentence, words: SpeechWords) -> str | None:
    """Gives the act of `A resident complained of dogs and asked if …`: a question joined to another verb."""
    if sentence.words[0] not in _SOMEBODY:
        return None
    for at in range(2, len(sentence.words)):
        if sentence.words[at - 1] in {"and", "also", "then"} and (found := words.questions.match(sentence.words, at)):
            return found[0] if words.clauses & set(sentence.words[found[1] : found[1] + 1]) else None
    return None


def is_unread_question(sentence: Sentence, words: SpeechWords) -> bool:
    """Tells whether a sentence that nothing could be read from reports that somebody asks, in its main clause."""
    for at in range(1, len(sentence.words)):
        word = sentence.words[at]
        if word in _WHICH:
            return False
        is_past = word in _PASTS or word.endswith("ed")
        if is_past and sentence.words[at - 1] not in _BEFORE_PARTICIPLE and words.questions.match(sentence.words, at):
            return True
        of_one = at < _NOUN_WORDS and bool(_OF_ONE & set(sentence.words[:at]))
        if of_one and words.question_nouns.get(word, "requested") != "requested":
            return True
    return False
