"""Words about what is settled before work begins: in the page and on the command line."""

PREPARATION = {
    "process-preparation": "Preparation",
    "prep-title": "The project as a whole",
    "prep-help": (
        "What is settled before anything is covered. All of it may stay empty; it is saved with "
        "the project, and in no image or certificate. _Private:_ it may name people."
    ),
    "prep-purpose": "What the images are for",
    "prep-basis": "On which basis they count as de-identified (HIPAA)",
    "prep-basis-none": "Not said",
    "prep-may_show": "What may stay visible in them",
    "prep-outputs": "Where the finished images are kept",
    "prep-backups": "Where copies of them are kept",
    "prep-people": "People",
    "prep-role": "Role of person {number}",
    "prep-who": "Name of person {number}",
    "prep-add-person": "Add a person",
    "prep-remove-person": "Remove person {number}",
    "prep-role-preparer": "prepares",
    "prep-role-de-identifier": "de-identifies",
    "prep-role-validator": "validates",
    "prep-role-recipient": "receives",
    "prep-role-steward": "is responsible for the data",
    "prep-role-expert": "is the expert",
    "prep-wrong": (
        "This was not taken: {field}. A text has at most {most} characters, and neither a hash nor "
        "the name of an image’s file in it."
    ),
    "prep-same-person": "This was not taken: the same person has the same role twice.",
    "prep-taken": "Noted. Save the project to keep it.",
    "prep-saved": "{said} {logged}",
    "prep-logged": "The log has a line about it.",
    "prep-not-logged": (
        "The log has no line about it: name the person who prepares, so that it can say who did."
    ),
    "prep-no-log": "No log is open.",
    "prep-image-title": "The image that is open",
    "prep-image-help": (
        "Which identifiers can be seen in it, before anything is covered? The checklist then shows "
        "them. They answer nothing: every question is still answered by itself."
    ),
    "prep-no-image": "Open an image to assess it.",
    "prep-image-now": "{title} ({place} of {total})",
    "prep-visible": "Visible in it",
    "prep-to-do": "What to do about it",
    "prep-assessed": "Assessed as set out below",
    "prep-before": "Previous image",
    "prep-after": "Next image",
    "prep-counted": {
        "one": "1 image; {assessed} assessed.",
        "other": "{count} images; {assessed} assessed.",
    },
    "prep-open": "Valid. Not said: {names}.",
    "prep-all": "Valid. Everything is said.",
    "prep-written": "A new project was written: {path}. The one before is as it was.",
    "prep-name-purpose": "purpose",
    "prep-name-basis": "basis",
    "prep-name-may_show": "what may be shown",
    "prep-name-people": "people",
    "prep-name-outputs": "place of outputs",
    "prep-name-backups": "place of backups",
    "prep-name-policy": "policy",
    "prep-name-visible": "assessed as visible",
}
