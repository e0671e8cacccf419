"""Turns what a format reader hands over into a layout, by one chain of passes that all formats share."""

from graph_loader.model.layout import Document, Layout
from graph_loader.read.blocks import make_blocks
from graph_loader.read.columns import find_action_column
from graph_loader.read.damage import mark_damage
from graph_loader.read.join import join_lines
from graph_loader.read.markers import take_markers
from graph_loader.read.noise import drop_noise
from graph_loader.read.piece import Draft

_PASSES = (drop_noise, take_markers, mark_damage, find_action_column, join_lines)


def build_layout(document: Document, draft: Draft) -> Layout:
    """Gives the layout of a document; the passes change `draft`."""
    for one_pass in _PASSES:
        one_pass(draft)
    return Layout(
        document=document,
        text=draft.text,
        blocks=tuple(make_blocks(draft.pieces)),
        pages=tuple(draft.pages) or ((0, len(draft.text)),),
        repairs=tuple(sorted(draft.repairs, key=lambda repair: (repair.start, repair.end, repair.kind))),
        gaps=tuple(sorted(draft.gaps, key=lambda gap: gap.start)),
    )
