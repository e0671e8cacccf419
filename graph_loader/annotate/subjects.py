"""Reads the subjects of reporting verbs with a trained parser, in the sentences whose speaker the rules cannot name.

What the parser takes for a subject is only a candidate: the actors that the document lists must confirm it. A sentence
is parsed when somebody asks for it, and keeps its tokens and borders as the rules have set them.
"""

from collections.abc import Callable, Collection

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from graph_loader.annotate.speakers import Sentence, Speaker, speaker_at
from graph_loader.annotate.speech_words import SpeechWords
from graph_loader.annotate.trained import TrainedPipeline, find_trained
from graph_loader.errors import KgError

_PIPES = {"transformer", "tok2vec", "parser"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_MAIN = {"ROOT", "conj", "ccomp", "parataxis"}


@Language.factory(
    "kg_subjects", assigns=["doc._.subjects"], requires=["doc.sents", "doc._.actors"], default_config={"model": "auto"}
)
def create_subjects(nlp: Language, name: str, model: str) -> Callable[[Doc], Doc]:
    """Makes the component that puts a trained parser at hand; raises KgError when there is none."""
    trained = find_trained(model)
    if trained is None:
        raise KgError("There is no trained pipeline installed.", "Use --model none.")
    reader = SubjectReader(load_parser(trained))

    def subjects(doc: Doc) -> Doc:
        doc._.subjects = reader
        return doc

    return subjects


def load_parser(trained: TrainedPipeline) -> Language:
    """Loads the parser of a trained pipeline and what it needs, nothing else; raises KgError when it has none."""
    try:
        pipes = spacy.util.load_config(trained.folder / "config.cfg")["nlp"]["pipeline"]
        parser = spacy.load(trained.folder, exclude=[pipe for pipe in pipes if pipe not in _PIPES])
    except (OSError, ValueError, ImportError) as error:
        what = f"{trained.label} cannot be loaded: {error}."
        raise KgError(what, "Install it anew, or use --model none.") from error
    if "parser" not in parser.pipe_names:
        raise KgError(f"{trained.label} has no parser.", "Name another one, or use --model none.")
    return parser


class SubjectReader:
    """Tells who is the subject of a reporting verb."""

    def __init__(self, parser: Language) -> None:
        self._parser = parser

    def is_subject(self, sentence: Sentence, speaker: Speaker, words: SpeechWords) -> bool:
        """Tells whether words of a sentence are the subject of the reporting verb behind them.

        A short sentence that the parser takes for a noun alone (`A resident asked from the floor.`) is left to the
        rules: it has no other verb.
        """
        verb = words.verb_after(sentence.words, speaker.end)
        own = range(speaker.start, speaker.end)
        parsed = self._parse(sentence.span)
        if verb is None:
            return False
        subject = _subject_of(parsed[verb])
        taken_for_noun = parsed[verb].head.dep_ == "ROOT" and parsed[verb].head.i in own
        return taken_for_noun or (subject is not None and subject.i in own)

    def find_speaker(self, sentence: Sentence, words: SpeechWords) -> Speaker | None:
        """Finds the listed actors whom the parser takes for the subject of a reporting verb in a main clause."""
        verbs = [at for at in range(1, len(sentence.words)) if words.is_reporting(sentence.words, at)]
        if not verbs or sentence.words[-1] == "?":
            return None
        for subject, verb in _subjects(self._parse(sentence.span), verbs):
            speaker = speaker_at(sentence, subject.left_edge.i, words)
            if speaker and speaker.actors and words.verb_after(sentence.words, speaker.end) == verb:
                return speaker
        return None

    def _parse(self, span: Span) -> Doc:
        words, spaces = [token.text for token in span], [bool(token.whitespace_) for token in span]
        doc = Doc(self._parser.vocab, words, spaces, sent_starts=[at == 0 for at in range(len(words))])
        for _, component in self._parser.pipeline:
            doc = component(doc)
        return doc


def _subjects(parsed: Doc, verbs: Collection[int]) -> list[tuple[Token, int]]:
    """Gives the subjects of those verbs that say what a main clause says, in order."""
    main = (parsed[verb] for verb in verbs if parsed[verb].dep_ in _MAIN)
    return [(subject, verb.i) for verb in main if (subject := _subject_of(verb)) is not None]


def _subject_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
