"""Words about looking, and the checklist (docs/review.md)."""

REVIEW = {
    # Before and after
    "brighten": "Brighten",
    "brighten-hint": "Make visible what is too dark or too flat for a screen; the file stays as is",
    "compare": "Result",
    "compare-hint": "What will be saved: hold, or press to switch (hold H)",
    "compare-after": "After: exactly what will be saved",
    "compare-nearly": "After: what will be saved, so large that it is shown with a little loss",
    "compare-making": "What will be saved is being made …",
    "compare-not-yet": "It cannot be made yet. Try again in a moment.",
    # The panel
    "review-title": "Before you save",
    "state-looked": "{state}, looked at",
    "looked-all": "The whole picture was on your screen at full size.",
    "looked-stated": "You said that you looked at the whole picture.",
    "looked-not-sharp": (
        "It cannot be shown here pixel by pixel. Say below that you looked at it all."
    ),
    "looked-wait": (
        "Once the picture is shown, the page keeps count of what you have seen at full size."
    ),
    "looked-none-left": "Every open image was seen in full, or you said so.",
    "looked-at": "Looked at: {percent} % at full size.",
    "looked-part": "Looked at {percent} % so far. This part is new.",
    "show-unseen": "Show the next part",
    "show-unseen-hint": "Show the next part that you have not seen, at 100 % (L)",
    "state-that-looked": "I have looked at the whole image",
    "checklist-help": (
        "What can be seen of each in the finished picture? What is covered cannot be seen there, "
        "but more of the kind may be left beside it."
    ),
    "checklist-all": "Checklist: all {total} answered",
    "checklist-some": "Checklist: {answered} of {total} answered",
    "answer-none": "Not answered",
    "answer-absent": "Cannot be seen",
    "answer-covered": "All of it is covered",
    "answer-cropped": "All of it is cropped away",
    "answer-kept": "Kept, because …",
    "answer-for": "Answer for {reason}",
    "answer-why": "Why it is kept: {reason}",
    "answer-assessed": "Assessed as visible before work began.",
    "answer-in-file": "The file itself carries this as well: that stays behind when you save.",
    "answers-lapsed": {
        "one": "1 answer no longer counts: what it was given for has changed.",
        "other": "{count} answers no longer count: what they were given for has changed.",
    },
    "answer-again": {
        "one": "It is still true as things are now: give the answer again",
        "other": "They are still true as things are now: give the {count} answers again",
    },
    "answer-again-given": {
        "one": "1 answer was given again.",
        "other": "{count} answers were given again.",
    },
    "answer-rest": {
        "one": "The 1 not answered cannot be seen in the finished picture",
        "other": "The {count} not answered cannot be seen in the finished picture",
    },
    "answer-rest-given": {
        "one": "1 answered: cannot be seen in the finished picture",
        "other": "{count} answered: cannot be seen in the finished picture",
    },
    "answer-chosen": {
        "one": "Answer the same for the 1 chosen image",
        "other": "Answer the same for the {count} chosen images",
    },
    "answer-chosen-given": {
        "one": "Answers given to 1 image",
        "other": "Answers given to {count} images",
    },
}
