"""A policy in the page: what it forbids is named and not saved, and what is saved names it."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.project import project_text
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Fill, Mosaic, Output
from pixelseal.ui.images.in_force import forbidden_of
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.process.preparing import LOGGED, Preparing
from pixelseal.ui.saving.missing import Missing
from pixelseal.ui.text import words
from pixelseal.ui.workbench import taking_policy

from tests.model.policy import drawn
from tests.ui.fake_host import run
from tests.ui.saving.saved import opened, redacted

ONLY_PNG = {"formats": ["png"]}
WHITE = {"methods": {"fill": {"colours": ["#ffffff"]}, "mosaic": None, "blur": None}}


def _taken(workbench, **changes):
    text = drawn.text(**changes).decode()
    run(workbench.open([("our.json", text)]))
    return text


def _code(item):
    refused = forbidden_of(item)
    return None if refused is None else refused.code


def test_a_policy_that_is_dropped_goes_into_each_request_and_the_project_names_it():
    host, workbench, saving = opened("a.jpg", "b.jpg")
    text = _taken(workbench)
    policy = workbench.queue.in_force.policy
    assert policy == drawn.drawn() and workbench.messages.told
    assert run(saving.all())
    wanted = ("redact", "certify")
    made = [(op, args, blobs[1]) for op, args, blobs in host.requests if op in wanted]
    assert [op for op, _args, _file in made].count("certify") == 2, "each is certified under it"
    assert {file for _op, _args, file in made} == {text}
    assert all(args["ahead"] for op, args, _file in made if op == "redact")
    run(workbench.project.save(False))
    reading = project_text.read(bytes(host.saved[-1][1]).decode())
    assert list(reading) and reading.settled.policy == (policy.name, policy.version, policy.sha256)


def test_what_was_made_before_is_certified_again_and_under_another_policy_made_again():
    host, workbench, saving = opened("a.jpg")
    (item,) = workbench.queue.items
    assert run(saving.certificate(item)) and redacted(host) == ["a.jpg"]
    text = _taken(workbench)
    assert run(saving.certificate(item)) and redacted(host) == ["a.jpg"]
    op, args, blobs = host.requests[-1]
    assert (op, blobs[1], args["made"]) == ("certify", text, host.now())
    before = len(host.requests)
    assert run(saving.certificate(item)) and len(host.requests) == before
    _taken(workbench, version="2027")
    assert run(saving.certificate(item)) and redacted(host) == ["a.jpg"] * 2
    run(taking_policy.put_aside(workbench.queue, host))
    assert run(saving.certificate(item)) and redacted(host) == ["a.jpg"] * 3
    assert len(host.requests[-1][2]) == 1, "none holds any more"


def test_what_is_made_to_be_looked_at_is_certified_before_it_is_saved():
    host, workbench, saving = opened("a.jpg")
    (item,) = workbench.queue.items
    _taken(workbench, review={"looked": "stated", "answered": ["A"]})
    run(workbench.make(item, ahead=True))
    assert host.requests[-1][1]["ahead"] is True
    assert run(saving.image(item))
    assert host.requests[-1][0] == "certify" and len(host.requests[-1][2]) == 2


def test_what_it_forbids_is_named_by_image_and_neither_changed_nor_saved():
    host, workbench, saving = opened("a.jpg", "b.jpg", "c.jpg")
    one, two, three = workbench.queue.items
    two.editor.set_method(1, Mosaic(40))
    three.output = Output("png")
    recipes = [item.recipe for item in workbench.queue.items]
    _taken(workbench, methods={"fill": {"colours": []}, "mosaic": None, "blur": None})
    assert [_code(item) for item in (one, two, three)] == [None, "policy-method", None]
    assert "b.jpg" in workbench.messages.told and "a.jpg" not in workbench.messages.told
    _taken(workbench, formats=["jpeg"])
    assert [_code(item) for item in (one, two, three)] == [None, "policy-weak", "policy-format"]
    assert [item.recipe for item in workbench.queue.items] == recipes
    assert run(saving.all()) and redacted(host) == ["a.jpg"]
    assert not run(saving.image(two)) and redacted(host) == ["a.jpg"]
    two.editor.set_method(1, Fill())
    assert _code(two) is None and run(saving.image(two))


def test_names_looking_and_programs_are_asked_for_and_no_press_states_them():
    _host, workbench, _saving = opened("a.jpg")
    (item,) = workbench.queue.items
    for code, changes in (
        ("policy-id-required", {"alternate_id": {"use": "required", "begins": "S"}}),
        ("policy-not-seen", {"review": {"looked": "screen", "answered": []}}),
        ("policy-finder", {"finders": ["CenterFace"]}),
        ("policy-find-again", {"pixelseal": "policy/2", "find_again": True}),
    ):
        _taken(workbench, **changes)
        assert _code(item) == code and Missing(item).barred
    _taken(workbench, alternate_id={"use": "any", "begins": "S"})
    for name, code in (("X-1", "policy-id-begins"), ("S-1", None)):
        item.alternate_id = name
        assert _code(item) == code
    _taken(workbench, alternate_id={"use": "never", "begins": ""})
    assert _code(item) == "policy-id-never"


def test_a_region_gets_the_policy_s_colour_when_it_is_drawn():
    _host, workbench, _saving = opened("a.jpg")
    (item,) = workbench.queue.items
    _taken(workbench, **WHITE)
    assert _code(item) == "policy-colour", "what was there before is not recoloured"
    item.editor.delete(1)
    item.editor.add(Rectangle(9, 9, 5, 5))
    assert item.editor.regions[0].method == Fill("#ffffff") and _code(item) is None
    run(workbench.open([("b.jpg", "b.jpg")]))
    later = workbench.queue.items[1]
    later.editor.add(Rectangle(9, 9, 5, 5))
    assert later.editor.regions[0].method == Fill("#ffffff")


def test_an_invalid_or_expired_policy_is_refused_and_the_one_before_stays():
    _host, workbench, _saving = opened("a.jpg")
    _taken(workbench)
    before = workbench.queue.in_force.policy
    for text, code in (
        (drawn.text(valid_until="2026-01-01").decode(), "policy-expired"),
        (drawn.text(formats=[]).decode(), "policy-unreadable"),
        (drawn.text().decode().replace("policy/1", "policy/3"), "policy-version"),
    ):
        run(workbench.open([("our.json", text)]))
        assert [row[1] for row in workbench.messages.refusals] == [code]
        assert workbench.queue.in_force.policy == before
    two = [("one.json", drawn.text().decode()), ("two.json", drawn.text().decode())]
    run(workbench.open(two))
    assert [row[1] for row in workbench.messages.refusals] == ["policy-several"]


def test_a_host_s_policy_that_cannot_be_obeyed_lets_nothing_through():
    host, workbench, saving = opened("a.jpg")
    (item,) = workbench.queue.items
    message = run(taking_policy.given_by_host(workbench.queue, host, "{}"))
    assert words.sentence("policy-not-json", {}) in str(message)
    assert _code(item) == "policy-not-json" and not run(saving.image(item))
    past = drawn.text(valid_until="2025-12-31").decode()
    assert run(taking_policy.given_by_host(workbench.queue, host, past)) is None
    assert _code(item) == "policy-expired" and not run(saving.all())
    assert redacted(host) == []


def test_the_form_takes_it_says_so_in_the_log_and_not_over_the_host_s():
    host, workbench, _saving = opened("a.jpg")
    desk = Desk(workbench)
    desk.log.begin(desk.moment())
    desk.who = "J. Doe"
    work = Preparing(desk)
    message = str(run(work.take_policy(drawn.text().decode())))
    assert words.say(LOGGED) in message and drawn.GOOD["name"] in message
    assert desk.log.lines[-1].facts["policy"] == drawn.drawn().sha256
    run(work.put_policy_aside())
    assert workbench.queue.in_force.policy is None
    host.policy = drawn.text().decode()
    try:
        run(work.take_policy(drawn.text().decode()))
        raise AssertionError("it was taken")
    except PixelsealError as refused:
        assert refused.code == "policy-of-host"
