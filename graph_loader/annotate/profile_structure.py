"""Holds the word lists of a profile that tell who and what is named in minutes, and how these are laid out."""

from typing import Literal

from pydantic import Field, field_validator

from graph_loader.annotate.profile_section import Section
from graph_loader.model.record import BodyKind

STAND_IN = "@stand_in"
"""Stands among organisations for the body held to account, whatever its name is."""

Label = Literal["title", "date", "time", "venue", "chair", "minutes_by", "present", "apologies", "membership"]
Column = Literal["name", "role", "organisation", "initials"]


class Roles(Section):
    """Says which posts there are, how they are abbreviated and who holds whom to account."""

    titles: dict[str, list[str]] = Field(default_factory=dict)
    """Full title of a post → its abbreviations."""
    ranks: dict[str, list[str]] = Field(default_factory=dict)
    """Rank or title that stands before a name → its short forms: Inspector → Insp."""
    honorifics: list[str] = Field(default_factory=list)
    """Words before a name that are no part of it: Mr, Dr, Cllr."""
    acting: list[str] = Field(default_factory=list)
    """Words and prefixes that make a post temporary: Acting, Temporary, Interim, T/, A/."""
    spoken: dict[str, list[str]] = Field(default_factory=dict)
    """Title of a post → what its one holder is called behind `the`: Chief Constable → Chief."""
    substitutes: list[str] = Field(default_factory=list)
    """Words that make a title another post than its ending: Deputy, Assistant, Chief."""
    alone: list[str] = Field(default_factory=list)
    """Head nouns that stand alone for the one who holds the post: the Commissioner, the Clerk."""
    general: list[str] = Field(default_factory=list)
    """Endings of titles that tell nobody apart: Officer, Member."""
    offices: list[str] = Field(default_factory=list)
    """Endings of titles whose holders answer to the public by name: Mayor, Councillor, Chief Executive."""
    chairs: list[str] = Field(default_factory=list)
    """Words for whoever chairs the meeting."""
    heads: list[str] = Field(default_factory=list)
    """Head nouns by which a capitalised phrase is known for a post: Officer, Director."""
    starts: list[str] = Field(default_factory=list)
    """Phrases that begin the name of a post: Head of, Clerk to."""
    last_heads: list[str] = Field(default_factory=list)
    """Head nouns of posts that are none in front of another word: Professional."""
    told_of: list[str] = Field(default_factory=list)
    """Posts behind which a comma leads in what they are of, not a body: Head of Service."""
    modifiers: list[str] = Field(default_factory=list)
    """Words before a head noun that belong to the post's name, not to the name of its holder: Chief, Policy."""
    fields: list[str] = Field(default_factory=list)
    """Words for what somebody is in charge of, as they stand behind a post and a comma: Local Policing, Resources."""
    capacities: list[str] = Field(default_factory=list)
    """What a member was chosen or named as, printed alone behind a name: Parent, Co-opted, Ex officio."""
    post_nominals: list[str] = Field(default_factory=list)
    """Letters behind a name that are no part of it: OBE, MP."""
    letters: dict[str, str] = Field(default_factory=dict)
    """Letters behind a name that are no part of it → the post that they stand for there and nowhere else: CC."""
    particles: list[str] = Field(default_factory=list)
    """Small words inside names: van, de, Ó."""
    duties: list[str] = Field(default_factory=list)
    """What a line of a form may call somebody without naming a post: Owner, Chair."""
    asides: list[str] = Field(default_factory=list)
    """Words that open an aside between commas behind a name, which names no post: with, on, speaking."""
    case_nouns: list[str] = Field(default_factory=list)
    """Nouns that a person's name is put before to name a case: murder, trial."""
    place_words: list[str] = Field(default_factory=list)
    """Words that begin names of places: North, Upper."""
    never_names: list[str] = Field(default_factory=list)
    """Words that begin with a capital behind a given name and still are no surname: News, School."""
    never_surnames: list[str] = Field(default_factory=list)
    """Words that begin a sentence behind a rank and its stop, and are no name by themselves: He, This."""
    renamed: dict[str, tuple[str, str]] = Field(default_factory=dict)
    """Title → the first day on which it was borne, ISO, and the title until then."""
    scrutineers: list[list[str]] = Field(default_factory=list)
    """Titles of those who hold others to account, in groups, of which the first counts that is there."""
    offices_asking: list[str] = Field(default_factory=list)
    """What stands in the names of organisations whose staff sit with those who hold others to account."""
    collective: list[str] = Field(default_factory=list)
    """Speakers who are a group with no names: Members, the Panel."""


class Organisations(Section):
    """Says which organisations the sector shares and what `the force` or `the Trust` stands for."""

    known: dict[str, list[str]] = Field(default_factory=dict)
    """Name → abbreviations and other names; sector-wide bodies only."""
    stand_ins: list[str] = Field(default_factory=list)
    """Common nouns for a body held to account that goes by its place's name: force."""
    stand_in_heads: list[str] = Field(default_factory=list)
    """Head nouns that alone, after `the`, stand for the one body whose name ends in them: Trust, Council."""
    stand_in_suffixes: list[str] = Field(default_factory=list)
    """Endings that make a place-name the name of such a body: Police, Constabulary."""
    stand_in_cues: list[str] = Field(default_factory=list)
    """Words beside which a place-name alone names such a body: `both Hale and Marle forces`."""
    posts: dict[str, list[str]] = Field(default_factory=dict)
    """Organisation, or `@stand_in` for the body held to account → titles of the posts that belong to it."""

    @field_validator("posts")
    @classmethod
    def _know_the_stand_in(cls, posts: dict[str, list[str]]) -> dict[str, list[str]]:
        for name in posts:
            if name.startswith("@") and name != STAND_IN:
                raise ValueError(f"holds {name!r}: only {STAND_IN!r} begins so")
        return posts


class Names(Section):
    """Says by which head nouns and cues names of bodies and programmes are known, and which words never are names."""

    board_heads: list[str] = Field(default_factory=list)
    organisation_heads: list[str] = Field(default_factory=list)
    team_heads: list[str] = Field(default_factory=list)
    leading_heads: list[str] = Field(default_factory=list)
    """Head nouns of bodies that stand first, before `of` or `for`: Ministry, College, Institute."""
    leading_before_the: list[str] = Field(default_factory=list)
    """Those of them that an article may follow: Friends of the Library."""
    lone_bodies: dict[BodyKind, list[str]] = Field(default_factory=dict)
    """`organisation`, `board` or `team` → words that are a body's whole name where one capital marks them: Cabinet."""
    programme_heads: list[str] = Field(default_factory=list)
    capital_heads: list[str] = Field(default_factory=list)
    """Heads, of bodies or programmes, that end a name only when they are printed with a capital: Meeting, Service."""
    plural_heads: list[str] = Field(default_factory=list)
    """Heads whose plural ends a name as well: Profile, Team."""
    common_heads: list[str] = Field(default_factory=list)
    """Heads that end a name even with no capital in it, once it is definite: `the tenant portal project`."""
    programme_prefixes: dict[str, list[str]] = Field(default_factory=dict)
    """Word that begins a programme's name → its short forms: Operation → Op."""
    generic: list[str] = Field(default_factory=list)
    """Whole phrases that look like names and are none: Action Log, Chief Constable."""
    generic_endings: list[str] = Field(default_factory=list)
    """Endings of phrases that are no names of bodies or programmes, such as those of places: Community Centre."""
    generic_modifiers: list[str] = Field(default_factory=list)
    """Words that give a head noun no name of its own: new, annual, local."""
    generic_topics: list[str] = Field(default_factory=list)
    """Nouns that give a programme no name of its own: training, recruitment."""
    small_words: list[str] = Field(default_factory=list)
    """Function words that no name begins with and none but `and`, `of` and `for` stand inside one."""
    place_heads: list[str] = Field(default_factory=list)
    """Words that `of` joins to a place in the names of bodies: Vale, Isle."""
    distinctive: list[str] = Field(default_factory=list)
    """Words by which one name differs from a shorter one that names something else: North, Former."""
    openers: list[str] = Field(default_factory=list)
    """Words that stand before a name and are no part of it: Update, Chair, Draft."""
    compounds: list[str] = Field(default_factory=list)
    """Phrases that hold together inside a name although they hold a head noun: Police and Crime."""
    possessives: list[str] = Field(default_factory=list)
    """Words whose possessive is part of a name: Children’s, Women’s."""
    place_followers: list[str] = Field(default_factory=list)
    """Words after a name that make it a place: Room, Street."""
    legal_forms: list[str] = Field(default_factory=list)
    """Abbreviations of a legal form behind the name of a body: Ltd, CIC."""
    thing_acronyms: list[str] = Field(default_factory=list)
    """Acronyms of things, crimes and ranks, never of bodies."""
    body_cues: list[str] = Field(default_factory=list)
    """Words after an acronym that make it a body: teams, officers, chair."""
    agent_verbs: list[str] = Field(default_factory=list)
    """Verbs whose subject acts as a body does."""
    source_words: list[str] = Field(default_factory=list)
    """Prepositions before one to whom something goes or from whom it comes."""
    delivery_phrases: list[str] = Field(default_factory=list)
    """Words before a product that is being delivered: introduction of, move to."""
    delivery_verbs: list[str] = Field(default_factory=list)
    """Participles that say that a product is being delivered: introduced, launched."""
    succeeded_by: list[str] = Field(default_factory=list)
    """What stands between a name and the one that came after it, word by word: replaced by, now known as."""
    succeeds: list[str] = Field(default_factory=list)
    """What stands between a name and the one that it had, or that was there, before: formerly, previously known as."""
    succession_words: list[str] = Field(default_factory=list)
    """What may stand around these and a name: was, has been, which."""
    succession_doubts: list[str] = Field(default_factory=list)
    """Words in a sentence by which nothing is said to have followed: whether, proposed."""
    known_bodies: dict[BodyKind, list[str]] = Field(default_factory=dict)
    """`organisation`, `board` or `team` → names that the sector shares and no head noun betrays."""
    known_programmes: dict[str, list[str]] = Field(default_factory=dict)
    """Programmes of the whole sector → their short forms."""


class Minutes(Section):
    """Says how the head of the minutes, the attendance and the agenda are labelled."""

    labels: dict[Label, list[str]] = Field(default_factory=dict)
    """Field (title, date, time, venue, chair, minutes_by, present, apologies, membership) → printed labels."""
    columns: dict[Column, list[str]] = Field(default_factory=dict)
    """Column of an attendance table (name, role, organisation, initials) → printed heads."""
    run_in: list[str] = Field(default_factory=list)
    """Labels that also count in the middle of a line, with no colon behind them."""
    sent_to: list[str] = Field(default_factory=list)
    """Labels of lists of those who get the minutes, who need not have come: distribution."""
    all_present: list[str] = Field(default_factory=list)
    """Phrases that say that everybody on the list of members was there."""
    deputies_before: list[str] = Field(default_factory=list)
    """Words that say, in brackets of a list of apologies, that who is named behind them came instead."""
    deputies_behind: list[str] = Field(default_factory=list)
    """The same of who is named before them: deputising, in attendance."""
    presence_notes: list[str] = Field(default_factory=list)
    """Words behind a name that say how or how long somebody was there: joined, for item, via."""
    title_words: list[str] = Field(default_factory=list)
    """What stands in a title beside the name of the meeting: minutes of the, meeting notes."""
    meeting_words: list[str] = Field(default_factory=list)
    """Nouns that show a line of the head to name a meeting: committee, board."""
    meeting_kinds: list[str] = Field(default_factory=list)
    """Those of them that name a kind of meeting, not the body that meets."""
    meeting_hosts: list[str] = Field(default_factory=list)
    """Last words of bodies whose committees meet under their name: council, trust."""
    venue_words: list[str] = Field(default_factory=list)
    """Nouns by which a line of the head is known for the place of the meeting: Room, Hall."""
    theme_labels: list[str] = Field(default_factory=list)
    """Words before the subject of a thematic meeting in its title."""
    theme_headings: list[str] = Field(default_factory=list)
    """Agenda headings that print the meeting's subject behind a dash."""
    next_meeting: list[str] = Field(default_factory=list)
    """Headings under which the next meeting is announced."""
    fiscal_year_month: int | None = Field(default=None, ge=1, le=12)
    """The month in which the fiscal year begins; None where it is not known."""
    no_items: list[str] = Field(default_factory=list)
    """Headings that are labels, not agenda items: Findings, Actions arising, Attendance."""
    standing_items: list[str] = Field(default_factory=list)
    """Agenda items of every meeting that are no issue: AOB, Apologies, Date of next meeting."""
    nothing: list[str] = Field(default_factory=list)
    """Texts that say that there is nothing: None, N/A, There were none."""
    finite_verbs: list[str] = Field(default_factory=list)
    """Verbs that a sentence holds and a heading does not: is, were, will."""
