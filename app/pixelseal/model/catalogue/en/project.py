"""Words about a project: its file, alternate IDs, their table, the link table."""

PROJECT = {
    "project": "Project",
    "project-file": "Project file",
    "project-help": (
        "All your marks, with reasons, answers and alternate IDs, in one file; no pixels. Open it "
        "together with the same images to continue: they are recognised by their content. "
        "*Private:* it links your work to the originals."
    ),
    "project-names": "With file names (private)",
    "save-project": "Save project (private)",
    "project-open": "Open a project",
    "project-saved": {
        "one": (
            "Saved {name} with 1 image. Keep it to yourself: it links your work to the original."
        ),
        "other": (
            "Saved {name} with {count} images. Keep it to yourself: it links your work to the "
            "originals."
        ),
    },
    "project-busy": "Working on the project …",
    "project-opened": {
        "one": "1 image has the work of the project.",
        "other": "{count} images have the work of the project.",
    },
    "project-missing": {
        "one": (
            "{count} of {total} images of this project is not open; its work is kept for when it "
            "is."
        ),
        "other": (
            "{count} of {total} images of this project are not open; their work is kept for when "
            "they are."
        ),
    },
    "project-missing-names": "Not open: {names}",
    "project-over-marks": {
        "one": (
            "1 image has marks, answers or an ID that differ from the project's. Replace them? "
            "Undo brings the marks back."
        ),
        "other": (
            "{count} images have marks, answers or IDs that differ from the project's. Replace "
            "them? Undo brings the marks back."
        ),
    },
    "project-over-settled": (
        "What is settled for the whole project, under Process, differs from the project’s. Replace "
        "it?"
    ),
    "project-has-settled": (
        "It holds what is settled under Process, Preparation, too: purpose, people, assessments."
    ),
    "project-take": "Take the project's",
    "project-keep": "Keep what is there",
    "tile-title": "{title}, saved as {name}",
    "names-now": "Saved as {name}",
    "names-kind": "Names of all",
    "names-random": "At random",
    "names-numbered": "By number",
    "names-table": "From a table",
    "names-prefix": "Prefix",
    "names-example": "such as study",
    "names-use": "Use",
    "names-open-table": "Add a table …",
    "names-note-random": "Each image has a random name, unless it has an alternate ID.",
    "names-note-numbered": (
        "Numbers are shuffled: they do not reveal the order in which photos were taken or opened. "
        "What was already made keeps its name."
    ),
    "names-note-table": (
        "Each line of the table: the name of a file, then its alternate ID. An image that is not "
        "in it keeps its random name."
    ),
    "names-prefix-missing": (
        "Names by number were chosen, but no prefix was typed. Type one, or save with the "
        "names that the images have now."
    ),
    "names-prefix-unusable": (
        "Names by number were chosen, but no name can begin with what was typed. Type another"
        " prefix, or save with the names that the images have now."
    ),
    "names-table-missing": (
        "Names from a table were chosen, but no table was added. Add one, or save with the "
        "names that the images have now."
    ),
    "names-as-they-are": "Save with the names they have",
    "ids-random": "The images have random names. What was already made keeps its name.",
    "ids-numbered": {
        "one": "1 image is numbered.",
        "other": "{count} images are numbered, in an order drawn at random.",
    },
    "ids-kept": "No image is numbered: each has an ID of its own, or was already made.",
    "ids-prefix-derived": {
        "one": (
            "This prefix looks as if it was derived from the name or hash of 1 open file. A name "
            "that is derived from a person's name, a date or a record number reveals who it is. "
            "Use the prefix only if you know that it does not."
        ),
        "other": (
            "This prefix looks as if it was derived from the names or hashes of {count} open "
            "files. A name that is derived from a person's name, a date or a record number reveals "
            "who it is. Use the prefix only if you know that it does not."
        ),
    },
    "ids-title": "Alternate IDs",
    "ids-help": (
        "One line for each image: the name of its file, then its alternate ID. An ID must be "
        "assigned or drawn at random, never made from a name, a date or a record number. An image "
        "without one keeps its random name."
    ),
    "ids-table": "Table (CSV)",
    "ids-example": "photo-1.jpg, P-4821",
    "ids-use": "Use this table",
    "ids-choose": "Choose a table",
    "links-title": "Link table",
    "links-help": (
        "Which alternate ID, or random name, belongs to which file. *Private:* keep it where the "
        "originals are, never with what you share. No ZIP contains it."
    ),
    "save-links": "Save link table (private)",
    "alternate-derived": (
        "This looks as if it was made from the file's name or its hash. An alternate ID must be "
        "assigned or random."
    ),
    "alternate-shared": (
        "Another open image has this ID as well. A number is added to it in the names of its files."
    ),
    "ids-derived": {
        "one": (
            "One of these IDs looks as if it was made from its file's name or hash: {first}. An "
            "ID that is made from a record number, a name or a date reveals whose it is. Use them "
            "only if you know that they were assigned or drawn at random."
        ),
        "other": (
            "{count} of these IDs look as if they were made from their files' names or hashes, "
            "such as {first}. An ID that is made from a record number, a name or a date reveals "
            "whose it is. Use them only if you know that they were assigned or drawn at random."
        ),
    },
    "ids-use-these": "Use these IDs",
    "ids-given": {"one": "1 image has its ID.", "other": "{count} images have their IDs."},
    "ids-unused": {
        "one": "1 row names an image that is not open; kept for when it is.",
        "other": "{count} rows name images that are not open; kept for when they are.",
    },
    "ids-unnamed": {
        "one": "1 image is not in the table.",
        "other": "{count} images are not in the table.",
    },
    "ids-doubtful": {
        "one": "1 image has no row of its own, or a row that fits several images: no ID was given.",
        "other": (
            "{count} images have no row of their own, or a row that fits several images: no ID was "
            "given."
        ),
    },
    "ids-taken": {
        "one": "1 ID is already in use for another image and was not given again.",
        "other": "{count} IDs are already in use for another image and were not given again.",
    },
    "links-saved": {
        "one": "Saved {name} with 1 link. Keep it to yourself: it links each ID to its source.",
        "other": (
            "Saved {name} with {count} links. Keep it to yourself: it links each ID to its source."
        ),
    },
    "links-missing": {
        "one": "1 image that was not examined yet is not in it.",
        "other": "{count} images that were not examined yet are not in it.",
    },
}
