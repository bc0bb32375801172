"""Words of the report."""

REPORT = {
    "report-files-title": "The report",
    "report-help": (
        "Counts what was done to a set of images, as one page for an auditor or an expert. It is "
        "made of the private records of what was saved on this page, and of files that you choose: "
        "private records, the project, a validation, the log. *Private:* it names people, and says "
        "why something was kept."
    ),
    "report-choose": "Choose files",
    "report-make": "Make the report",
    "report-busy": "Everything is being counted …",
    "report-taken": (
        "Records of {images} images saved here, {records} chosen; project {project}, validation "
        "{validation}, log {log}."
    ),
    "report-save": "Save report (private)",
    "report-print": "Print",
    "report-saved": "Saved {name}. It is private: it names people.",
    "process-report": "Report",
    "report-title": "Report on de-identified images",
    "report-written": {
        "one": "Report on {count} image written to {path}.",
        "other": "Report on {count} images written to {path}.",
    },
    "report-nothing": (
        "There is no private record here: nothing was counted, and no report was written."
    ),
    "report-made": (
        "Made on {at} with Pixelseal {version}. It counts what private records state, and shows no "
        "image."
    ),
    "report-about": "The project",
    "report-what": "What",
    "report-stated": "As stated",
    "report-policy": "Policy",
    "report-policy-none": "none",
    "report-build": "Made with",
    "report-times": {
        "one": "{text} – {count} image",
        "other": "{text} – {count} images",
    },
    "report-images-title": "Images",
    "report-images-made": {
        "one": "{count} image was made.",
        "other": "{count} images were made.",
    },
    "report-images-days": "The records are of {first} to {last}.",
    "report-images-named": {
        "one": "{count} has an alternate ID.",
        "other": "{count} have an alternate ID.",
    },
    "report-images-turned": {
        "one": "{count} was turned or mirrored.",
        "other": "{count} were turned or mirrored.",
    },
    "report-formats": "Format of the original → of the result",
    "report-images": "Images",
    "report-size-below": "below {above} megapixel",
    "report-size-from": "{below} megapixels or more",
    "report-size-between": "{below} to {above} megapixels",
    "report-covered-title": "What was covered, by identifier",
    "report-regions": {
        "one": "{count} region was covered.",
        "other": "{count} regions were covered.",
    },
    "report-method": "{name}: {count}.",
    "report-method-fill": "With a solid colour",
    "report-method-mosaic": "With a mosaic",
    "report-method-blur": "With a blur",
    "report-marks-keep": {
        "one": "{count} area was kept, and all around it covered.",
        "other": "{count} areas were kept, and all around them covered.",
    },
    "report-marks-crop": {
        "one": "{count} image was cropped.",
        "other": "{count} images were cropped.",
    },
    "report-marks-bare": {
        "one": "{count} image has no mark at all.",
        "other": "{count} images have no mark at all.",
    },
    "report-looked-title": "Who looked how far",
    "report-looked-screen": {
        "one": "{count} image was on the screen at full size, every part of it.",
        "other": "{count} images were on the screen at full size, every part of them.",
    },
    "report-looked-stated": {
        "one": "Of {count} image a person states that they looked at all of it.",
        "other": "Of {count} images a person states that they looked at all of each.",
    },
    "report-looked-no": {
        "one": "Nobody states to have looked at {count} image.",
        "other": "Nobody states to have looked at {count} images.",
    },
    "report-given-singly": {
        "one": "Every statement about {count} image was given by itself.",
        "other": "Every statement about {count} images was given by itself.",
    },
    "report-given-together": {
        "one": "What was open about {count} image was stated by one press.",
        "other": (
            "What was open about each of {count} images was stated by one press for that image."
        ),
    },
    "report-given-several": {
        "one": "Statements about {count} image were given for several images at once.",
        "other": "Statements about {count} images were given for several images at once.",
    },
    "report-given-none": {
        "one": "For {count} image it is not known how statements were given, or there are none.",
        "other": "For {count} images it is not known how statements were given, or there are none.",
    },
    "report-shown-full": "shown at full size",
    "report-shown-whole": "shown whole, smaller",
    "report-shown-never": "never shown whole",
    "report-shown-none": "not shown by a page",
    "report-answers-title": "The 18 identifiers: images by answer",
    "report-identifier": "Identifier",
    "report-answer-absent": "Cannot be seen",
    "report-answer-covered": "Covered",
    "report-answer-cropped": "Cropped away",
    "report-answer-kept": "Kept",
    "report-answer-open": "No answer",
    "report-programs-title": "Programs that looked",
    "report-programs-before": {
        "one": "Programs looked at {count} picture before it was covered.",
        "other": "Programs looked at {count} pictures before they were covered.",
    },
    "report-programs-again": {
        "one": "Programs looked at {count} finished picture.",
        "other": "Programs looked at {count} finished pictures.",
    },
    "report-programs-never": {
        "one": "No program looked at {count} image.",
        "other": "No program looked at {count} images.",
    },
    "report-programs-unconfirmed": {
        "one": "{count} region was burned that a program proposed and no person confirmed.",
        "other": "{count} regions were burned that programs proposed and no person confirmed.",
    },
    "report-missed-face": "In tests, they missed up to {count} of 100 faces.",
    "report-missed-writing": "In tests, they missed up to {count} of 100 lines of writing.",
    "report-missed-code": "In tests, they missed up to {count} of 100 codes.",
    "report-finder": {
        "one": "{name}: {count} image.",
        "other": "{name}: {count} images.",
    },
    "report-kind": "Kind",
    "report-kind-face": "Faces",
    "report-kind-writing": "Writing",
    "report-kind-code": "Codes",
    "report-found-proposed": "Proposed",
    "report-found-taken": "Taken",
    "report-found-thrown_away": "Thrown away",
    "report-found-still_found": "Still found in results",
    "report-found-stays": "Stated to stay",
    "report-validation-title": "Second person",
    "report-validation-none": "No validation was given to this report.",
    "report-validation-by": "{who}, {role}, {at}.",
    "report-validation-own": "They state that they also made the images: this is no second person.",
    "report-validation-others": {
        "one": "It is also about {count} image that no record tells of.",
        "other": "It is also about {count} images that no record tells of.",
    },
    "report-decision-accepted": "accepted",
    "report-decision-sent-back": "sent back",
    "report-decision-none": "no decision",
    "report-log-title": "Log",
    "report-log-none": "No log was given to this report.",
    "report-log": {
        "one": "{count} line, up to {at}. Head {head}",
        "other": "{count} lines, up to {at}. Head {head}",
    },
    "report-open-title": "Open questions",
    "report-open-none": "None that the files tell of.",
    "report-open-waiting": {
        "one": "{count} image of the project has no record here.",
        "other": "{count} images of the project have no record here.",
    },
    "report-open-looked": {
        "one": "At {count} image nobody states to have looked.",
        "other": "At {count} images nobody states to have looked.",
    },
    "report-open-letters": {
        "one": "{count} image has identifiers without an answer.",
        "other": "{count} images have identifiers without an answer.",
    },
    "report-open-places": {
        "one": (
            "Programs still find {count} place in a finished picture, and nobody decided about it."
        ),
        "other": (
            "Programs still find {count} places in finished pictures, and nobody decided about "
            "them."
        ),
    },
    "report-open-unconfirmed": {
        "one": "{count} region was burned without a person.",
        "other": "{count} regions were burned without a person.",
    },
    "report-open-sent-back": {
        "one": "{count} image was sent back.",
        "other": "{count} images were sent back.",
    },
    "report-open-undecided": {
        "one": "A second person has not decided about {count} image.",
        "other": "A second person has not decided about {count} images.",
    },
    "report-open-builds": "The images were made with {count} different builds.",
    "report-open-policies": (
        "The images were made under {count} different policies, or some without one."
    ),
    "report-open-unread": {
        "one": "{count} file was not counted: it is no private record.",
        "other": "{count} files were not counted: they are no private records.",
    },
    "report-recognised-title": "What could still be recognised",
    "report-recognised": (
        "No report shows that nobody can be recognised. Someone who knows the person, the place or "
        "the case may recognise what no rule names: a scar, a room, a rare disease, a date in the "
        "news. Judge a sample of the images with these counts in hand."
    ),
    "report-recognised-soft": {
        "one": "{count} region is a mosaic or blur, which leaves a part of what was there.",
        "other": "{count} regions are mosaics or blurs, which leave a part of what was there.",
    },
    "report-kept-because": "Kept, because",
    "report-kept-without": "(no reason stated)",
    "report-not-a-record": (
        "This is not a private record of Pixelseal ({key}). Choose the records that were saved "
        "with the images."
    ),
    "report-too-many": "A report counts at most {images} records. Make one for each part of them.",
}
