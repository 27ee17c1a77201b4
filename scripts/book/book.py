"""Writes the collection as web pages, from the notebooks and the outputs they hold; nothing is run.

python scripts/book/book.py FOLDER [--without-solutions]

Formulas are left as <tex> elements, which book.mjs sets.
"""
import argparse
import html
import json
import os
import re
import sys
from pathlib import Path
from urllib.parse import unquote

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import without_iris
import nbformat
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments.formatters import HtmlFormatter
from publish import NOTEBOOKS, ROOT, heading_of, is_answer, is_progress, read

LIVE = "application/vnd.distillation.live+json"
PARTS = Path(__file__).resolve().parent
SITE = json.loads((ROOT / "docs" / "book.json").read_text(encoding="utf-8"))
CHAPTERS = json.loads((ROOT / "docs" / "notebooks.json").read_text(encoding="utf-8"))
# Whoever publishes a copy names it: the workflow does.
OWNER, _, NAME = os.environ.get("BOOK_REPOSITORY", SITE["repository"]).partition("/")
REPOSITORY = f"{OWNER}/{NAME}"
ADDRESS = f"https://{OWNER.lower()}.github.io/{NAME}/"
SOURCE = f"https://github.com/{REPOSITORY}"

highlighted = Highlight2HTML(pygments_lexer="typescript")


class Renderer(IPythonRenderer):
    def block_math(self, body):
        return f"<tex display>{html.escape(body)}</tex>"

    multiline_math = block_math

    def inline_math(self, body):
        return f"<tex>{html.escape(body)}</tex>"


def page_of(target):
    """Where a link of the collection's own leads in the book, or at its source."""
    file, _, anchor = target.partition("#")
    anchor = f"#{anchor}" if anchor else ""
    name = Path(file)
    if name.suffix == ".ipynb":
        if "solutions" in file:
            return f"{name.stem}.html#Exercises"
        return f"{name.stem}.html{anchor}"
    if name.name == "TEACHING.md":
        return "teaching.html"
    return f"{SOURCE}/blob/main/{str(name).removeprefix('../')}{anchor}"


def markdown(text):
    """A text as HTML: links within the book, tables that scroll inside themselves."""
    shown = MarkdownWithMath(renderer=Renderer(escape=False, anchor_link_text="#")).render(text)
    # The renderer writes a heading's letters beyond ASCII as numbers, and its id as an address has it.
    shown = re.sub(r"&#(\d{3,});", lambda letter: chr(int(letter[1])), shown)
    shown = re.sub(r'(?<=<h[1-6] id=")[^"]*', lambda anchor: unquote(anchor[0]), shown)
    shown = re.sub(
        r'href="(?!https?:|#|mailto:)([^"]+\.(?:ipynb|md|ts|json|mjs)[^"]*)"',
        lambda link: f'href="{page_of(link[1])}"',
        shown,
    )
    shown = shown.replace("<table>", '<div class="scroll" role="group" aria-label="table"><table>')
    return shown.replace("</table>", "</table></div>").replace('class="anchor-link"', 'class="anchor-link" aria-hidden="true" tabindex="-1"')


class Chapter:
    """The pages' cells, one after another, with the figures they hold as files."""

    def __init__(self, stem, folder, solutions):
        self.stem, self.folder = stem, folder
        self.solutions = solutions
        self.figures = 0

    def cell(self, cell):
        if cell.cell_type == "markdown":
            return markdown(cell.source)
        tags = cell.metadata.get("tags", [])
        folded = "hide-input" in tags or "remove-cell" in tags
        code = highlighted(cell.source)
        if folded:
            summary = "Imports" if "remove-cell" in tags else "Code"
            code = f"<details class=\"code\"><summary>{summary}</summary>{code}</details>"
        outputs = "".join(self.output(output) for output in cell.outputs if not is_progress(output))
        return f"{code}\n{outputs}"

    def output(self, output):
        if output.output_type == "stream":
            return f'<pre class="output">{html.escape(output.text.rstrip())}</pre>'
        data = output.data
        if LIVE in data:
            live = html.escape(json.dumps(data[LIVE], ensure_ascii=False))
            return f'<div class="figure" data-live="{live}">{self.images(data)}</div>'
        if "<img" in data.get("text/html", ""):
            return f'<div class="figure">{self.images(data)}</div>'
        if "text/markdown" in data:
            return markdown(data["text/markdown"])
        return data.get("text/html") or f'<pre class="output">{html.escape(data["text/plain"])}</pre>'

    def images(self, data):
        """The output's HTML with each drawing as a file beside the page, fetched when it comes into view."""
        return re.sub(r'src="data:image/svg\+xml[^,]*,([^"]*)"', self.image, data["text/html"])

    def image(self, match):
        self.figures += 1
        name = f"figures/{self.stem}-{self.figures:02}.svg"
        file = self.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(unquote(html.unescape(match[1])), encoding="utf-8")
        return f'loading="lazy" src="{name}"'

    def answer(self, cell):
        name = re.search(r'checkAnswer\("([^"]+)"', cell.source)[1]
        field = "answer-" + re.sub(r"\W", "-", name)
        return f"""<form class="answer" data-exercise="{name}">
<label for="{field}">Your answer to {name.split('/')[1]}</label>
<textarea id="{field}" rows="1" placeholder="number, word or code" spellcheck="false" autocapitalize="off"></textarea>
<button>Check</button><output role="status"></output></form>"""

    def solution(self, number):
        cells = self.solutions.get(number)
        if not cells:
            return ""
        shown = "\n".join(self.cell(cell) for cell in cells)
        return f'<details class="solution"><summary>Solution of exercise {number}</summary>{shown}</details>'

    def body(self, cells):
        parts, exercise = [], None
        answered = any(is_answer(cell) for cell in cells)
        for cell in cells:
            source = cell.source
            number = re.search(r"^\*\*(\d+)\.\*\*", source, re.M)
            is_next = cell.cell_type == "markdown" and (number or not is_step(source))
            if exercise and is_next:
                parts.append(self.solution(exercise))
                exercise = None
            if cell.cell_type == "markdown" and number and answered:
                exercise = number[1]
            parts.append(self.answer(cell) if is_answer(cell) else self.cell(cell))
        if exercise:
            parts.append(self.solution(exercise))
        return "\n".join(parts)


def is_step(source):
    return re.match(r"\*\*[a-z]\.\*\*", source) is not None


def solutions_of(stem):
    """The cells of each worked exercise, by its number."""
    found, number = {}, None
    path = NOTEBOOKS / "solutions" / f"{stem}.ipynb"
    if not path.exists():
        return found
    for cell in read(path).cells[1:]:
        begins = re.match(r"\*\*(\d+)\.\*\*", cell.source) if cell.cell_type == "markdown" else None
        number = begins[1] if begins else number
        if number:
            found.setdefault(number, []).append(cell)
    return found


def prose_of(cell):
    """A cell's text without what is said to somebody at a keyboard."""
    kept = [text for text in re.split(r"\n{2,}", cell.source) if "](solutions/" not in text]
    cell.source = "\n\n".join(kept)
    return cell


def section(text, heading):
    """The part of a Markdown text under a heading of the second level."""
    return re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)[1].strip()


def front():
    rows = "\n".join(
        f"""<li><a href="{chapter['notebook']}.html"><img src="figures/{chapter['notebook']}.svg" alt="" width="320">
<b>{chapter['title']}</b> {html.escape(chapter['question'])}</a> <small>{chapter['minutes']} minutes</small></li>"""
        for chapter in CHAPTERS
    )
    return f"""<h1>{SITE['title']}</h1>
{markdown(SITE['about'])}
<div class="figure"><img src="figures/test-loss.svg" width="640" height="400" alt="{html.escape(SITE['figure'])}"></div>
<h2 id="notebooks">The notebooks</h2>
<ol class="map">{rows}</ol>"""


def ledger():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = re.search(r"<!-- ledger:.*?-->\n(.*?)<!-- end of ledger -->", readme, re.S)[1]
    return markdown(f"# The post's claims, checked\n\nEach row is established in the notebook's section.\n\n{table}")


def running():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = section(readme, "Two commands")
    faults = section(readme, "When a command fails")
    return markdown(
        f"# Run it yourself\n\nEverything in these pages comes out of notebooks that you can run and change. "
        f"Get [the repository]({SOURCE}); then\n\n{commands}\n\n## When a command fails\n\n{faults}"
    )


def beside(body, stem):
    """A part of a notebook's page on a page of several: its anchors get the notebook's name, links to the rest its page."""
    anchors = set(re.findall(r' id="([^"]*)"', body))

    def link(match):
        here = unquote(match[1]) in anchors
        return f'href="#{stem}-{match[1]}"' if here else f'href="{stem}.html#{match[1]}"'

    body = re.sub(r'href="#([^"]*)"', link, body)
    return re.sub(r' (id|for)="', rf' \g<1>="{stem}-', body)


def write(folder, name, title, body, place=None, notebook=None):
    pages = ["index", *(chapter["notebook"] for chapter in CHAPTERS)]
    k = pages.index(name) if name in pages else None
    names = {"index": "Start", **{chapter["notebook"]: chapter["title"] for chapter in CHAPTERS}}
    step = lambda k, rel, arrow: f'<a rel="{rel}" href="{pages[k]}.html">{arrow.format(names[pages[k]])}</a>'
    steps = ""
    if k is not None:
        before = step(k - 1, "prev", "← {}") if k > 0 else ""
        after = step(k + 1, "next", "{} →") if k + 1 < len(pages) else ""
        steps = f'<nav class="steps" aria-label="Previous and next">{before}{after}</nav>'
    heads = re.findall(r'<h2 id="([^"]*)"[^>]*>(.*?)<a class="anchor-link"', body, re.S)
    toc = "".join(f'<li><a href="#{anchor}">{text}</a></li>' for anchor, text in heads)
    links = ""
    if notebook:
        binder = f"https://mybinder.org/v2/gh/{REPOSITORY}/main?urlpath=lab/tree/notebooks/{notebook}.ipynb"
        links = (
            f'<p class="links"><a href="{SOURCE}/blob/main/notebooks/{notebook}.ipynb">Notebook</a> · '
            f'<a href="{binder}">Open in Binder</a> · <a href="{SOURCE}/tree/main/lib/chapters">Source</a></p>'
        )
    template = (PARTS / "page.html").read_text(encoding="utf-8")
    has_code = 'class="code"' in body
    facts = {
        "title": html.escape(title),
        "site": "" if name == "index" else f" | {html.escape(SITE['title'])}",
        "book": html.escape(SITE["title"]),
        "address": f"{ADDRESS}{'' if name == 'index' else name + '.html'}",
        "picture": f"{ADDRESS}assets/picture.png",
        "about": html.escape(SITE["summary"]),
        "toc": f"<nav class=\"toc\" aria-label=\"On this page\"><ul>{toc}</ul></nav>" if toc else "",
        "body": body,
        "links": links,
        "steps": steps,
        "code": '<button id="unfold" type="button" aria-pressed="false">All code</button>' if has_code else "",
        "teaching": '<a href="teaching.html">Teaching</a>' if (folder / "teaching.html").exists() or name == "teaching" else "",
    }
    page = re.sub(r"\{\{(\w+)\}\}", lambda match: facts[match[1]], template)
    (folder / f"{name}.html").write_text(page, encoding="utf-8", newline="\n")


def publish(folder, with_solutions):
    (folder / "figures").mkdir(parents=True)
    (folder / "assets").mkdir()
    for chapter in CHAPTERS:
        drawing = ROOT / "docs" / "figures" / f"{chapter['notebook']}.svg"
        (folder / "figures" / drawing.name).write_bytes(drawing.read_bytes())
    (folder / "figures" / "test-loss.svg").write_bytes((ROOT / "docs" / "test-loss.svg").read_bytes())
    if with_solutions:
        write(folder, "teaching", "Teaching", markdown((NOTEBOOKS / "TEACHING.md").read_text(encoding="utf-8")))
    sheet = ["<h1>All exercises</h1>"]
    for chapter in CHAPTERS:
        stem = chapter["notebook"]
        cells = [prose_of(cell) for cell in read(NOTEBOOKS / f"{stem}.ipynb").cells]
        solutions = solutions_of(stem) if with_solutions else {}
        body = Chapter(stem, folder, solutions).body(cells)
        write(folder, stem, chapter["title"], body, notebook=stem)
        first = body.index('<h2 id="Exercises"')
        exercises = beside(body[first:], stem)
        sheet.append(re.sub(r"(<h2 [^>]*>)Exercises", rf"\g<1>{chapter['title']}", exercises, count=1))
    write(folder, "exercises", "All exercises", "\n".join(sheet))
    write(folder, "ledger", "The claims", ledger())
    write(folder, "running", "Run it yourself", running())
    write(folder, "index", SITE["title"], front())
    light = HtmlFormatter(style="default").get_style_defs(".highlight")
    dark = HtmlFormatter(style="github-dark").get_style_defs(".highlight")
    style = (PARTS / "page.css").read_text(encoding="utf-8")
    (folder / "assets" / "page.css").write_text(
        f"{style}\n{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n", encoding="utf-8"
    )
    addresses = "".join(
        f"<url><loc>{ADDRESS}{'' if page.stem == 'index' else page.name}</loc></url>"
        for page in sorted(folder.glob("*.html"))
    )
    (folder / "sitemap.xml").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{addresses}</urlset>\n',
        encoding="utf-8",
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without-solutions", action="store_true")
    arguments = parser.parse_args()
    publish(arguments.folder, not arguments.without_solutions)


if __name__ == "__main__":
    main()
