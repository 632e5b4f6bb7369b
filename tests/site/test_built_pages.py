"""How is it served? Promises that every built page keeps, read from its HTML."""

from __future__ import annotations

import itertools
import json
import re
from urllib.parse import urljoin, urlsplit

import pytest
from pages_of_site import CONTENT, PAGES

from lms_guide import node
from lms_guide.rules import sections

# Attributes by which a page loads something by itself.
LOADED = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "object": "data",
}
# Links in the head that say where something is, and load nothing.
NAMED = {"canonical", "alternate", "prev", "next", "license"}

# By one worker: every page is parsed for these, and once is enough.
pytestmark = pytest.mark.xdist_group("built pages")


@pytest.mark.parametrize("path", PAGES)
def test_every_link_and_anchor_leads_somewhere(path, html, site):
    broken = []
    for link in html(path).select("a[href]"):
        parts = urlsplit(link["href"])
        if parts.scheme or parts.netloc:
            continue
        # 404.html may be shown at any depth, so its links start at the site's root.
        base = urlsplit(site_address(html)).path
        target = urljoin(f"{base}{path}", parts.path) if parts.path else f"{base}{path}"
        relative = target.removeprefix(base)
        file = f"{relative}index.html" if not relative or relative.endswith("/") else relative
        if not (site / file).is_file() or (
            parts.fragment and file.endswith(".html") and not html(file).find(id=parts.fragment)
        ):
            broken.append(link["href"])
    assert broken == []


def site_address(html) -> str:
    """The address the site was built for, from the home page."""
    return html("index.html").select_one("link[rel=canonical]")["href"]


def onward(page, path: str) -> set[str]:
    """The files of this site that the text of a page links to; the menu, which is cut short on a phone, does not count."""
    parts = [urlsplit(link["href"]) for link in page.select("article a[href]")]
    targets = [urljoin(path, part.path) for part in parts if part.path and not part.scheme and not part.netloc]
    return {f"{target}index.html" if not target or target.endswith("/") else target for target in targets}


def steps(start: str, ways: dict[str, set[str]]) -> dict[str, int]:
    """Page -> how many links away from `start` it is; pages that no link leads to are missing."""
    found, todo = {start: 0}, [start]
    for path in todo:  # grows while it is walked
        new = sorted(ways.get(path, set()) - found.keys())
        found |= dict.fromkeys(new, found[path] + 1)
        todo += new
    return found


def test_no_page_is_orphaned_and_none_is_more_than_three_steps_from_home(html):
    found = steps("index.html", {path: onward(html(path), path) for path in CONTENT.values()})
    assert {path: found.get(path) for path in CONTENT.values() if found.get(path, 4) > 3} == {}


def test_an_orphan_and_a_page_four_steps_away_would_be_noticed():
    far = steps("home", {"home": {"a"}, "a": {"b", "home"}, "b": {"c"}, "c": {"d"}, "orphan": {"home"}})
    assert far == {"home": 0, "a": 1, "b": 2, "c": 3, "d": 4}


@pytest.mark.parametrize(("source", "path"), CONTENT.items())
def test_every_required_section_stands_in_the_built_page(source, path, html, guide):
    page = guide.pages[source]
    for id in sections.required(page, guide):
        heading = html(path).select_one(f"article h2#{id}")
        assert heading, f"{source}: no section {id}"
        assert heading.get_text(strip=True) == sections.heading(page, guide, id)
        assert len(heading.parent.get_text(strip=True)) > len(heading.get_text(strip=True)), f"{source}: {id} is empty"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_title_heading_and_skips_no_level(path, html):
    levels = [int(heading.name[1]) for heading in html(path).select("article :is(h1, h2, h3, h4, h5, h6)")]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize(("source", "path"), CONTENT.items())
def test_a_page_that_no_doctor_has_read_says_so_at_the_top_and_in_its_metadata(source, path, html, guide):
    if guide.pages[source].meta["reviewed"] is not None:
        return
    page, frame = html(path), guide.evidence.frame
    notice = page.select_one(".lms-notice")
    assert " ".join(frame["notice"].split()) in " ".join(notice.get_text(" ").split())
    assert frame["notice_title"] in notice.get_text(" ")
    assert page.find_all(True).index(notice) < page.find_all(True).index(page.select_one("h1"))
    data = structured(page)
    assert data["creativeWorkStatus"] == frame["work_status"]
    assert "lastReviewed" not in data and "reviewedBy" not in data


def structured(page) -> dict:
    """The page's JSON-LD."""
    return json.loads(page.select_one('script[type="application/ld+json"]').string)


@pytest.mark.parametrize(("source", "path"), CONTENT.items())
def test_a_page_tells_machines_the_truth_about_itself(source, path, html, guide):
    page, meta = html(path), guide.pages[source].meta
    data = structured(page)
    assert data["@type"] == "MedicalWebPage"
    assert data["name"] == meta["title"]
    assert data["description"] == meta["description"] == page.select_one("meta[name=description]")["content"]
    assert data["dateModified"] == meta["checked"].isoformat()
    assert data["inLanguage"] == "en" and data["isAccessibleForFree"] is True
    assert page.select_one("meta[property='og:title']")["content"] == meta["title"]
    image = page.select_one("meta[property='og:image']")["content"]
    assert image.startswith(site_address(html)) and image.endswith(".png")
    assert page.select_one("link[rel=canonical]")["href"].startswith(site_address(html))


@pytest.mark.parametrize("path", PAGES)
def test_get_help_now_stands_in_the_header_of_every_page(path, html):
    links = [link for link in html(path).select("header a") if "Get help now" in link.get_text()]
    assert links and "side-effects" in urljoin(path, links[0]["href"])


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_nothing_from_another_host(path, html):
    page, foreign = html(path), []
    for tag, attribute in LOADED.items():
        for element in page.select(f"{tag}[{attribute}]"):
            named = tag == "link" and set(element.get("rel", [])) <= NAMED
            if urlsplit(element[attribute]).netloc and not named:
                foreign.append(element[attribute])
    styles = " ".join(style.get_text() for style in page.select("style"))
    foreign += re.findall(r"(?:url\(|@import)\s*['\"]?((?:https?:)?//[^'\")\s]+)", styles)
    assert foreign == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_bound_by_a_policy_and_runs_no_handler_written_into_its_tags(path, html):
    page = html(path)
    policy = page.select_one('meta[http-equiv="Content-Security-Policy"]')["content"]
    assert policy.startswith("default-src 'none'")
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert page.select_one("meta[name=referrer]")["content"] == "no-referrer"
    handlers = [name for element in page.find_all(True) for name in element.attrs if name.startswith("on")]
    assert handlers == []


def test_a_copy_that_nobody_publishes_says_so_and_asks_search_engines_to_stay_away(html, guide):
    published = guide.config["extra"]["site"]["publisher"]
    for path in CONTENT.values():
        robots = html(path).select_one("meta[name=robots]")
        if published:
            assert robots is None
        else:
            assert "noindex" in robots["content"]
            assert guide.evidence.frame["preview_notice"] in html(path).get_text(" ")


def test_a_lost_reader_is_helped_on(html):
    page = html("404.html")
    links = {link["href"] for link in page.select("article a")}
    assert any("stages" in link for link in links) and any("side-effects" in link for link in links)
    assert "Get help now" in page.get_text()


def test_the_map_and_the_robots_file_name_this_sites_address(site, html):
    address = site_address(html)
    assert f"Sitemap: {address}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(address + path.removesuffix("index.html") for path in CONTENT.values())


def test_survival_figures_and_sources_are_not_found_by_the_search(site, guide):
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    for fact in guide.evidence.facts.values():
        if fact.survival:
            assert not any(wording in index for wording in guide.evidence.fact_words[fact.id].wordings), fact.id
    entries = json.loads(index)["docs"]
    assert not any(entry["location"].endswith("#sources") for entry in entries)


def test_no_number_of_a_note_runs_into_a_number_of_the_text_in_a_search_result(site):
    assert "<sup>" not in (site / "search" / "search_index.json").read_text(encoding="utf-8")


def test_every_page_is_valid_html(root, site):
    result = node.run(
        root,
        "html-validate/bin/html-validate.mjs",
        "--config",
        str(root / "tests/site/html-validate.json"),
        "--formatter",
        "text",
        str(site),
    )
    assert result.returncode == 0, result.stdout + result.stderr
