"""A part of the page is made when it is first needed, and once."""

from pixelseal.ui.views.first_use import FirstUse


def test_nothing_is_made_before_the_first_use_and_nothing_twice():
    made = []

    def make():
        made.append("part")
        return made

    part = FirstUse(make)
    assert part.made is None and made == []
    assert part() is made and part() is made
    assert made == ["part"] and part.made is made
