"""The exercises for nbgrader: the answers' cells are marked in the notebooks, and `npm run grading` makes a course of them.

python scripts/grading.py FOLDER     (writes FOLDER/source, and FOLDER/nbgrader_config.py where there is none)
"""
import argparse
import copy
import re
from pathlib import Path

import without_iris
import nbformat

ROOT = Path(__file__).resolve().parent.parent
# A cell in which a reader writes an answer: the line that waits for it, and the self-check with the exercise's id.
OPEN_ANSWER = re.compile(r"^const (\w+): .+ \| undefined = undefined;\ncheckAnswer\(\"([\w-]+/(\w+))\", \1\);$", re.M)
CONFIG = """# What nbgrader must know of this course; `npm run grading` writes this file once, so it may be changed.
c = get_config()
# The notebooks hold no solutions that would have to be taken out for students.
c.ClearSolutions.enabled = False
# By default a cell is given up after 30 seconds; some here compute for longer on a busy machine.
c.Execute.timeout = 600
"""


def mark(notebook):
    """Gives each cell that waits for an answer nbgrader's metadata of an "autograded answer"."""
    for cell in notebook.cells:
        if cell.cell_type == "code" and (found := OPEN_ANSWER.search(cell.source)):
            cell.metadata["nbgrader"] = metadata(f"answer-{found[3]}", solution=True)


def metadata(name, **kind):
    fields = dict(grade=False, grade_id=name, locked=False, schema_version=3, solution=False, task=False)
    return {**fields, **kind}


def with_checks(notebook):
    """A copy in which a locked cell of one point follows each answer: it fails unless the answer is right."""
    notebook = copy.deepcopy(notebook)
    mark(notebook)
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        if cell.cell_type == "code" and (found := OPEN_ANSWER.search(cell.source)):
            answer, exercise, step = found.groups()
            check = nbformat.v4.new_code_cell(
                f'import {{ gradeAnswer }} from "distillation";\ngradeAnswer("{exercise}", {answer});',
                id=f"grade-{step}",
            )
            check.metadata["nbgrader"] = metadata(f"grade-{step}", grade=True, locked=True, points=1)
            cells.append(check)
    notebook.cells = cells
    return notebook


def make_course(folder):
    """Writes the notebooks that have exercises where nbgrader looks for an instructor's version; gives their names."""
    names = []
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        course = with_checks(notebook)
        if len(course.cells) == len(notebook.cells):
            continue
        target = folder / "source" / path.stem / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(course, target)
        names.append(path.stem)
    config = folder / "nbgrader_config.py"
    if not config.exists():
        config.write_text(CONFIG, encoding="utf-8")
    return names


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder.resolve()
    print(f"grading: {len(make_course(folder))} assignments in {folder / 'source'}")
