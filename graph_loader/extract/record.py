"""Makes the record of one document."""

from spacy.tokens import Doc

from graph_loader import __version__
from graph_loader.annotate.choose import Choice, choose_profile
from graph_loader.annotate.pipeline import annotate, build_pipeline
from graph_loader.annotate.profile import load_profile, profile_digest
from graph_loader.annotate.trained import NONE, find_trained
from graph_loader.extract.issues import item_issues
from graph_loader.extract.narrative import narrative_of
from graph_loader.extract.people import people_of
from graph_loader.extract.successions import successions_of
from graph_loader.model.layout import Layout
from graph_loader.model.record import Item, Meeting, Record, Source


def pipeline_label(model: str = NONE) -> str:
    """Names the pipeline that makes a record: one that differs may say something else of the same document."""
    trained = find_trained(model)
    return " + ".join([f"rules {__version__}", *([trained.label] if trained else [])])


def extract_record(layout: Layout, choice: Choice | None = None, model: str = NONE) -> Record:
    """Extracts the record of one layout with the profile chosen, else with the one that its words call for.

    `model` names a trained pipeline that helps, or is `auto` for the best one installed. Raises KgError when it is not
    there.
    """
    choice = choice or choose_profile(layout)
    name = choice.profile
    doc = annotate(build_pipeline(name, model), layout)
    return Record(
        document=layout.document.name,
        source=_source(layout),
        pipeline=pipeline_label(model),
        profile=name,
        profile_reason=choice.reason,
        profile_digest=profile_digest(name),
        meeting=doc._.meeting or Meeting(),
        people=people_of(doc, load_profile(name)),
        bodies=doc._.bodies,
        programmes=doc._.programmes,
        successions=successions_of(doc, load_profile(name)),
        items=tuple(entry.item for entry in doc._.items),
        exchanges=doc._.exchanges,
        statements=doc._.statements,
        commitments=doc._.commitments,
        item_issues=item_issues(_items(doc), load_profile(name)),
        narrative=narrative_of(doc),
    )


def _items(doc: Doc) -> list[Item]:
    return [entry.item for entry in doc._.items]


def _source(layout: Layout) -> Source:
    document = layout.document
    return Source(
        id=document.id,
        path=document.path,
        sha256=document.sha256,
        media_type=document.media_type,
        characters=len(layout.text),
        repairs=tuple(f"{mend.start}-{mend.end} {mend.kind}: {mend.note}" for mend in layout.repairs),
        unreadable=tuple(f"{gap.start}-{gap.end} {gap.reason}" for gap in layout.gaps),
    )
