"""The log: what was written is read back, and every line that was touched is named."""

from pixelseal.model.process import events, log

from tests.model.process.logs import AT, FACTS, made


def code_of(call):
    """(code, values) of the LogError that a call raises."""
    try:
        call()
    except log.LogError as error:
        return error.code, error.values
    raise AssertionError("nothing was found")


def found_in(text, head=""):
    return code_of(lambda: log.checked(text, head))


def test_what_was_written_is_read_back_with_every_event():
    lines = made()
    text = "".join([line.text for line in lines])
    assert log.checked(text) == lines
    assert [line.event for line in lines] == list(events.EVENTS)
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
    assert all(events.phase(line.event) for line in lines[1:])
    assert log.checked(text, lines[-1].head) == lines
    assert log.checked(text, lines[3].head) == lines  # it has grown since


def test_a_line_to_the_byte():
    line = log.begun(AT, "0123456789abcdef")
    body = (
        '{"at":"2026-11-29T21:40:00Z","event":"begun","facts":{"id":"0123456789abcdef",'
        '"log":"log/1"},"previous":"' + "0" * 64 + '","seq":1}'
    )
    digest = log.sha256_of(body.encode())
    assert line.hash == digest and line.head == "1:" + digest
    assert line.text == body.replace(',"previous"', ',"hash":"' + digest + '","previous"') + "\n"


def test_an_edited_line_is_named():
    lines = made()
    for place in range(len(lines)):
        texts = [line.text for line in lines]
        texts[place] = texts[place].replace("2026", "2025", 1)
        told = ("log-line-changed", {"line": place + 1})
        assert found_in("".join(texts)) == told, place


def test_bytes_that_are_no_text_are_a_line_that_was_changed():
    texts = [line.text.encode() for line in made()]
    for place in (0, 2, len(texts) - 1):
        rows = list(texts)
        rows[place] = rows[place].replace(b"2026", b"20\xff6", 1)
        told = ("log-line-changed", {"line": place + 1})
        assert code_of(lambda rows=rows: log.checked(log.decoded(b"".join(rows)))) == told
        # The first one counts, whatever it has.
        rows[1] = rows[1].replace(b"2026", b"2025", 1)
        first = min(place, 1) + 1
        told = ("log-line-changed", {"line": first})
        assert code_of(lambda rows=rows: log.checked(log.decoded(b"".join(rows)))) == told
    cut = b"".join(texts)[:-1] + b"\xff"
    assert code_of(lambda: log.checked(log.decoded(cut)))[0] == "log-line-cut"
    whole = b"".join(texts)
    assert log.checked(log.decoded(whole)) == made()


def test_a_log_of_which_nothing_or_not_its_beginning_is_left_is_still_one():
    assert found_in("") == ("log-line-cut", {"line": 1})
    text = "".join([line.text for line in made()])
    for touched in ("x" + text, "\ufeff" + text, text[1:], "\n" + text, text[5:]):
        assert found_in(touched) == ("log-line-changed", {"line": 1})
    for other in ("x", "{}", '{"seq":1}\n', "\n"):
        assert found_in(other) == ("log-not-a-log", {})
    for other in (b"\xff", b"\xff\n\xfe", b"\x00" * 40):
        assert code_of(lambda other=other: log.checked(log.decoded(other))) == ("log-not-a-log", {})


def test_a_line_that_is_written_in_another_way_is_an_edited_one():
    lines = [line.text for line in made()]
    for old, new in (
        (',"event"', ', "event"'), ('"seq":1}', '"seq":1.0}'), ("\n", "\r\n"), ("\n", " \n"),
        ('"event":"begun"', '"event":"begun","event":"begun"'), ("begun", "b\\u0065gun"),
        ('"seq":1}', '"seq":1,"x":1}'), (',"seq":1}', "}"), ('"facts":{', '"facts":[{'),
        ('{"at":"', '{"at":"\ufeff'),
    ):  # fmt: skip
        assert old in lines[0]
        told = found_in(lines[0].replace(old, new, 1) + "".join(lines[1:]))
        assert told == ("log-line-changed", {"line": 1}), new
    deep = '{"at":"' + AT + '","event":"begun","facts":' + "[" * 4000 + "\n"
    assert found_in(deep) == ("log-line-changed", {"line": 1})
    assert found_in('{"at":"' + "a" * 5000 + "\n") == ("log-line-changed", {"line": 1})


def test_removed_moved_and_repeated_lines_are_named():
    texts = [line.text for line in made()]
    told = found_in("".join(texts[:4] + texts[6:]))
    assert told == ("log-lines-missing", {"line": 5, "last": 6})
    told = found_in("".join(texts[:4] + texts[5:6] + texts[4:5] + texts[6:]))
    assert told == ("log-line-moved", {"line": 5, "number": 6})
    told = found_in("".join(texts[:4] + texts[3:4] + texts[4:]))
    assert told == ("log-line-moved", {"line": 5, "number": 4})
    assert found_in("".join(texts[1:]))[0] == "log-lines-missing"


def test_a_line_written_anew_with_its_hash_breaks_the_chain_after_it():
    lines = made()
    third = lines[2]
    facts = dict(third.facts)
    facts["who"] = "Somebody else"
    forged = log.Line(third.seq, third.at, third.event, facts, third.previous)
    texts = [line.text for line in lines]
    texts[2] = forged.text
    told = found_in("".join(texts))
    assert told == ("log-line-broken", {"line": 4, "before": 3})


def test_a_cut_off_end_shows_against_a_head_that_was_kept():
    lines = made()
    text = "".join([line.text for line in lines])
    assert found_in(text[:-1]) == ("log-line-cut", {"line": len(lines)})
    assert found_in(text[:-40]) == ("log-line-cut", {"line": len(lines)})
    older = "".join([line.text for line in lines[:-2]])
    # Whole lines missing at the end leave exactly the log that it was before: only a head tells.
    assert log.checked(older) == lines[:-2]
    told = found_in(older, lines[-1].head)
    assert told == ("log-cut-off", {"line": len(lines) - 2, "kept": len(lines)})


def test_a_log_written_anew_to_its_end_shows_against_a_head_that_was_kept():
    lines, other = made(), made("0" * 16)
    text = "".join([line.text for line in other])
    assert log.checked(text) == other
    assert found_in(text, lines[3].head) == ("log-other-head", {"line": 4})
    for head in ("12", "x:" + "0" * 64, "0:" + "0" * 64, "1:" + "0" * 63, "1:" + "A" * 64, "1:"):
        assert found_in(text, head) == ("log-head", {}), head


def test_what_is_no_log_or_another_version_is_told():
    for text in ("\n", "{}", "a letter", "\ufeff" + made()[0].text):
        assert found_in(text) == ("log-not-a-log", {}), text
    assert code_of(lambda: log.checked(log.decoded(b"\xff\xfe")))[0] == "log-not-a-log"
    newer = log.Line(1, AT, "begun", {"id": "0" * 16, "log": "log/2"}, "0" * 64)
    assert found_in(newer.text) == ("log-version", {})
    first = made()[0]
    for event, facts, at in (
        ("teleported", {"who": "A"}, AT), ("reviewed", {"who": "A", "images": -1}, AT),
        ("reviewed", {"who": "A", "images": 1}, "yesterday"), ("begun", dict(first.facts), AT),
    ):  # fmt: skip
        line = log.Line(2, at, event, facts, first.hash)
        assert found_in(first.text + line.text) == ("log-line-unknown", {"line": 2}), event
    alone = log.Line(1, AT, "reviewed", {"who": "A", "images": 1}, "0" * 64)
    assert found_in(alone.text) == ("log-line-unknown", {"line": 1})


def test_no_line_is_written_that_could_not_be_read():
    last = made()[0]
    facts = {"who": "A. Person", "images": 2}
    assert log.added(last, AT, "reviewed", facts).seq == 2
    for event, key, value, told in (
        ("begun", "who", "A", "event"), ("flown", "who", "A", "event"),
        ("reviewed", "images", True, "images"), ("reviewed", "images", 1_000_001, "images"),
        ("reviewed", "who", None, "who"), ("reviewed", "source", "x", "source"),
        ("reviewed", "who", "a\nb", "who"), ("reviewed", "who", "", "who"),
    ):  # fmt: skip
        wrong = dict(facts)
        wrong[key] = value
        found = code_of(lambda event=event, wrong=wrong: log.added(last, AT, event, wrong))
        assert found == ("log-fact", {"key": told}), (event, key)
    assert code_of(lambda: log.added(last, AT, "reviewed", {"who": "A"}))[1] == {"key": "images"}
    for at in (
        "2026-11-29", "2026-11-29T21:40:00", "2026-02-29T00:00:00Z", "2026-11-29T24:00:00Z",
        "2026-13-01T00:00:00Z", "1969-12-31T23:59:59Z", "2026-11-29T21:40:00z", "",
    ):  # fmt: skip
        assert code_of(lambda at=at: log.added(last, at, "reviewed", facts))[0] == "log-moment", at
    assert log.added(last, "2028-02-29T23:59:59Z", "reviewed", facts).seq == 2


def test_no_text_that_looks_like_a_source_s_name_or_hash_gets_in():
    last = made()[0]
    for text in ("ab" * 32, "MD5 " + "0123456789abcdef" * 2, "Roe_Jane_0042.jpg", "see IMG_1.HEIC.",
                 "a (scan.tiff)", "left\u202eright"):  # fmt: skip
        wrong = dict(FACTS["sent"])
        wrong["purpose"] = text
        found = code_of(lambda wrong=wrong: log.added(last, AT, "sent", wrong))
        assert found == ("log-fact", {"key": "purpose"}), text
    assert log.added(last, AT, "sent", FACTS["sent"]).facts["to"] == "Registry of St. Example"


def test_lines_dated_before_the_one_above_are_counted():
    first = log.begun("2026-11-29T21:40:00Z", "0" * 16)
    second = log.added(first, "2026-11-29T21:39:59Z", "reviewed", FACTS["reviewed"])
    third = log.added(second, "2026-11-29T21:39:59Z", "reviewed", FACTS["reviewed"])
    assert log.dated_back([first, second, third]) == [2]
