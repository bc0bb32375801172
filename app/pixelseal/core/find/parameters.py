"""Every number that decides what is found, with its unit. `bench` measures what they give.

docs/find.md says which pictures they were chosen by.
"""

# Pixels of a picture that is looked at; a larger one is reduced by whole numbers first, since the
# worker has 600 MB for all it does.
LOOKED_MOST = 24_000_000
# What a network's sides are multiples of.
SIDE_STEP = 32

# -- faces ------------------------------------------------------------------------------------
# Pixels of the longer side: of the picture as it lies, and of it turned by 90, 180 and 270 degrees.
FACE_SIDE = 960
FACE_SIDE_TURNED = 640
# Least confidence, likewise.
FACE_LEAST = 0.4
FACE_LEAST_TURNED = 0.5
# Boxes that share more than this part (of both together, or of the smaller) are one face.
FACE_SHARED = 0.3
FACE_INSIDE = 0.6
# Parts of a box by which it is enlarged at each side: hair, ears and chin are outside.
FACE_GROWTH = 0.1

# -- writing ----------------------------------------------------------------------------------
# Pixels of the longer side at which writing is looked for, first in the whole picture, then in what
# the first look found.
WRITING_SIDE = 960
# A pixel is writing above this, and a line has at least this mean: at the first look, and at the
# second.
COARSE_PIXEL, COARSE_LINE = 0.15, 0.2
FINE_PIXEL, FINE_LINE = 0.2, 0.45
# The network marks the middle of a line: a box grows by this times its area by its perimeter.
WRITING_GROWTH = 2.0
# Pixels, in the network's picture, of the shorter side of a line before it grows.
LINE_THINNEST = 3
# Heights of a line by which the second look sees farther.
CLUSTER_MARGIN = 1.5
# Tiles in which the whole picture is looked at as well; pixels that two tiles share.
TILES_MOST = 6
TILE_SHARED = 160
# Least mean of a line in a tile; the part of the tile's side that it may be high: above, it is seen
# in the whole picture.
TILE_LINE = 0.45
TILE_HIGHEST = 0.33
# Pixels that a line is high in a tile, grown, so that it need not be looked at again.
SETTLED_HEIGHT = 18
# Pixels that a line is high at the second look, if the picture has as many; how many times a small
# picture is enlarged for that.
FINE_HEIGHT = 28
FINE_ENLARGED = 2.5
# Second looks at one picture, and lines of it that are read; a printed page has about 100.
FINE_LOOKS_MOST = 24
LINES_MOST = 300
# Lines that share more than this part of the smaller one are one line, unless the larger one is so
# many times as high.
LINE_SHARED = 0.8
LINE_HIGHER = 2.0

# A picture is looked at with its contrast evened out as well if fewer than this part of its pixels
# have channels that differ by more than so many levels: radiographs and ultrasound.
COLOUR_LEAST = 24
COLOURED_MOST = 0.05
COLOUR_SIDE = 256
# Pixels around one, in the network's picture, by which it is evened out; the least mean distance to
# what is around, in levels, below which there is only noise; and what becomes of the mean distance.
EVEN_RADIUS = 12
EVEN_LEAST = 4.0
EVEN_USUAL = 40.0
# Least mean of a line then.
FAINT_LINE = 0.3
# What lies less than this part in a line that was found before is read; what shares more than that
# part of the smaller one with it is the same line.
FAINT_NEW = 0.95
FAINT_SHARED = 0.5
# What is found in that way only is writing if it is no higher than this part of the picture's
# shorter side, and at least so surely read: evened out, rows of teeth look like letters.
FAINT_HIGHEST = 0.06
FAINT_LEAST = 0.6

# -- reading ----------------------------------------------------------------------------------
READ_HEIGHT = 48
READ_WIDEST = 1600
# A line is read turned by 180 degrees as well if the first reading is less certain than this.
READ_SURE = 0.85
# What is neither clearly writing nor readable is not proposed.
SEEN_SURE = 0.9
# What has fewer letters and digits than this is a rail, a tile or a fold, unless read so surely.
SHORT = 3
SHORT_LEAST = 0.9
# What is higher than this part of the picture's shorter side is a cup, a wheel or an eye, unless at
# least two characters of it are read so surely.
LARGE = 0.3
LARGE_LEAST = 0.9
READ_LEAST = 0.5

# -- codes ------------------------------------------------------------------------------------
# Quiet zone: parts of a code's longer side that are added at each side.
CODE_QUIET = 0.1
# Bars go on where rows are alike at least so much (correlation), as far as this many code lengths.
BARS_ALIKE = 0.5
BARS_LONGEST = 1.5
# Writing of which more than this part lies in a code's box is a row of its squares, unless it can
# be read.
CODE_SHARED = 0.6
# How many times codes are looked for again in what the boxes leave visible.
CODE_LOOKS = 3
# Degrees by which a picture is turned for more looks, and its longer side in pixels for these: a
# reader reads what lies within 15 degrees of its rows or columns.
CODE_TURNS = (15, 30, 45, 60, 75)
CODE_SIDE_TURNED = 2000
