"""Holds the word lists of a profile that tell what is said, promised and talked about."""

from pydantic import Field

from graph_loader.annotate.profile_section import Section


class Speech(Section):
    """Says by which words minutes report questions, answers and remarks; `…` is a gap of up to ten words."""

    questions: dict[str, list[str]] = Field(default_factory=dict)
    """Question act → the printed forms that report it, the more particular acts first."""
    remarks: dict[str, list[str]] = Field(default_factory=dict)
    """Act of an answer or a remark → the printed forms that report it."""
    courtesies: list[str] = Field(default_factory=list)
    """Verbs of thanks and praise, which answer no question of another paragraph."""
    introductions: list[str] = Field(default_factory=list)
    """Verbs that bring somebody in to speak, behind which `he` or `she` is the one brought in."""
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
    past_leads: list[str] = Field(default_factory=list)
    """What stands before a unit of time that is over: last, earlier this."""
    past_units: list[str] = Field(default_factory=list)
    """Units of time that a lead or `ago` puts into the past: year, spring."""
    past_meetings: list[str] = Field(default_factory=list)
    """Phrases of a meeting before this one: at the last meeting."""
    matters: list[str] = Field(default_factory=list)
    """Phrases by which somebody brings up a matter of his own rather than answer: referred to, drew attention to."""
    raised: list[str] = Field(default_factory=list)
    """Phrases by which somebody unnamed brings up what concerns him: concerns were expressed, reference was made."""
    movements: list[str] = Field(default_factory=list)
    """Phrases by which somebody comes, goes or adjourns, and says nothing: left the meeting."""
    unasked: list[str] = Field(default_factory=list)
    """Phrases for what somebody says that never is an answer: declared an interest."""
    supporting: list[str] = Field(default_factory=list)
    """What one on the asker's side does who takes the same stand: supported this, echoed."""
    arrivals: list[str] = Field(default_factory=list)
    """Verbs of coming and going behind which a time or nothing follows: arrived at 6.40."""
    decided: list[str] = Field(default_factory=list)
    """Participles of what a meeting does with a request, which answer none: `This was agreed.`"""
    procedure: list[str] = Field(default_factory=list)
    """How a sentence begins that records what every meeting does, said by nobody: Apologies were received."""
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
    stances: list[str] = Field(default_factory=list)
    """Nouns of what somebody thinks, which he says by them: `The CC's understanding was that …`."""
    past_verbs: list[str] = Field(default_factory=list)
    """Past forms that do not end in -ed and show that a clause is finished: went, rose."""
    object_verbs: list[str] = Field(default_factory=list)
    """Verbs of reporting that have a thing for their object and no clause without `that`: presented, thanked."""
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
    invited: list[str] = Field(default_factory=list)
    """Words by which a name behind a comma belongs to who is asked or meant, not to who is to act: invited, for."""
    endings: list[str] = Field(default_factory=list)
    """How a line begins that says when the meeting ended, and is no action below a list of them."""
    rag: list[str] = Field(default_factory=list)
    """Colours that may stand before the words by which a status says that an action is done: `Green – complete`."""
    soon: list[str] = Field(default_factory=list)
    """What a column of due dates says in place of one: asap, immediately."""
    status_heads: list[str] = Field(default_factory=list)
    """Heads of the column that says how an action stands; one that is done is none that is taken on."""
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
    statuses: list[str] = Field(default_factory=list)
    """Words with which a log begins to say how an earlier action stands: ongoing, carried forward, see item."""
    decisions: list[str] = Field(default_factory=list)
    """What a meeting resolves `to` do at once, so that no task is left: approve, note."""
    orders: list[str] = Field(default_factory=list)
    """What a meeting resolves `to` do with whom it gives a task: instruct, ask."""
    absences: list[str] = Field(default_factory=list)
    """Words behind `will be` by which somebody is away or something has an age: leave, old."""
    agreed_openers: list[str] = Field(default_factory=list)
    """How a sentence begins that records a decision, whose task is an action: It was agreed that."""
    agreed_that: list[str] = Field(default_factory=list)
    """How it goes on behind those who met, whoever they are: agreed that."""
    agreed_to: list[str] = Field(default_factory=list)
    """The same before what they decided to do: agreed to."""
    deciders: list[str] = Field(default_factory=list)
    """Nouns of those who meet, beside the heads of boards and the collective names of members: council, meeting."""
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
    records: list[str] = Field(default_factory=list)
    """What has a time that is not the one when it is due: the figures for May."""
    tasks: list[str] = Field(default_factory=list)
    """Words by which a sentence sets a task, where an owner is printed beside it."""
    set_tasks: list[str] = Field(default_factory=list)
    """Phrases that do so as well: agreed to, was asked to, requested."""
    outside_posts: list[str] = Field(default_factory=list)
    """Titles, or words in them, of posts that do not speak for the body held to account: Monitoring Officer."""
    outside_meetings: list[str] = Field(default_factory=list)
    """Words in the names of meetings that have matters of their own beside that body's: audit."""
    things_of_others: list[str] = Field(default_factory=list)
    """Nouns of what others do to the body held to account: audit, inspection."""
    done_by_others: list[str] = Field(default_factory=list)
    """Participles of what others do to a body, `be inspected`, which does not promise it."""
    receptions: list[str] = Field(default_factory=list)
    """Verbs of getting, whose subject does not do what is promised: receive."""
    own_people: list[str] = Field(default_factory=list)
    """Nouns of those who do the work of the body held to account, whoever they are: officers, staff."""
    grants: list[str] = Field(default_factory=list)
    """How a sentence ends in which what somebody asked for is agreed at once: which was agreed."""
    orders_told: list[str] = Field(default_factory=list)
    """The verbs of asking before that: asked, requested."""
    done_by_meetings: list[str] = Field(default_factory=list)
    """Phrases behind `would be` of what the meeting itself sees to: invited to the, added to the agenda."""
    outsiders: list[str] = Field(default_factory=list)
    """Nouns of those for whom the body held to account does not answer: the union would, the contractor will."""
    thing_deeds: list[str] = Field(default_factory=list)
    """Deeds that are told of things as well, so that a name before them may be that of a thing: open, begin."""
    doing: list[str] = Field(default_factory=list)
    """Participles of what is told as a plan with a day, though no deed elsewhere: are seeing the bank in April."""
    going_on: list[str] = Field(default_factory=list)
    """Participles of deeds that tell as often of what is always done, and no plan under way: working, looking."""
    told_in_turn: list[str] = Field(default_factory=list)
    """Forms of telling by which somebody who is told of tells in turn: `AB said that CD had written to say`."""
    opinions: list[str] = Field(default_factory=list)
    """Words before `should be` by which it says what somebody thinks right, and is no promise."""
    forecasts: list[str] = Field(default_factory=list)
    """Verbs of foreseeing: what is estimated or feared is no promise."""
    self_ending: list[str] = Field(default_factory=list)
    """Phrases of what ends or comes about of itself, with a day or without: run out, come to an end."""
    trends: list[str] = Field(default_factory=list)
    """Verbs of what rises or falls by itself, which promise nothing unless they say to what figure."""
    rules_of: list[str] = Field(default_factory=list)
    """Nouns of papers that say what is always so: the law, a policy."""
    drifting: list[str] = Field(default_factory=list)
    """What comes, changes or ends whatever is done, unless something is done to it: prices, a lease, a decision."""
    happenings: list[str] = Field(default_factory=list)
    """Nouns of what comes of itself or by law, which nobody present promises: the clocks, an election."""
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
    asked_if: list[str] = Field(default_factory=list)
    """Words behind which `if` opens what is asked or found out, and no condition: see if, check if."""
    only_if: list[str] = Field(default_factory=list)
    """Phrases by which something is done only in some case: only where, provided that."""
    nobodies: list[str] = Field(default_factory=list)
    """Words at the head of a clause by which nobody does what it tells of: nobody, no."""
    nothing: list[str] = Field(default_factory=list)
    """Phrases in an action's place that say that there is none."""


class TopicWords(Section):
    """Says which words mean the same matter in a whole sector, and which tell no two matters apart."""

    common: list[str] = Field(default_factory=list)
    """Words that minutes use whatever they are about: asked, update, progress."""
    standing: list[str] = Field(default_factory=list)
    """Headings, or parts of headings, of every meeting, which are about nothing: matters arising, AOB, update."""
    openers: list[str] = Field(default_factory=list)
    """Verbs that open a heading and say what the meeting does there: receive, discuss."""
    deliveries: list[str] = Field(default_factory=list)
    """Nouns for what is brought before a meeting, behind which stands what it is about: update on."""
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
    where: list[str] = Field(default_factory=list)
    """Words of a heading behind which the name of a body says only who or where: complaints at the Harbour Office."""
    ahead: list[str] = Field(default_factory=list)
    """Words by which minutes speak of what is to come: would, will."""
    arising: list[str] = Field(default_factory=list)
    """What stands in headings under which minutes tell what became of what was to be done: matters arising."""
    deeds: dict[str, list[str]] = Field(default_factory=dict)
    """Verb → others by which the same deed may be told: what was to be sent had been supplied."""
    nouns: dict[str, str] = Field(default_factory=dict)
    """Noun → the verb that says the same, where no ending makes the one of the other: sale → sell."""
    phrases: dict[str, list[str]] = Field(default_factory=dict)
    """Topic → words and phrases that mean it, beside its own: `non-emergency contact` → 101 calls."""
