"""The report on a set of images: sections of sentences, tables and plots (docs/report.md).

Says nothing that the files did not, and nothing of a single image.
"""

from pixelseal.model import catalogue, reasons
from pixelseal.model.finding import MISSED
from pixelseal.model.process import events, report_facts
from pixelseal.model.process.report_facts import KINDS, METHODS, NONE, SIZES, Tally
from pixelseal.model.process.validation import DECISIONS, SENT_BACK
from pixelseal.model.project.preparation import TEXTS
from pixelseal.model.reasons import CODES, LETTERS
from pixelseal.model.recipe.value import Value
from pixelseal.model.review import ABSENT, COVERED, CROPPED, KEPT, LOOKED, MANNERS, SHOWN
from pixelseal.model.steps import in_one_go

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Sequence

    from pixelseal.model.process.log import Line
    from pixelseal.model.process.validation import Validation
    from pixelseal.model.project.preparation import Preparation
    from pixelseal.model.steps import Steps

_ANSWERS = (ABSENT, COVERED, CROPPED, KEPT, report_facts.OPEN)


class Section(Value):
    """A part of the report: sentences; a table, its first row the heads; bars (label, count)."""

    FIELDS = ("title", "texts", "table", "bars")

    def __init__(
        self,
        title: str,
        texts: "list[str]",
        table: "Sequence[tuple[str, ...]]" = (),
        bars: "list[tuple[str, int]] | None" = None,
    ) -> None:
        self.title = title
        self.texts = texts
        self.table = list(table)
        self.bars = bars or []


class Sources:
    """What a report is made of; all but the records' tally may be missing.

    `settled` is what a project says of the whole set, `waiting` how many of its images have no
    record, None where no project was given; `unread` how many files are no records.
    """

    def __init__(
        self,
        tally: Tally,
        settled: "Preparation | None" = None,
        waiting: "int | None" = None,
        lines: "list[Line] | None" = None,
        validation: "Validation | None" = None,
        unread: int = 0,
    ) -> None:
        self.tally = tally
        self.settled = settled
        self.waiting = waiting
        self.lines = lines or []
        self.validation = validation
        self.unread = unread


class _Writer:
    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, key: str, **values: "int | str") -> str:
        return catalogue.text(self.language, "report-" + key, values)

    def counted(
        self, names: "tuple[str, ...]", counts: "report_facts.Counts", before: str
    ) -> "list[tuple[str, int]]":
        """(label, count) for each name that came."""
        return [(self.say(before + name), counts.of(name)) for name in names if counts.of(name)]


def sections(of: Sources, language: str = catalogue.ENGLISH) -> "list[Section]":
    """The report's sections in their order; a section without anything to say is left out."""
    return in_one_go(writing(of, language))


def writing(of: Sources, language: str = catalogue.ENGLISH) -> "Steps[list[Section]]":
    """The same, a step for each section."""
    writer, made = _Writer(language), []
    for part in (
        _about, _images, _covered, _looked, _answers, _programs, _validation, _log, _open,
        _recognised,
    ):  # fmt: skip
        section = part(of, writer)
        if section.texts or section.table or section.bars:
            made.append(section)
        yield
    return made


def _about(of: Sources, writer: _Writer) -> Section:
    rows = [] if of.settled is None else _settled(of.settled, writer.language)
    tally = of.tally
    for policy in tally.policies.names:
        told = policy or writer.say("policy-none")
        rows.append((writer.say("policy"), _times(told, tally.policies.of(policy), writer)))
    for build in tally.builds.names:
        rows.append((writer.say("build"), _times(build, tally.builds.of(build), writer)))
    heads = (writer.say("what"), writer.say("stated"))
    return Section(writer.say("about"), [], _below(heads, rows))


def _settled(settled: "Preparation", language: str) -> "list[tuple[str, str]]":
    """What was settled before work began; what nobody said is left out."""

    def say(key: str) -> str:
        return catalogue.text(language, "prep-" + key, {})

    rows = []
    for name, _most in TEXTS:
        if getattr(settled, name) is not None:
            rows.append((say(name), getattr(settled, name)))
    if settled.basis is not None:
        named = catalogue.text(language, "log-basis-" + settled.basis, {})
        rows.append((say("basis"), named))
    for role, who in settled.people:
        rows.append((say("role-" + role), who))
    return rows


def _times(text: str, count: int, writer: _Writer) -> str:
    return writer.say("times", text=text, count=count)


def _images(of: Sources, writer: _Writer) -> Section:
    tally = of.tally
    texts = [writer.say("images-made", count=tally.images)]
    if tally.first:
        texts.append(writer.say("images-days", first=tally.first, last=tally.last))
    if tally.marks.of("named"):
        texts.append(writer.say("images-named", count=tally.marks.of("named")))
    if tally.marks.of("turned"):
        texts.append(writer.say("images-turned", count=tally.marks.of("turned")))
    heads = (writer.say("formats"), writer.say("images"))
    table = [(name, str(tally.formats.of(name))) for name in tally.formats.names]
    bars = [(_size(place, writer), tally.sizes.of(str(place))) for place in range(len(SIZES) + 1)]
    return Section(writer.say("images-title"), texts, _below(heads, table), bars)


def _size(place: int, writer: _Writer) -> str:
    if place == 0:
        return writer.say("size-below", above=SIZES[0])
    if place == len(SIZES):
        return writer.say("size-from", below=SIZES[-1])
    return writer.say("size-between", below=SIZES[place - 1], above=SIZES[place])


def _covered(of: Sources, writer: _Writer) -> Section:
    tally = of.tally
    texts = [writer.say("regions", count=tally.regions)]
    told = writer.counted(METHODS, tally.methods, "method-")
    texts += [writer.say("method", name=name, count=count) for name, count in told]
    for name in ("keep", "crop", "bare"):
        if tally.marks.of(name):
            texts.append(writer.say("marks-" + name, count=tally.marks.of(name)))
    bars = [
        (reasons.short_name(code, writer.language), tally.reasons.of(code))
        for code in CODES
        if tally.reasons.of(code)
    ]
    if tally.reasons.of(NONE):
        bars.append((reasons.short_name(None, writer.language), tally.reasons.of(NONE)))
    return Section(writer.say("covered-title"), texts, (), bars)


def _looked(of: Sources, writer: _Writer) -> Section:
    tally = of.tally
    texts = [
        writer.say("looked-" + name, count=tally.looked.of(name))
        for name in LOOKED
        if tally.looked.of(name)
    ]
    texts += [
        writer.say("given-" + name, count=tally.given.of(name))
        for name in MANNERS + (NONE,)
        if tally.given.of(name)
    ]
    bars = writer.counted(SHOWN + (NONE,), tally.shown, "shown-")
    return Section(writer.say("looked-title"), texts, (), bars)


def _answers(of: Sources, writer: _Writer) -> Section:
    heads = tuple([writer.say("identifier")] + [writer.say("answer-" + name) for name in _ANSWERS])
    rows = []
    for letter in LETTERS:
        counts = of.tally.answers[letter]
        told = [str(counts.of(name)) for name in _ANSWERS]
        rows.append(tuple([reasons.short_name(letter, writer.language)] + told))
    return Section(writer.say("answers-title"), [], _below(heads, rows) if of.tally.images else [])


def _programs(of: Sources, writer: _Writer) -> Section:
    tally = of.tally
    if not tally.images:
        return Section(writer.say("programs-title"), [])
    texts = [
        writer.say("programs-" + name, count=tally.searched.of(name))
        for name in ("before", "again", "never", "unconfirmed")
        if tally.searched.of(name)
    ]
    rows: "list[tuple[str, ...]]" = []
    if tally.finders.names:
        for place, kind in enumerate(KINDS):
            texts.append(writer.say("missed-" + kind, count=MISSED[place]))
        names = ("proposed", "taken", "thrown_away", "still_found", "stays")
        rows.append(tuple([writer.say("kind")] + [writer.say("found-" + name) for name in names]))
        for kind in KINDS:
            counts = [getattr(tally, name).of(kind) for name in names]
            rows.append(tuple([writer.say("kind-" + kind)] + [str(count) for count in counts]))
        texts += [
            writer.say("finder", name=name, count=tally.finders.of(name))
            for name in tally.finders.names
        ]
    return Section(writer.say("programs-title"), texts, rows)


def _validation(of: Sources, writer: _Writer) -> Section:
    title, found = writer.say("validation-title"), of.validation
    if found is None:
        return Section(title, [writer.say("validation-none")])
    texts = [writer.say("validation-by", who=found.who, role=found.role, at=_moment(found.at))]
    if found.own:
        texts.append(writer.say("validation-own"))
    decided = _decided(of)
    others = len(found.entries) - len(decided)
    if others:
        texts.append(writer.say("validation-others", count=others))
    bars = [(writer.say("decision-" + name), decided.count(name)) for name in DECISIONS]
    bars.append((writer.say("decision-none"), of.tally.images - len(decided)))
    return Section(title, texts, (), bars)


def _decided(of: Sources) -> "list[str]":
    """The decision about each finished image that the validation has and a record tells of."""
    entries = () if of.validation is None else of.validation.entries
    return [entry.decision for entry in entries if entry.sha256 in of.tally.outputs]


def _log(of: Sources, writer: _Writer) -> Section:
    title = writer.say("log-title")
    if not of.lines:
        return Section(title, [writer.say("log-none")])
    last = of.lines[-1]
    texts = [writer.say("log", count=len(of.lines), at=_moment(last.at), head=last.head)]
    counts = report_facts.Counts()
    for line in of.lines:
        counts.add(line.event)
    bars = [
        (catalogue.text(writer.language, "log-event-" + event, {}), counts.of(event))
        for event in events.ADDED
        if counts.of(event)
    ]
    return Section(title, texts, (), bars)


def _open(of: Sources, writer: _Writer) -> Section:
    tally, decided = of.tally, _decided(of)
    undecided = 0 if of.validation is None else tally.images - len(decided)
    texts = [
        writer.say("open-" + key, count=count)
        for key, count in (
            ("waiting", of.waiting or 0),
            ("looked", tally.looked.of("no")),
            ("letters", tally.open_images),
            ("places", tally.undecided),
            ("unconfirmed", tally.searched.of("unconfirmed")),
            ("sent-back", decided.count(SENT_BACK)),
            ("undecided", undecided),
            ("builds", len(tally.builds.names) if len(tally.builds.names) > 1 else 0),
            ("policies", len(tally.policies.names) if len(tally.policies.names) > 1 else 0),
            ("unread", of.unread),
        )
        if count
    ]
    return Section(writer.say("open-title"), texts or [writer.say("open-none")])


def _recognised(of: Sources, writer: _Writer) -> Section:
    tally = of.tally
    texts = [writer.say("recognised")]
    soft = tally.methods.of("mosaic") + tally.methods.of("blur")
    if soft:
        texts.append(writer.say("recognised-soft", count=soft))
    table = [
        (reasons.short_name(letter, writer.language), why or writer.say("kept-without"))
        for letter, why in tally.kept
    ]
    heads = (writer.say("identifier"), writer.say("kept-because"))
    return Section(writer.say("recognised-title"), texts, _below(heads, table))


def _below(heads: "tuple[str, ...]", rows: "Sequence[tuple[str, ...]]") -> "list[tuple[str, ...]]":
    """A table of these rows, none if there are none."""
    table = [heads]
    table.extend(rows)
    return table if rows else []


def _moment(at: str) -> str:
    return at.replace("T", " ").replace("Z", " UTC")
