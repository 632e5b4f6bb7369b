"""What `make measure` and `make axe` measure with holds, so that their tables can be trusted."""

from __future__ import annotations

from lms_guide import axe, guide, measure, measure_builds, rules


def test_a_made_up_guide_of_any_size_keeps_every_rule_so_that_its_build_is_a_whole_one(root):
    made = guide.load(measure_builds.made_up(root, 14))
    assert len(made.pages) == 15
    assert [str(problem) for problem in rules.check(made)] == []


def test_the_table_of_barriers_counts_each_state_and_sets_answered_ones_apart():
    answered = axe.Fault("incomplete", "color-contrast-enhanced", "a", "", "somebody looked")
    broken = axe.Fault("violations", "label", "input", "")
    found = [[(320, "dark", "all open", answered), (320, "dark", "all open", broken)], []]
    lines = axe.table(["index.html", "404.html"], found).splitlines()
    assert len(lines) == 2 + 3 * 3 * 2
    assert "| 320 px | dark | all open | 2 | 1 | 0 | 1 |" in lines
    assert "| 1280 px | light | closed | 2 | 0 | 0 | 0 |" in lines


def test_a_row_without_a_stock_figure_leaves_its_place_empty_and_a_missed_target_is_named():
    lines = measure.table([measure_builds.row("whole site on disk, MB", 120, 100)]).splitlines()
    assert lines[-1] == "| whole site on disk, MB |  | 120 |  | 100 | no |"


def test_the_rebuild_is_measured_with_the_options_that_a_writer_has(root):
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    options = measure_builds.serve_options(root)
    assert f"mkdocs serve {' '.join(['--quiet', *options])} --dev-addr" in makefile
