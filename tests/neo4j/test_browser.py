"""Opens the real page of Neo4j Browser in a real Chromium: it takes the pack, draws a picture, and shows the guide.

Pictures of the page are left in build/browser/ to be looked at.
"""

import base64
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

from graph_loader.export.browser import make_pack
from graph_loader.export.browser.serving import serving
from graph_loader.model.graph import Contribution
from graph_loader.query.catalogue import TOPICS, load_catalogue, load_pictures
from graph_loader.store import open_store
from tests.neo4j.conftest import load
from tests.neo4j.server import shared
from tests.neo4j.stores import THEIRS, clear, releases, server_of

PICTURES = Path(__file__).parents[2] / "build" / "browser"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ELSEWHERE = re.compile(r"^https?://(?!localhost[:/]|127\.0\.0\.1[:/])")
DROP = """([name, data]) => {
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  const moved = new DataTransfer();
  moved.items.add(new File([bytes], name));
  const place = document.querySelector('.filedrop');
  for (const kind of ['dragenter', 'dragover', 'drop'])
    place.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: moved}));
}"""


@pytest.fixture(scope="module")
def names(release: str, examples: list[Contribution]) -> dict[str, set[str]]:
    """Gives the names of all nodes of a server that holds the examples, by label."""
    if CHROMIUM is None:
        pytest.skip("There is no Chromium here.")
    if release != releases()[0] or release == THEIRS:
        pytest.skip("The page is the same on every server of ours, and is looked at on one.")
    server = server_of(release)
    clear(server)
    load(server, examples)
    with open_store(server, read_only=True) as store:
        rows = store.rows("MATCH (n) RETURN labels(n)[0] AS label, collect(n.name) AS names")
    return {row["label"]: set(row["names"]) for row in rows}


@pytest.fixture(scope="module")
def page(release: str, names: dict[str, set[str]]) -> Iterator[Page]:
    """Gives the page, signed in, with the pack's saved queries and style dropped on it."""
    server = shared(release)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        opened = chromium.new_page(viewport={"width": 1500, "height": 1100})
        opened.set_default_timeout(60_000)
        opened.route(ELSEWHERE, lambda route: route.abort())
        address = server.http.replace("127.0.0.1", "localhost")
        opened.goto(f"{address}browser/?dbms=bolt://{server.user}@localhost:{server.bolt_port}")
        opened.get_by_test_id("username").fill(server.user)
        opened.get_by_test_id("password").fill(server.password)
        opened.get_by_test_id("connect").click()
        expect(opened.get_by_text("You are connected as user")).to_be_visible(timeout=60_000)
        for name in ("favourites.zip", "style.grass"):
            opened.evaluate(DROP, [name, base64.b64encode(make_pack()[name]).decode()])
        # The style is shown once it is taken.
        expect(newest(opened)).to_contain_text("node.Commitment", timeout=60_000)
        opened.get_by_test_id("navigationFavorites").click()
        yield opened
        chromium.close()


def newest(page: Page) -> Locator:
    """Gives the frame of what was run last."""
    return page.get_by_test_id("frame").first


def run_saved(page: Page, folder: str, title: str) -> None:
    """Runs a saved query by its button."""
    found = page.get_by_test_id(f"scriptTitle-{title}")
    if not found.count():
        page.get_by_test_id(f"expandFolder-{folder}").click()
    line = page.get_by_test_id("savedScriptListItem").filter(has=found)
    line.hover()
    line.get_by_test_id("savedScriptsButton-Run").click()


def type_in(page: Page, words: str) -> None:
    """Types a command into the editor and runs it."""
    page.get_by_test_id("activeEditor").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(words)
    page.keyboard.press("Control+Enter")


def captions(page: Page) -> list[list[str]]:
    """Gives the lines of words on each node of the picture."""
    nodes = newest(page).locator("svg g.node")
    expect(nodes.first).to_be_visible(timeout=60_000)
    return [[line.strip() for line in node.locator("text").all_text_contents()] for node in nodes.all()]


def keep(page: Page, name: str) -> None:
    """Leaves a picture of the newest frame on the whole page, once it stands still."""
    newest(page).get_by_title("Fullscreen").click()
    page.wait_for_timeout(2000)
    page.screenshot(path=PICTURES / f"{name}.png")
    newest(page).get_by_title("Close fullscreen").click()


def test_the_saved_queries_are_there_by_topic(page: Page) -> None:
    for folder in ("Start here", *TOPICS.values(), "Values"):
        expect(page.get_by_test_id(f"expandFolder-{folder}")).to_be_visible()


def test_a_saved_query_draws_a_picture_with_names_on_it(page: Page, names: dict[str, set[str]]) -> None:
    run_saved(page, "Start here", "Leave every value open")
    expect(newest(page)).to_contain_text("Successfully set your parameters")
    run_saved(page, TOPICS["years"], f"{load_pictures()['posts-and-holders'].title} (drawn)")
    shown = captions(page)
    keep(page, "posts-and-holders")
    every = [name for some in names.values() for name in some]
    assert len(shown) > 20
    # A long one is cut short behind its first line.
    assert [lines for lines in shown if not any(name.startswith(lines[0].rstrip("…")) for name in every)] == []
    assert len(names["Person"] & {" ".join(lines) for lines in shown}) > 3


def test_the_questions_on_one_matter_are_drawn(page: Page) -> None:
    type_in(page, ':param issue => [" vetting"]')
    expect(newest(page)).to_contain_text("vetting")
    run_saved(page, TOPICS["asked"], f"{load_pictures()['who-asks-whom'].title} (drawn)")
    assert 5 < len(captions(page)) < 50
    keep(page, "who-asks-whom")


def test_a_saved_query_gives_rows(page: Page) -> None:
    run_saved(page, TOPICS["asked"], load_catalogue()["who-asked-whom"].title)
    expect(newest(page).get_by_test_id("frameStatusbar")).to_contain_text("Started streaming", timeout=60_000)
    expect(newest(page).get_by_role("table")).to_contain_text("put_to_stated")
    keep(page, "who-asked-whom")


def test_a_value_that_is_set_asks_for_less(page: Page) -> None:
    type_in(page, ':param person => ["Nobody At All"]')
    expect(newest(page)).to_contain_text("Nobody At All")
    run_saved(page, TOPICS["asked"], load_catalogue()["who-asked-whom"].title)
    expect(newest(page)).to_contain_text("no changes, no records", timeout=60_000)
    type_in(page, ":param person => null")
    expect(newest(page)).to_contain_text("Successfully set your parameters")


def test_the_guide_is_shown_and_fills_the_editor(page: Page) -> None:
    with serving(make_pack(), 0) as address:
        type_in(page, f":play {address}/guide.html")
        expect(newest(page).get_by_role("heading", name="Who asked whom what")).to_be_visible(timeout=60_000)
        page.screenshot(path=PICTURES / "guide.png")
        newest(page).locator("pre.runnable").first.click()
        expect(page.get_by_test_id("activeEditor")).to_contain_text("answered_by: null")
        type_in(page, f":style {address}/style.grass")
        expect(newest(page)).to_contain_text("node.Commitment", timeout=60_000)
        type_in(page, f":guide {address}/guide.html")
        expect(page.get_by_test_id("guidesDrawer")).to_contain_text("This graph holds what minutes", timeout=60_000)
        page.screenshot(path=PICTURES / "guide-at-the-side.png")
