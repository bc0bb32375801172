"""Words about looking, the checklist and the gate before saving (docs/review.md)."""

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
    # The gate: what is stated, and why it is asked
    "gate-title": {
        "one": "Before this image is saved",
        "other": "Before these {count} images are saved",
    },
    "gate-none-ready": "For each of them something is missing.",
    "gate-some-ready": "For {ready} of {total} nothing is missing.",
    "gate-bare-alone": "Nothing is marked on this image. Save it like that.",
    "gate-bare-several": {
        "one": "Nothing is marked on 1 of the images. If it is saved, it is to be saved like that.",
        "other": (
            "Nothing is marked on {count} of the images. Those of them that are saved are to be "
            "saved like that."
        ),
    },
    "gate-bare-why": (
        "Only what the file carries besides the picture will be removed: everything that can be "
        "seen stays visible."
    ),
    "gate-looked-alone": "I have looked at the whole of this image.",
    "gate-looked-several": {
        "one": "I have looked at the whole of the 1 image named below.",
        "other": "I have looked at the whole of each of the {count} images named below.",
    },
    "gate-shown-whole": "Shown to you as a whole, but not all of it at full size.",
    "gate-seen": "The page has never shown you the whole of it, and {percent} % at full size.",
    "gate-seen-whole": (
        "The page has shown you the whole of it, but only {percent} % at full size."
    ),
    "gate-names": {"one": "Its name", "other": "Their {count} names"},
    # Images that were never on the screen
    "gate-never": {
        "one": "1 image was never on your screen as a whole. It is left out.",
        "other": "{count} images were never on your screen as a whole. They are left out.",
    },
    "gate-never-why": (
        "Go through them first, or tick those that you have looked at as a whole somewhere else. "
        "Their certificates say that this page never showed them."
    ),
    "gate-nothing": "Nothing would be saved: tick an image to include it, or go back.",
    "gate-absent-alone": "None of the following can be seen in what is left of the picture.",
    "gate-absent-several": (
        "None of the following can be seen in what is left of the images that are saved now and "
        "have no answers."
    ),
    "gate-tick": "Tick each statement that is true, or go back.",
    "gate-look": "Show me what I have not seen",
    "gate-answer": "Answer one by one",
    "gate-save": {"one": "Save", "other": "Save all {count}"},
    "gate-save-some": {
        "one": "Save 1 image",
        "other": "Save {count} images",
    },
    "gate-save-ready": {
        "one": "Save only the 1 that is ready",
        "other": "Save only the {count} that are ready",
    },
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
        "What can be seen of each in the picture? What the reason of a region names is already "
        "covered."
    ),
    "checklist-all": "Checklist: all {total} answered",
    "checklist-some": "Checklist: {answered} of {total} answered",
    "answer-none": "Not answered",
    "answer-absent": "Cannot be seen in the finished picture",
    "answer-covered": "Covered",
    "answer-cropped": "Cropped away",
    "answer-kept": "Kept, because …",
    "answer-for": "Answer for {reason}",
    "answer-why": "Why it is kept: {reason}",
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
