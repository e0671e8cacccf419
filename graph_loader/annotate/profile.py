"""Loads profiles: the word lists and kinds of names in which one sort of public body differs from another."""

import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from graph_loader.annotate.profile_problems import problems_of
from graph_loader.errors import ProfileError, UnknownProfileError
from graph_loader.model.record import BodyKind
from graph_loader.model.suggest import did_you_mean

FOLDER = Path(__file__).resolve().parent.parent / "profiles"
STAND_IN = "@stand_in"
"""Stands among organisations for the body held to account, whatever its name is."""

Label = Literal["title", "date", "time", "venue", "chair", "minutes_by", "present", "apologies", "membership"]
Column = Literal["name", "role", "organisation", "initials"]


class Section(BaseModel):
    """Is one table of a profile; an unknown key is an error, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_validator("*")
    @classmethod
    def _hold_whole_texts(cls, value: Any) -> Any:
        for text in _texts(value):
            if not text or text != text.strip():
                raise ValueError(f"holds {text!r}: a text is not empty, and no white space stands around it")
        return value


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
    modifiers: list[str] = Field(default_factory=list)
    """Words before a head noun that belong to the post's name, not to the name of its holder: Chief, Policy."""
    fields: list[str] = Field(default_factory=list)
    """Words for what somebody is in charge of, as they stand behind a post and a comma: Local Policing, Resources."""
    capacities: list[str] = Field(default_factory=list)
    """What a member was chosen or named as, printed alone behind a name: Parent, Co-opted, Ex officio."""
    post_nominals: list[str] = Field(default_factory=list)
    """Letters behind a name that are no part of it: OBE, MP."""
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
    renamed: dict[str, tuple[str, str]] = Field(default_factory=dict)
    """Title → the first day on which it was borne, ISO, and the title until then."""
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
    all_present: list[str] = Field(default_factory=list)
    """Phrases that say that everybody on the list of members was there."""
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


class Speech(Section):
    """Says by which words minutes report questions, answers and remarks; `…` is a gap of up to ten words."""

    questions: dict[str, list[str]] = Field(default_factory=dict)
    """Question act → the printed forms that report it, the more particular acts first."""
    remarks: dict[str, list[str]] = Field(default_factory=dict)
    """Act of an answer or a remark → the printed forms that report it."""
    courtesies: list[str] = Field(default_factory=list)
    """Verbs of thanks and praise, which answer no question of another paragraph."""
    tell: list[str] = Field(default_factory=list)
    """Verbs of telling: who is asked to do one of these is asked, who is asked to do anything else is requested."""
    interrogatives: list[str] = Field(default_factory=list)
    inverted: list[str] = Field(default_factory=list)
    """Auxiliaries that turn a reported clause into a question by standing before its subject."""
    between: list[str] = Field(default_factory=list)
    """What may stand between a speaker and the reporting verb."""
    joins: list[str] = Field(default_factory=list)
    """What may join a second reporting verb to the same speaker."""
    findings: list[str] = Field(default_factory=list)
    """Labels under which the answer to a printed question stands."""
    pronouns: list[str] = Field(default_factory=list)
    openers: list[str] = Field(default_factory=list)
    """Words at the head of a sentence behind which the speaker may stand with no comma: However, But."""
    asked_openers: list[str] = Field(default_factory=list)
    """Words that open a clause with a question in it: `When asked …,`."""
    reply_openers: list[str] = Field(default_factory=list)
    """Words that open a clause with a reply in it: `In reply to Members' queries,`."""
    after_openers: list[str] = Field(default_factory=list)
    """Words that open a clause with a question in it and who put it: `Following a question from AB,`."""
    replied: list[str] = Field(default_factory=list)
    """Verbs that a question may follow: `The CC replied to Members' queries`."""
    said_first: list[str] = Field(default_factory=list)
    """Verbs that may stand before their speaker behind what is said: `They were not, said the Clerk.`"""
    askers: list[str] = Field(default_factory=list)
    """Nouns of people who ask and have no post: resident, trader."""
    answering: list[str] = Field(default_factory=list)
    """Participles of an answer that is tacked on to the question: `…, with the Clerk confirming that …`."""
    occasions: list[str] = Field(default_factory=list)
    """Words of a visit or the like: what is asked `when she visited the unit` is not asked in the meeting."""
    matters: list[str] = Field(default_factory=list)
    """Phrases by which somebody brings up a matter of his own rather than answer: referred to, drew attention to."""
    moved: list[str] = Field(default_factory=list)
    """Words of a motion, beside which `seconded` stands: moved, proposed."""
    elsewhere: list[str] = Field(default_factory=list)
    """Words that tell of what was asked outside the meeting: wrote, letter."""
    question_nouns: dict[str, str] = Field(default_factory=dict)
    """Noun of a question → its act: query → queried."""
    put: list[str] = Field(default_factory=list)
    """What is done to a question: `A query was raised by …`."""
    answers: list[str] = Field(default_factory=list)
    """Acts of remarks that answer in the same sentence: `Members asked …, and the Clerk explained …`."""
    answer_nouns: list[str] = Field(default_factory=list)
    given: list[str] = Field(default_factory=list)
    """What is done with an answer: given, provided."""
    given_nouns: list[str] = Field(default_factory=list)
    """What is given for an answer: assurance, confirmation."""
    view_nouns: list[str] = Field(default_factory=list)
    """Nouns of an answer: `The CC's response was that …`."""
    possessives: dict[str, str] = Field(default_factory=dict)
    """Possessive → its pronoun: his → he."""
    title_pronouns: dict[str, str] = Field(default_factory=dict)
    """Form of address → the pronoun of those who bear it: Mrs → she."""
    following: list[str] = Field(default_factory=list)
    """Acts that in a new paragraph go on with an answer already given."""
    impersonal: list[str] = Field(default_factory=list)
    """Subjects that stand for nobody: `It was confirmed that …`."""
    reported_clauses: list[str] = Field(default_factory=list)
    """Words that open the clause which says what is asked, and whose subject is asked: if, whether, how."""


class Commitments(Section):
    """Says by which labels and modal words actions, promises and next steps are known."""

    action_labels: list[str] = Field(default_factory=list)
    owner_heads: list[str] = Field(default_factory=list)
    """Heads of the owner's column in a table of actions."""
    due_heads: list[str] = Field(default_factory=list)
    next_step_labels: list[str] = Field(default_factory=list)
    firm: list[str] = Field(default_factory=list)
    """Words that announce a deed in the present tense: will, is to."""
    reported: list[str] = Field(default_factory=list)
    """The same in reported speech (would), which says as often what one wishes: only deeds count behind it."""
    agreed: list[str] = Field(default_factory=list)
    """Phrases of consent: agreed to, offered to; only deeds count behind them."""
    undertaken: list[str] = Field(default_factory=list)
    """Phrases of undertaking: undertook to, promised to; whatever stands behind them is promised."""
    resolution_labels: list[str] = Field(default_factory=list)
    """Labels of a decision: RESOLVED, AGREED."""
    closed: list[str] = Field(default_factory=list)
    """Words by which a log says of an earlier action that it is done: complete, closed."""
    decisions: list[str] = Field(default_factory=list)
    """What a meeting resolves `to` do at once, so that no task is left: approve, note."""
    orders: list[str] = Field(default_factory=list)
    """What a meeting resolves `to` do with whom it gives a task: instruct, ask."""
    absences: list[str] = Field(default_factory=list)
    """Words behind `will be` by which somebody is away or something has an age: leave, old."""
    agreed_openers: list[str] = Field(default_factory=list)
    """How a sentence begins that records a decision, whose task is an action: It was agreed that."""
    discussion_openers: list[str] = Field(default_factory=list)
    """Phrases that may stand before a decision and say no more than that it was discussed: following discussion."""
    decided_to: list[str] = Field(default_factory=list)
    """How a sentence begins that records what a meeting decided to do, by nobody in particular: It was agreed to."""
    assigned: list[str] = Field(default_factory=list)
    """Phrases by which a meeting gives the subject a task: was asked to."""
    decided: list[str] = Field(default_factory=list)
    """Participles of decisions that leave nothing to do: approved, noted."""
    intended: list[str] = Field(default_factory=list)
    """Phrases of intention: intends to, aims to."""
    intended_that: list[str] = Field(default_factory=list)
    """Phrases of intention or expectation around a clause with a modal of its own: is intended that."""
    hoped_that: list[str] = Field(default_factory=list)
    """Phrases of hope around a clause with a modal of its own: `which, it was hoped, would`."""
    hoped: list[str] = Field(default_factory=list)
    """Words of hope, which count only with a date: `is hoped to`."""
    expected: list[str] = Field(default_factory=list)
    """Phrases of expectation, which count with a date only."""
    deeds: list[str] = Field(default_factory=list)
    """Verbs of checkable deeds, in their base form."""
    deed_phrases: list[str] = Field(default_factory=list)
    """Phrases that tell of a deed though their verb alone does not: find out, see whether, do so."""
    willing: list[str] = Field(default_factory=list)
    """Words of readiness behind `would be`, which promise the deed behind their `to`: pleased, happy."""
    feelings: list[str] = Field(default_factory=list)
    """Words of feeling behind `would be`, which promise nothing, with a date either: disappointed, surprised."""
    effects: list[str] = Field(default_factory=list)
    """Verbs that make a future sentence an effect, a need or a wish instead of a deed."""
    events: list[str] = Field(default_factory=list)
    """What a thing will do because somebody sees to it: resume, go on the website."""
    standing: list[str] = Field(default_factory=list)
    """Verbs of coming together that, with one of the frequencies, tell of a standing arrangement: meet."""
    frequencies: list[str] = Field(default_factory=list)
    """Words that say how often: quarterly, every."""
    states: list[str] = Field(default_factory=list)
    """Participles and adjectives that tell of a state, not of a deed, behind `will be`."""
    conditions: list[str] = Field(default_factory=list)
    """Words that open a clause in which a future is no promise: if, whether, what."""
    relatives: list[str] = Field(default_factory=list)
    """Words that open a clause with a subject of its own: that, which."""
    adverbs: list[str] = Field(default_factory=list)
    """What may stand between modal and verb."""
    participles: list[str] = Field(default_factory=list)
    """Participles that end neither in -ed nor in -en."""
    prepositions: list[str] = Field(default_factory=list)
    """What may stand before a date and belongs to it: by, the end of."""
    tasks: list[str] = Field(default_factory=list)
    """Words by which a sentence sets a task, where an owner is printed beside it."""
    set_tasks: list[str] = Field(default_factory=list)
    """Phrases that do so as well: agreed to, was asked to, requested."""
    forecasts: list[str] = Field(default_factory=list)
    """Verbs of foreseeing: what is estimated or feared is no promise."""
    told: list[str] = Field(default_factory=list)
    """Participles of telling: what somebody had been told or had promised was promised some other time."""
    in_meeting: list[str] = Field(default_factory=list)
    """Phrases by which a thing is done later in the same meeting, so that nobody promises it: under item."""
    obligations: list[str] = Field(default_factory=list)
    """Modals of duty, with which a time beside them goes: should, must, shall."""
    lasting: list[str] = Field(default_factory=list)
    """Words that say when something was or goes on, rather than by when: over, during, since."""
    purposes: list[str] = Field(default_factory=list)
    """Nouns of which `is to` tells what they are, not what will be done: the proposal is to."""
    refusals: list[str] = Field(default_factory=list)
    """What between modal and verb makes it no promise: not, never, always."""
    nothing: list[str] = Field(default_factory=list)
    """Phrases in an action's place that say that there is none."""


class TopicWords(Section):
    """Says which words mean the same matter in a whole sector, and which tell no two matters apart."""

    common: list[str] = Field(default_factory=list)
    """Words that minutes use whatever they are about: asked, update, progress."""
    standing: list[str] = Field(default_factory=list)
    """Headings, or parts of headings, of every meeting, which are about nothing: matters arising, AOB, update."""
    recalls: list[str] = Field(default_factory=list)
    """Words and phrases that take up what was said before: promised, reminded, was told in."""
    particles: list[str] = Field(default_factory=list)
    """Words that make no phrase with those beside them: the, of, had."""
    told_done: list[str] = Field(default_factory=list)
    """Words behind which a participle tells that something was done: had, has been."""
    outcomes: list[str] = Field(default_factory=list)
    """Words and phrases that tell what became of something: in post, awaited, suspended."""
    referring: list[str] = Field(default_factory=list)
    """Words by which a reply speaks of what was asked without naming it: it would, to do so."""
    irregular: dict[str, str] = Field(default_factory=dict)
    """Participle → its verb, where no ending makes the one of the other: sent → send."""
    nouns: dict[str, str] = Field(default_factory=dict)
    """Noun → the verb that says the same, where no ending makes the one of the other: sale → sell."""
    phrases: dict[str, list[str]] = Field(default_factory=dict)
    """Topic → words and phrases that mean it, beside its own: `non-emergency contact` → 101 calls."""


Day = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]


class Profile(Section):
    """Is one whole profile; `extends` names another whose lists it adds to."""

    name: str
    description: str
    extends: str | None = None
    markers: list[str] = Field(default_factory=list)
    """Words by which a document shows that this profile fits it; not inherited."""
    roles: Roles = Roles()
    organisations: Organisations = Organisations()
    names: Names = Names()
    minutes: Minutes = Minutes()
    speech: Speech = Speech()
    commitments: Commitments = Commitments()
    topics: TopicWords = TopicWords()
    successions: dict[str, dict[str, Day]] = Field(default_factory=dict)
    """Name of a body or programme of the whole sector → who or what followed it → since when."""


@cache
def load_profile(name: str) -> Profile:
    """Loads a packaged profile by its name, or a user's own by the path of its TOML file; raises ProfileError."""
    own = name.endswith(".toml")
    raw = _with_base(name) if own else _packaged(name)
    try:
        profile = Profile.model_validate(raw)
    except ValidationError as error:
        raise _invalid(name, problems_of(error, Profile)) from error
    if own and profile.name in profile_names() and Path(name).resolve().parent != FOLDER:
        raise _invalid(name, (f"name is {profile.name!r}, which is a packaged profile: choose another.",))
    return profile


def profile_names() -> list[str]:
    """Lists the packaged profiles."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def profile_digest(name: str) -> str:
    """Hashes all that a profile holds, with what it inherits: equal means that it reads a document alike."""
    return hashlib.sha256(load_profile(name).model_dump_json().encode()).hexdigest()[:16]


@cache
def given_names() -> frozenset[str]:
    """Gives common given names, case-folded: what helps to tell `Jo Hale` from a place or a programme."""
    return frozenset(name.rstrip("*") for name in _given_name_entries())


@cache
def word_like_given_names() -> frozenset[str]:
    """Gives those of the given names that are words as well: Grace, Mark."""
    return frozenset(name.rstrip("*") for name in _given_name_entries() if name.endswith("*"))


def _given_name_entries() -> list[str]:
    return (FOLDER / "given_names.txt").read_text(encoding="utf-8").split()


def _packaged(name: str) -> dict[str, Any]:
    known = profile_names()
    if name not in known:
        otherwise = f"Use one of {', '.join(known)}, or a .toml file."
        raise UnknownProfileError(f"There is no profile {name!r}.", did_you_mean(name, known, otherwise))
    return _with_base(str(FOLDER / f"{name}.toml"))


def _with_base(path: str) -> dict[str, Any]:
    try:
        own = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"{path} is no valid TOML: {error}.", "Mend that place.") from error
    except OSError as error:
        hint = "`kg profile list` names those that are packaged; a file of your own ends in .toml."
        raise ProfileError(f"{path} cannot be read: {error.strerror}.", hint) from error
    base = own.get("extends")
    if base is None:
        return own
    if base not in profile_names():
        known = ", ".join(profile_names())
        hint = did_you_mean(str(base), profile_names(), f"It can be one of {known}.")
        raise _invalid(path, (f"extends {base!r}, which is no packaged profile. {hint}",))
    inherited = _packaged(base)
    inherited.pop("markers", None)
    return cast(dict[str, Any], _merge(inherited, own))


def _invalid(path: str, problems: tuple[str, ...]) -> ProfileError:
    more = f"`kg profile check` tells {len(problems) - 1} more." if len(problems) > 1 else ""
    return ProfileError(f"{path}: {problems[0]}", more, tuple(f"{path}: {problem}" for problem in problems))


def _merge(base: Any, own: Any) -> Any:
    """Adds the own lists and tables to the base's; a plain value of the own replaces the base's."""
    if isinstance(base, dict) and isinstance(own, dict):
        return base | {key: _merge(base[key], value) if key in base else value for key, value in own.items()}
    if isinstance(base, list) and isinstance(own, list):
        return [*own, *(entry for entry in base if entry not in own)]
    return own


def _texts(value: Any) -> Iterator[str]:
    """Yields every text inside a value, keys among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for part in pair for text in _texts(part))
    elif isinstance(value, list | tuple):
        yield from (text for part in value for text in _texts(part))
