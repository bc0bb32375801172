"""Texts of `pixelseal batch` (docs/scale.md): codes of a job, and what its acts say."""

BATCH = {
    "batch-planned": {
        "zero": "No file was found in this folder.",
        "one": "{count} image is planned.",
        "other": "{count} images are planned.",
    },
    "batch-named": "With an alternate ID from the table: {named}.",
    "batch-unopened": (
        "Files of which no image will be made, because they cannot be read or opened: {unopened}. "
        "The run says why."
    ),
    "batch-unmarked": (
        "Images that will not be made, because no usable recipe was found for them: {unmarked}."
    ),
    "batch-made": "Made.",
    "batch-run": {
        "zero": "No image was left to make.",
        "one": "{count} image was made in this run.",
        "other": "{count} images were made in this run.",
    },
    "batch-counted": (
        "Planned: {planned}. Made: {ok}, refused: {refused}, withheld: {withheld}, faults: "
        "{fault}, changed since: {changed}, not done yet: {left}."
    ),
    "job-exists": "This folder holds a plan already. Name another folder with --job.",
    "job-inside": (
        "The folders of the originals, of the results, of the private records and of the job must "
        "not lie in one another: only the private records may be with the job. Name other folders."
    ),
    "job-no-folder": "There is no such folder of originals. Check the spelling.",
    "job-recipe-names": (
        "This recipe has an alternate ID, which cannot name all images. Remove it there, and name "
        "the images with --ids."
    ),
    "job-no-recipes": "There is no such folder of recipes. Check the spelling.",
    "job-recipes-unused": (
        "There is no recipe for any image in this folder. The folder of recipes has the same "
        "folders as that of the originals, and for IMAGE.jpg a file IMAGE.jpg.recipe.json or "
        "IMAGE.recipe.json; a project knows its images by their content."
    ),
    "job-no-recipe": (
        "No recipe was found for this image when the plan was made, so it was not made: without "
        "marks nothing is. Mark it, then make a plan for what is left."
    ),
    "job-recipe-unread": (
        "The recipe or the review of this image cannot be read. Ask its owner, or whoever runs the "
        "machine, then make a plan for what is left."
    ),
    "job-recipes-differ": (
        "Different recipes or reviews were found for this image, and nobody said which counts. "
        "Leave one of them, then make a plan for what is left."
    ),
    "job-proposals": (
        "In the project this image has proposals that nobody confirmed or removed. Decide about "
        "them in the page and save the project, then make a plan for what is left."
    ),
    "job-ids-unused": (
        "No row of this table belongs to a file in the folder. Its first column has the name of "
        "the file, or its path from the folder, with “/”."
    ),
    "job-id-twice": (
        "Two images would be called {id}. Change one of the IDs: a page adds -p and its number."
    ),
    "job-unlisted": (
        "A folder among the originals cannot be listed, and its images would be left out. Ask its "
        "owner, or whoever runs the machine, then plan again."
    ),
    "job-not-a-plan": (
        "This folder holds no whole plan: line {line} is not as it was written. Make a new one "
        "with pixelseal batch plan."
    ),
    "job-changed": (
        "A file of this job is not as it was when the plan was made. Put it back, or make a new "
        "plan."
    ),
    "job-other-build": (
        "The plan was made by another installation (version {version}, this is {here}), and this "
        "one would make other bytes. Use the same versions of Python, Pixelseal and its libraries, "
        "or make a new plan."
    ),
    "job-source-gone": (
        "The folder of the originals is empty or not there. Connect its disk, then run again."
    ),
    "job-not-run": "Nothing was made yet. Begin with pixelseal batch run.",
    "job-elsewhere": (
        "Earlier runs of this job wrote to other folders. Name the same --out and --private again: "
        "otherwise images would be made twice."
    ),
    "job-out-used": (
        "These folders hold images or records already, or belong to another job. Name new or empty "
        "ones with --out and --private."
    ),
    "job-source-changed": (
        "This original is not as it was when the plan was made. Make a new plan for it."
    ),
    "job-row": "The row that says what became of this image is damaged. Remove it, then run again.",
    "job-other-bytes": (
        "A file with other content has the name of this image, of its certificate or of its "
        "record. It was left as it is. Find out whose it is, remove it and the row, then run again."
    ),
    "job-worker-died": (
        "The process that worked on this image ended twice, perhaps for want of memory. Remove its "
        "row and run again with fewer workers, or on a larger machine."
    ),
    "job-workers-die": (
        "Processes end again and again, whichever image they work on, perhaps for want of memory. "
        "Run again with fewer workers, or on a larger machine."
    ),
    "job-outputs-changed": {
        "one": (
            "{count} image is no longer as it was made, or its certificate or record is not. Find "
            "out what changed it before anything is passed on."
        ),
        "other": (
            "{count} images are no longer as they were made, or their certificates or records are "
            "not. Find out what changed them before anything is passed on."
        ),
    },
}
