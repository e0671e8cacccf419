"""Finds short forms of people that contradict the attendance list, mean two people, or are explained nowhere."""

import re
from collections.abc import Iterator

from graph_loader.annotate.person_names import initials_of, matches_initials
from graph_loader.annotate.profile_acts import Speech
from graph_loader.extract.lint.finding import Finding, finding_at
from graph_loader.extract.lint.short_form_index import OWNERS, SHORT, ShortFormIndex
from graph_loader.model.layout import Block, Layout
from graph_loader.model.record import Person, Record

_SPLIT = re.compile(r"\s?[/,&]\s?")


def contradicting_initials(layout: Layout, record: Record) -> Iterator[Finding]:
    """Finds initials on the attendance list that do not fit the name beside them."""
    index = ShortFormIndex(layout, record)
    for person in index.listed:
        for form in person.aliases:
            if index.is_initials(form, person) and not matches_initials(form, person.name):
                place = index.first(form, index.list_start(person))
                if place:
                    own = initials_of(person.name)
                    advice = f"The initials of {person.name} are {own}: find out whom {form} stands for."
                    yield finding_at("initials_contradict", *place, place[1] + len(form), advice)


def shared_short_forms(layout: Layout, record: Record) -> Iterator[Finding]:
    """Finds short forms of two people listed: initials wherever they are, those of a post where they stand alone."""
    index = ShortFormIndex(layout, record)
    holders: dict[str, list[Person]] = {}
    for person in index.listed:
        for form in index.short_forms(person):
            holders.setdefault(form, []).append(person)
    for form, people in holders.items():
        if len(people) > 1:
            is_initials = index.is_initials(form, people[-1])
            start = index.list_start(people[-1]) if is_initials else index.list_end
            place = index.first(form, start, alone=not is_initials)
            if place:
                who = " and ".join(person.name for person in people)
                advice = f"It can stand for {who}: find out who is meant."
                yield finding_at("short_form_shared", *place, place[1] + len(form), advice)


def unexplained_short_forms(layout: Layout, record: Record) -> Iterator[Finding]:
    """Finds short forms of speakers and owners that neither the document nor the profile explains, each once."""
    index = ShortFormIndex(layout, record)
    seen: set[str] = set()
    for block, start, form in _actors(layout, index.profile.speech):
        if form in index.known or form in seen or block.text.isupper():
            continue
        seen.add(form)
        fitting = [person.name for person in index.listed if matches_initials(form, person.name)]
        if len(fitting) == 1:
            continue
        who = f"It fits {' and '.join(fitting)}" if fitting else "It is explained nowhere and fits nobody listed"
        yield finding_at("short_form_unexplained", block, start, start + len(form), f"{who}: find out who is meant.")


def _actors(layout: Layout, speech: Speech) -> Iterator[tuple[Block, int, str]]:
    """Yields the short forms at the head of a sentence that say something, and those that are to do something."""
    speaker = re.compile(rf"(?:^|(?<=[.!?] ))(?P<form>{SHORT})(?=\s(?:{'|'.join(_verbs(speech))})\b)")
    for block in layout.blocks:
        owners = OWNERS.match(block.text)
        if owners and (owners["task"] or (block.kind == "action_column" and owners.end() == len(block.text))):
            at = 0
            for form in _SPLIT.split(owners["forms"]):
                at = block.text.index(form, at)
                yield block, at, form
        for match in speaker.finditer(block.text):
            yield block, match.start(), match["form"]


def _verbs(speech: Speech) -> list[str]:
    """Gives the verbs of speech that stand right behind a speaker: asked, said, sought."""
    remarks = (form for forms in speech.remarks.values() for form in forms if " " not in form)
    questions = (form.split()[0] for forms in speech.questions.values() for form in forms if "…" in form)
    return sorted({re.escape(verb) for verb in (*remarks, *questions)}, reverse=True)
