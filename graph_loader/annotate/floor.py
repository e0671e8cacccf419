"""Tells who has the floor while speech is heard: whom `he`, `she` and `they` mean as speaker and as asked."""

from spacy.tokens import Span

from graph_loader.annotate.hearing import Hearing
from graph_loader.annotate.utterance import Utterance
from graph_loader.model.record import Actor


def speakers_of(hearing: Hearing, utterance: Utterance) -> tuple[Actor, ...]:
    """Resolves a pronoun to whoever had the floor, if number fits and the question is not put to the same.

    While an exchange is open, who asks by a pronoun is its asker, and who answers by one is whom it was put to or
    who answered before; right behind somebody else who put in a word, it may be either.
    """
    if not utterance.pronoun or utterance.speakers:
        return utterance.speakers
    asks = utterance.kind == "question"
    if asks and hearing.intruder is not None and hearing.turn is hearing.intruder:
        return ()
    if utterance.pronoun not in hearing.reader.pronouns:
        return ()
    if (meant := _meant_behind_thanks(hearing, utterance)) is not None:
        return meant
    other = not asks and _spoke_as_other(hearing, utterance)
    if other or set(utterance.not_by) & set(hearing.floor) or _thanks_the_floor(hearing, utterance):
        # In a paragraph of his own `he` may be anybody.
        asker = hearing.open.askers if hearing.open is not None and not (other and hearing.distance) else ()
        alone = len(asker) == 1 and asker[0].kind == "person" and hearing.genders.fits(asker[0], utterance.pronoun)
        return asker if alone else ()
    floor = _floor_of_asker(hearing, utterance) if asks and hearing.open is not None else hearing.floor
    fits = _are_several(floor) == (utterance.pronoun == "they") and not set(floor) & set(utterance.addressees)
    return floor if fits and all(hearing.genders.fits(actor, utterance.pronoun) for actor in floor) else ()


def _floor_of_asker(hearing: Hearing, utterance: Utterance) -> tuple[Actor, ...]:
    """Gives whom the pronoun of one who asks may mean while a question is open: its asker, unless another fits."""
    floor, open_ = hearing.asker, hearing.open
    if open_ is not None and _is_other(hearing, floor, utterance.pronoun):
        # `Mr Ash asked the Clerk why. She reminded him … and asked …`: she is not the one who asked before.
        return open_.addressees or (hearing.floor if hearing.told_of else ())
    if hearing.told_of and set(hearing.floor) - {*floor, *utterance.addressees}:
        # `Ms Ash asked why. Mr Birch rose. He asked …`: either may be he, but not in a paragraph of his own.
        return hearing.floor if hearing.distance else ()
    # Of `Members`, or of two, nobody can be `he`: it is the one who spoke last.
    return hearing.floor if utterance.pronoun != "they" and _are_several(floor) else floor


def _meant_behind_thanks(hearing: Hearing, utterance: Utterance) -> tuple[Actor, ...] | None:
    """Gives for whom `he` or `she` stands behind thanks or an introduction, None where it is none of those thanked.

    Who is thanked may answer, and so may who is introduced ask; who asks behind thanks may be either, and so may who
    speaks behind those of one who is there to answer.
    """
    thanked, pronoun = hearing.thanked, utterance.pronoun
    if thanked is None or pronoun not in {"he", "she"} or (thanked.pronoun and thanked.pronoun != pronoun):
        return None
    may_be = tuple(actor for actor in thanked.actors if hearing.genders.fits(actor, pronoun))
    if not (may_be or thanked.unnamed):
        return None
    by_unknown = hearing.turn is not None and not hearing.turn.speakers
    thanker = by_unknown or (len(hearing.floor) == 1 and hearing.genders.fits(hearing.floor[0], pronoun))
    asks = utterance.kind == "question" or by_unknown or hearing.sides.answers(hearing.floor)
    doubtful = thanked.unnamed or (asks and thanker and not thanked.brings_in)
    alone = len(thanked.actors) == 1 and not doubtful and not set(may_be) & set(utterance.addressees)
    return may_be if alone else ()


def _thanks_the_floor(hearing: Hearing, utterance: Utterance) -> bool:
    """Tells whether `He thanked the Clerk` stands behind what the Clerk said, who thus is not `he`."""
    if utterance.kind == "question" or utterance.pronoun == "they":
        return False
    thanked = hearing.reader.thanked_in(utterance.span, hearing.index)
    return thanked is not None and bool(set(thanked.actors) & set(hearing.floor))


def _spoke_as_other(hearing: Hearing, utterance: Utterance) -> bool:
    """Tells whether who has the floor spoke right before as `he`, and so is not `she`, or the other way round."""
    return hearing.said_by == hearing.floor and {hearing.said_as, utterance.pronoun} == {"he", "she"}


def _are_several(actors: tuple[Actor, ...]) -> bool:
    return len(actors) > 1 or any(actor.kind == "body" for actor in actors)


def _is_other(hearing: Hearing, asker: tuple[Actor, ...], pronoun: str) -> bool:
    """Tells whether `he` or `she` stands for another than the one who asked before."""
    changed = {hearing.asked_as, pronoun} == {"he", "she"}
    return changed or not all(hearing.genders.fits(actor, pronoun) for actor in asker)


def asked_of(hearing: Hearing, utterance: Utterance) -> tuple[Actor, ...]:
    """Gives whom a question is put to; the pronoun in `She was asked whether …` is the one person with the floor."""
    if utterance.addressees:
        return utterance.addressees
    floor, pronoun = hearing.floor, utterance.asked_pronoun
    alone = len(floor) == 1 and floor[0].kind != "body"
    return floor if pronoun in {"he", "she"} and alone and hearing.genders.fits(floor[0], pronoun) else ()


def pass_floor(hearing: Hearing, utterance: Utterance, speakers: tuple[Actor, ...]) -> None:
    """Gives the floor to whoever is asked or speaks; who speaks by a pronoun that means nobody known takes it not."""
    thanked = hearing.reader.thanked_in(utterance.span, hearing.index)
    if utterance.pronoun and not speakers and thanked is None:
        return
    hearing.thanked, hearing.told_of = thanked, False
    asked = asked_of(hearing, utterance) or (hearing.floor if utterance.asked_pronoun == "they" else ())
    if utterance.kind == "question":
        hearing.prior = tuple(actor for actor in hearing.floor if actor not in speakers)
    hearing.floor = asked if utterance.kind == "question" else speakers
    if utterance.kind != "question" and (at := hearing.reader.signs.sent_in(utterance.span)) is not None:
        hearing.floor = _named_last(hearing, utterance.span[:at])


def _named_last(hearing: Hearing, words: Span) -> tuple[Actor, ...]:
    """Gives the one person named last in some words: who had sent in the question that is told of next."""
    found = [each for each in hearing.index.within(words) if all(actor.kind == "person" for actor in each.actors)]
    return found[-1].actors if len(found) > 1 and len(found[-1].actors) == 1 else ()


def take_subject(hearing: Hearing, sentence: Span) -> None:
    """Lets a later `he` or `she` stand for the one person who is the subject of a sentence that reports nothing."""
    subject = hearing.subject_of(sentence)
    brought_in = hearing.reader.thanked_in(sentence, hearing.index) if subject is None else None
    if brought_in is not None and brought_in.brings_in:
        # `She invited Ms Lyle to speak.`
        hearing.thanked = brought_in
    if subject is not None and all(actor.kind == "person" for actor in subject.actors):
        hearing.floor, hearing.told_of = subject.actors, True
        hearing.thanked = hearing.reader.thanked_in(sentence, hearing.index)
