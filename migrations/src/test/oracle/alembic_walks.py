"""Asks real Alembic what it does in random histories. See README.md."""

import random
import re
import tempfile
import warnings
from types import SimpleNamespace

from alembic.runtime.migration import HeadMaintainer
from alembic.script.base import ScriptDirectory
from alembic.script.revision import Revision, RevisionMap
from alembic.util import CommandError, to_tuple
from sqlalchemy import Column, MetaData, String, Table

SEED = 20261122
GRAPHS = 400
VERSIONS = Table("alembic_version", MetaData(), Column("version_num", String))


class Step(Revision):
    module = SimpleNamespace(upgrade=lambda: None, downgrade=lambda: None)
    doc = ""


class Graph:
    """A random history. Ids begin alike, so that a beginning may be ambiguous."""

    def __init__(self, dice):
        self.dice = dice
        self.parents, self.depends, self.labels = {}, {}, {}
        for number in range(dice.randint(3, 12)):
            self.add(number)

    def add(self, number):
        dice, known = self.dice, list(self.parents)
        name = dice.choice("abc") + "".join(dice.choice("0123456789abcdef") for _ in range(3))
        if name in self.parents:
            return
        roll = dice.random()
        if not known or roll < 0.12:
            parents = []
        elif roll < 0.25 and len(self.apart(known)) > 1:
            parents = dice.sample(self.apart(known), 2)
        elif roll < 0.75:
            parents = [known[-1]]
        else:
            parents = [dice.choice(known)]
        self.parents[name], self.depends[name], self.labels[name] = parents, [], []
        others = [other for other in known if other not in self.below(name)]
        if others and dice.random() < 0.3:
            self.depends[name] = [dice.choice(others)]
        if dice.random() < 0.25:
            self.labels[name] = ["line%d" % number]

    def apart(self, names):
        """Revisions that nobody stands on."""
        return [name for name in names if not any(name in p for p in self.parents.values())]

    def below(self, name):
        seen, todo = set(), [name]
        while todo:
            at = todo.pop()
            if at not in seen:
                seen.add(at)
                todo += self.parents[at] + self.depends[at]
        return seen

    def tips(self, rows):
        applied = set().union(*(self.below(row) for row in rows)) if rows else set()
        covered = set().union(*(self.below(row) - {row} for row in applied)) if applied else set()
        return applied - covered

    def lines(self):
        for name, parents in self.parents.items():
            line = "rev " + name
            for sign, names in (("<", parents), ("^", self.depends[name]), ("#", self.labels[name])):
                line += " %s %s" % (sign, " ".join(names)) if names else ""
            yield line

    def script(self, folder):
        script = ScriptDirectory(folder)
        script.revision_map = RevisionMap(lambda: [
            Step(name, tuple(parents) or None, tuple(self.depends[name]) or None, tuple(self.labels[name]) or None)
            for name, parents in self.parents.items()
        ])
        return script


def ask(script, verb, target, rows):
    """The ids of the steps, and the rows afterwards."""
    if verb == "up":
        steps = script._upgrade_revs(target, tuple(rows))
    elif verb == "down":
        steps = script._downgrade_revs(target, tuple(rows))
    else:
        steps = script._stamp_revs(to_tuple(target.split(",")), tuple(rows))
    context = SimpleNamespace(impl=SimpleNamespace(_exec=lambda *_: None), as_sql=True, _version=VERSIONS)
    heads = HeadMaintainer(context, rows)
    for step in steps:
        heads.update_to_step(step)
    return [] if verb == "stamp" else [step.revision.revision for step in steps], sorted(heads.heads)


def listed(script, first, last):
    """What `history -r first:last` lists, newest first."""
    line = "hist %s:%s " % (first, last)
    try:
        found = script.walk_revisions(base=first or "base", head=last or "heads")
        return (line + "= " + " ".join(revision.revision for revision in found) + " >").replace("  ", " ")
    except CommandError as refusal:
        return line + "! " + re.sub(r"\s+", " ", str(refusal))[:24].strip()
    except Exception as crash:
        return line + "!! " + type(crash).__name__


def answer(script, verb, target, rows):
    line = "%s %s " % (verb, target)
    try:
        steps, after = ask(script, verb, target, rows)
        return line + re.sub(" +", " ", "= %s > %s" % (" ".join(steps), " ".join(after))).strip()
    except CommandError as refusal:
        return line + "! " + re.sub(r"\s+", " ", str(refusal))[:24].strip()
    except Exception as crash:
        return line + "!! " + type(crash).__name__


def somewhere(graph, script, dice):
    """Rows that Alembic itself arrived at. Where it left them overlapping, they are no fair question."""
    rows = []
    for _ in range(dice.randint(1, 4)):
        verb = dice.choice(["up", "up", "down"])
        try:
            steps, after = ask(script, verb, dice.choice(list(graph.parents) + ["heads"]), rows)
        except Exception:
            continue
        if graph.tips(after) != set(after):
            break
        rows = after
    return rows


def targets(graph, dice):
    ids = list(graph.parents)
    labels = [label for labels in graph.labels.values() for label in labels]
    one = dice.choice(ids)
    yield from dice.sample(["head", "heads", "base", "+1", "+2", "-1", "-2", one, one[:2], one[:3]], 4)
    yield from dice.sample(
        [one + "+1", one + "-1", one + "@head", one + "@" + dice.choice(ids), one + "@+1", one + "@-1", "base+2"], 2)
    if labels:
        label = dice.choice(labels)
        yield from dice.sample(
            [label, *(label + "@" + to for to in ("head", "heads", "base", "+1", "+2", "-1", "-2", one))], 4)


def pair(graph, dice):
    """Two revisions; nine times of ten neither lies below the other, if there are such."""
    for _ in range(20):
        one, other = dice.sample(list(graph.parents), 2)
        if (one not in graph.below(other) and other not in graph.below(one)) or dice.random() < 0.01:
            return one, other
    return (one,)


def main():
    warnings.simplefilter("ignore")
    dice = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(GRAPHS):
            graph = Graph(dice)
            script = graph.script(folder)
            print("graph", *graph.lines(), sep="\n")
            rows = somewhere(graph, script, dice)
            print("at", *rows)
            for target in targets(graph, dice):
                verb = "up" if "+" in target and dice.random() < 0.9 else dice.choice(["up", "down", "down"])
                print(answer(script, verb, target, rows))
            ids = list(graph.parents)
            for target in (dice.choice(["head", "heads"]), dice.choice(ids), ",".join(pair(graph, dice))):
                print(answer(script, "stamp", target, rows))
            labels = [label for labels in graph.labels.values() for label in labels]
            ends = ids + ids + ["", "base", "head", "heads", "+1", "+2"] + [label + "@head" for label in labels]
            for _ in range(3):
                first, last = dice.choice(["", "base", *ids, *labels, *ids]), dice.choice(ends)
                print(listed(script, first, last))
            for label in labels[:1]:
                print(answer(script, "stamp", label + "@" + dice.choice(["base", "head"]), rows))


main()
