"""Writes the slides of the guide in the two forms that Neo4j Browsers read: HTML the older, AsciiDoc the newer."""

import re
from collections.abc import Sequence
from html import escape

from graph_loader.export.browser.guide import Box, Slide

_CODE = re.compile(r"`([^`]+)`")


def as_html(title: str, slides: Sequence[Slide]) -> str:
    """Gives the guide as the page that `:play` and `:guide` fetch."""
    inner = "\n".join(_html_slide(slide) for slide in slides)
    return (
        f'<article class="guide">\n<title>{escape(title)}</title>\n'
        f'<carousel class="deck container-fluid">\n{inner}\n</carousel>\n</article>\n'
    )


def as_asciidoc(title: str, slides: Sequence[Slide]) -> str:
    """Gives the guide as AsciiDoc, a section for each slide."""
    return "\n\n".join([f"= {title}", *(_asciidoc_slide(slide) for slide in slides)]) + "\n"


def _html_slide(slide: Slide) -> str:
    # In one column, because `:guide` shows it in a narrow drawer.
    lines = ['<slide class="row-fluid">', '<div class="col-sm-12">', f"<h3>{escape(slide.title)}</h3>"]
    lines += [f"<p>{_with_code(text)}</p>" for text in slide.paragraphs]
    for heading, boxes in slide.boxes.items():
        lines += [f"<h4>{escape(heading)}</h4>"] if heading else []
        lines += [_html_box(box) for box in boxes]
    return "\n".join([*lines, "</div>", "</slide>"])


def _html_box(box: Box) -> str:
    if box.link:
        return f'<p><a data-populate="{escape(box.text)}">{escape(box.link)}</a> {escape(box.caption)}</p>'
    caption = f"<figcaption>{escape(box.caption)}</figcaption>" if box.caption else ""
    pre = f'<pre class="pre-scrollable code runnable">{escape(box.text.strip(), quote=False)}</pre>'
    return f"<figure>{pre}{caption}</figure>"


def _asciidoc_slide(slide: Slide) -> str:
    parts = [f"== {slide.title}", *slide.paragraphs]
    for heading, boxes in slide.boxes.items():
        parts += [f"*{heading}*"] if heading else []
        for box in boxes:
            parts += [f"{box.link}. {box.caption}" if box.link else box.caption] if box.caption else []
            parts.append(f"[source,cypher]\n----\n{box.text.strip()}\n----")
    return "\n\n".join(parts)


def _with_code(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(text, quote=False))
