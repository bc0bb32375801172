"""One place holds all messages, whoever sends them, and repeats them in another language."""

from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message, Messages


def test_the_last_that_was_said_stands_and_what_comes_by_itself_stands_behind_it():
    messages = Messages()
    messages.say("Region 1 deleted.")
    messages.say_also("All was seen.")
    messages.say_also("All was seen.")
    assert messages.line == "Region 1 deleted. All was seen."
    messages.say("Saved.")
    assert messages.line == "Saved."
    for said in ("Saved image-1.jpg", "Region 1 moved to 3, 4"):
        messages.say(said)
        messages.say_also("All was seen.")
        assert messages.line == said + ". All was seen."
    messages.say("")
    messages.say_also("All was seen.")
    assert messages.line == "All was seen."


def test_who_listens_hears_of_each():
    messages, heard = Messages(), []
    messages.listen(lambda: heard.append((messages.line, messages.told)))
    messages.say("Saved.")
    messages.refuse("a.txt", "not-an-image", {})
    messages.dismiss()
    assert [line for line, _told in heard] == ["Saved."] * 3
    assert heard[0][1] == heard[2][1] == "" and heard[1][1].startswith("a.txt: ")


def test_what_is_told_of_files_is_told_again_in_another_language():
    messages = Messages()
    messages.refuse("", "not-sealed", {})
    messages.notice(Message(words.say, "pasted-nothing"))
    messages.notice(Message(lambda: ""))
    english = messages.told.split("\n")
    words.speak("es")
    spanish = messages.told.split("\n")
    words.speak("en")
    assert len(english) == len(spanish) == 2
    assert english[0] != spanish[0] and english[1] != spanish[1]
    assert messages.told.split("\n") == english
