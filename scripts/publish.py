"""Writes the notebooks, with the outputs they hold, as reveal.js slides or as handouts, through nbconvert.

python scripts/publish.py {slides,handouts} FOLDER [NOTEBOOK ...]     (all notebooks without a name)
"""
import argparse
import copy
import json
import re
import signal
import sys
from pathlib import Path

# An interrupt may come while the libraries load; what is half-written then, publish.mjs throws away.
signal.signal(signal.SIGINT, signal.SIG_DFL)

import without_iris
import nbformat
from nbconvert.exporters import HTMLExporter

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
TEMPLATES = ROOT / "scripts" / "publish"
EXERCISES = "exercises"
WIDE = 2.1  # width over height from which a figure stands over the text and not beside it


class PublishFault(Exception):
    """What cannot be published and why, in a line."""


def chosen(names):
    """The notebooks named by path, file or bare name; all of the collection without a name."""
    there = {path.stem: path for path in sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))}
    if not names:
        return list(there.values())
    paths = {}
    for name in names:
        path = Path(name).resolve() if Path(name).is_file() else there.get(name.removesuffix(".ipynb"))
        if path is None:
            raise PublishFault(f"there is no notebook {name!r}; there are {', '.join(there)}")
        if paths.setdefault(path.stem, path) != path:
            raise PublishFault(f"{paths[path.stem]} and {path} would be one page, {path.stem}.html")
    return list(paths.values())


def faults_in(path, notebook):
    """The cells whose outputs are not what a reader is to see: never run, or ended by an error."""
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type != "code" or not cell.source.strip() or "remove-cell" in cell.metadata.get("tags", []):
            continue
        if any(output.output_type == "error" or output.get("name") == "stderr" for output in cell.outputs):
            yield f"{path.name}: cell {number} shows an error"
        elif not cell.outputs and cell.execution_count is None:
            yield f"{path.name}: cell {number} has not been run"


def read(path):
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:
        raise PublishFault(f"{path.name}: this is not a notebook: {str(error).splitlines()[0]}")


def prose(source):
    """A cell's text for paper and screen: no way to the solutions, links between the written pages."""
    paragraphs = re.split(r"\n{2,}", source)
    if re.search(r"^## Exercises", source):  # what stands between the heading and the first exercise is about cells
        first = next((k for k, text in enumerate(paragraphs) if text.startswith("**1.**")), 1)
        paragraphs = [paragraphs[0].split("\n")[0], *paragraphs[first:]]
    kept = [text for text in paragraphs if "](solutions/" not in text]
    text = re.sub(r"\[([^\]]+)\]\([\w-]+\.md\)", r"\1", "\n\n".join(kept))  # the teacher's pages stay with the teacher
    return re.sub(r"\]\(([\w-]+)\.ipynb\)", r"](\1.html)", text)


def is_answer(cell):
    return cell.cell_type == "code" and "checkAnswer(" in cell.source and "import" not in cell.source


def is_progress(output):
    """The line that a progress bar leaves behind."""
    return output.output_type == "display_data" and set(output.data) == {"text/plain"}


def has_figure(cell):
    return cell.cell_type == "code" and "<img" in json.dumps(cell.outputs)


def shapes_in(cell):
    """Width over height of each figure that a cell shows."""
    html = "".join(output.get("data", {}).get("text/html", "") for output in cell.outputs)
    sizes = re.findall(r'<img [^>]*width="([\d.]+)" height="([\d.]+)">', html)
    return [float(width) / float(height) for width, height in sizes]


def prepared(notebook):
    """A copy without what only serves somebody at a keyboard."""
    notebook = copy.deepcopy(notebook)
    cells = []
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        if "remove-cell" in tags:
            continue
        if cell.cell_type == "markdown":
            cell.source = prose(cell.source)
        elif is_answer(cell):
            cell.metadata.answer = True
        else:
            cell.outputs = [output for output in cell.outputs if not is_progress(output)]
            if "hide-input" in tags:
                cell.metadata.transient = {"remove_source": True}
        empty = not cell.source.strip() or ("transient" in cell.metadata and not cell.outputs)
        if not empty:
            cells.append(cell)
    notebook.cells = cells
    return notebook


def heading_of(cell):
    found = re.match(r"#+ (.*)", cell.source) if cell.cell_type == "markdown" else None
    return found[1] if found else None


def layout(cells):
    """Where a page's figure stands, as page.css names it."""
    shapes = [shape for cell in filter(has_figure, cells) for shape in shapes_in(cell)]
    if not shapes:
        return "title" if cells[0].source.startswith("# ") else "text"
    if len(shapes) > 1:
        return "pair"
    wide = shapes[0] >= WIDE
    if not has_figure(cells[0]):
        return "below wide" if wide else "below"
    return "alone" if len(cells) == 1 else "over" if wide else "beside"


def paged(notebook):
    """Tells the template which cells start a page, what its running head says and how it is laid out."""
    kind = lambda cell: cell.metadata.get("slideshow", {}).get("slide_type", "-")
    notebook.cells = [cell for cell in notebook.cells if kind(cell) != "skip"]
    pages = []
    for cell in notebook.cells:
        if kind(cell) in ("slide", "subslide") or not pages:
            pages.append([])
        pages[-1].append(cell)
    section = ""
    for page in pages:
        shown = [cell for cell in page if kind(cell) != "notes"]
        section = heading_of(page[0]) or section
        for cell in filter(has_figure, shown):  # its tables are in the handout; a screen holds one thing to look at
            cell.outputs = [output for output in cell.outputs if "<img" in json.dumps(output)]
        page[0].metadata.page_class = layout(shown)
        page[0].metadata.running = "" if heading_of(page[0]) else section
    return notebook


def write(template, notebook, file, **facts):
    exporter = HTMLExporter(
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        template_name=template,
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_anchor_links=True,
    )
    text, _ = exporter.from_notebook_node(notebook, resources={"page": facts})
    file.write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="\n")


def title_of(notebook):
    return next(filter(None, (heading_of(cell) for cell in notebook.cells)), "")


def exercises_of(notebook):
    """The cells from the heading "Exercises" to the last answer; none without either."""
    cells = notebook.cells
    first = next((k for k, cell in enumerate(cells) if heading_of(cell) == "Exercises"), len(cells))
    last = max((k for k, cell in enumerate(cells) if cell.metadata.get("answer")), default=-1)
    return cells[first : last + 1]


def write_exercises(paths, folder):
    sheet = nbformat.v4.new_notebook()
    for path in paths:
        notebook = prepared(read(path))
        cells = exercises_of(notebook)
        for cell in cells:
            cell.id = f"{path.stem}-{cell.id}"  # one page of many notebooks
            cell.source = cell.source.replace("## Exercises", f"## {title_of(notebook)}")
        sheet.cells += cells
    write("handout", sheet, folder / f"{EXERCISES}.html", title="Exercises", sheet=True)


def publish(mode, folder, names, incomplete):
    notebooks = {path: read(path) for path in chosen(names)}
    faults = [fault for path, notebook in notebooks.items() for fault in faults_in(path, notebook)]
    for fault in faults:
        print(f"{mode}: {fault}", file=sys.stderr)
    if faults and not incomplete:
        raise PublishFault("nothing was written; run those cells, or publish them so with --incomplete")
    for path, notebook in notebooks.items():
        notebook = prepared(notebook)
        title = title_of(notebook)
        if mode == "slides":
            write("slides", paged(notebook), folder / f"{path.stem}.html", title=title)
        else:
            write("handout", notebook, folder / f"{path.stem}.html", title=title)
    if mode == "handouts":
        write_exercises(chosen([]), folder)
    index = prepared(read(NOTEBOOKS / "index.ipynb"))
    write("handout", index, folder / "index.html", title=title_of(index), index=mode)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("mode", choices=["slides", "handouts"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("notebooks", nargs="*")
    parser.add_argument("--incomplete", action="store_true", help="cells without outputs and errors too")
    arguments = parser.parse_args()
    try:
        publish(arguments.mode, arguments.folder, arguments.notebooks, arguments.incomplete)
    except PublishFault as fault:
        print(f"{arguments.mode}: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
