"""Words of the benchmark's page, bench.html."""

BENCH = {
    "bench-title": "How fast it runs here",
    "bench-text": (
        "Pixelseal compared with the simplest way in the same browser: a canvas that decodes a "
        "photo, fills a box, encodes and hashes it, and checks nothing. The page draws the photos "
        "itself, and nothing leaves it."
    ),
    "bench-alone": "Close other tabs and programs, and leave this one in front while it measures.",
    "bench-largest": "Photos up to",
    "bench-images": "Photos in a row",
    "bench-size-1": "1 megapixel",
    "bench-size-12": "12 megapixels",
    "bench-size-48": "48 megapixels",
    "bench-none": "none",
    "bench-ten": "10",
    "bench-hundred": "100",
    "bench-start": "Start",
    "bench-stop": "Stop",
    "bench-save": "Save the figures",
    "bench-what": "What",
    "bench-ours": "Pixelseal",
    "bench-canvas": "Canvas",
    "bench-ratio": "Ratio",
    "bench-target": "Target",
    "bench-verdict": "Outcome",
    "bench-ready": "Opening the page, until the engine is ready",
    "bench-one": "One photo, {size} MP, every check",
    "bench-many": "{count} photos in a row, {size} MP, each",
    "bench-longest": "Longest task of the page meanwhile",
    "bench-compared": "Longest task while a photo of {size} MP is opened and compared",
    "bench-drawing": "Drawing a photo of {size} MP …",
    "bench-at-work": "Measuring {size} MP, round {turn} of {turns} …",
    "bench-many-at-work": "Measuring {count} photos of {size} MP …",
    "bench-done": "Measured.",
    "bench-stopped": "Stopped.",
    "bench-fails": "fails",
    "bench-time": "{time} ms",
    "bench-times": "{ratio} ×",
    "bench-met": "met",
    "bench-missed": "missed",
}
