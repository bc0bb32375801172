"""Every limit on what a file may demand, with its unit and its reason. Enforces none."""

from pixelseal.model import formats

MEGABYTE = 1024 * 1024

# -- the whole file ---------------------------------------------------------------------------
# Bytes. The file, its pixels and the new file lie in one wasm heap of at most 4 GB.
FILE_BYTES_MOST = 500 * MEGABYTE
# Bytes of a file of several pages that a worker holds between two requests. Of a larger file it
# keeps only the facts, and recognises it by its SHA-256.
KEPT_BYTES_MOST = 128 * MEGABYTE
# Pixels of a picture that is decoded and held once, by Pillow with 4 bytes per pixel, or that is
# read from the file's strips. Both fit a wasm heap of 4 GB beside the file and the new file.
PIXELS_MOST = 500_000_000
# Pixels of a picture whose decoder or encoder needs more: progressive JPEG (coefficients, up to 6
# bytes per pixel beside the 4), animations, HEIC, AVIF, WebP, 16 bits per sample, rotated TIFF.
PIXELS_WHOLE_MOST = 180_000_000
# Pixels of a picture that is one array, and encoded at once. Larger ones are read, covered, coded
# and audited in bands: an array, Pillow's copy and a JPEG encoder's coefficients would take 10
# bytes per pixel in total.
PIXELS_HELD_MOST = 40_000_000
# Pixels of a WebP. libwebp's decoder holds two canvases and returns a third picture: 12 bytes per
# pixel, and 4 more for lossless data and alpha; for an animation our canvas comes on top. Lossless
# data can declare 268 megapixels in 38 bytes. With these limits a file takes at most 5 bytes per
# pixel plus 300 MB (docs/adr/0031-bounded.md). Lossless encoding takes 26 bytes per pixel.
WEBP_LOSSY_MOST = 32_000_000
WEBP_LOSSLESS_MOST = 24_000_000
WEBP_ANIMATED_MOST = 16_000_000
WEBP_LOSSLESS_WRITTEN_MOST = 12_000_000
# Pages, frames or pictures of one file, and the pixels of all of them. Each page is decoded alone;
# the second is a limit on time.
PAGES_MOST = 500
PIXELS_OF_PAGES_MOST = 4 * PIXELS_WHOLE_MOST
# Pixels per side. The limits and their reasons are in the table of formats: for a JPEG, also inside
# a TIFF, and for any file.
JPEG_SIDE_MOST = formats.named("jpeg").reading.longest_side
SIDE_MOST = max(row.reading.longest_side for row in formats.READ)

# -- regions ----------------------------------------------------------------------------------
# Rows of pixels that a recipe's ellipses, edges of polygons and pieces of strokes extend through,
# in total, for each pixel of the picture: the time they take then follows from the picture, too.
# Each takes about 0.1 microseconds, an edge twice as much. A small picture may have 4 million rows:
# half a second.
SHAPE_ROWS_A_PIXEL = 1
SHAPE_ROWS_LEAST = 4_000_000
# Those under mosaics and blurs count as many times: they are kept until the picture is audited.
SOFT_ROWS_WEIGHT = 4
# Times that the frames of mosaics and blurs may cover the picture: each is made from what those
# before it left, pixel by pixel. Those of a small picture may have 16 megapixels together.
SOFT_LAYERS_MOST = 4
SOFT_PIXELS_LEAST = 16_000_000

# -- structure --------------------------------------------------------------------------------
# Segments of a JPEG. A long ExtendedXMP or ICC chain stays far below.
JPEG_SEGMENTS_MOST = 20_000
# Scans of a progressive JPEG; each costs the decoder a pass over all pixels. Encoders make 3-20.
JPEG_SCANS_MOST = 100
# Quantisation and Huffman tables: eight in force at a time, and every scan may define new ones.
JPEG_TABLES_MOST = 1_000
# Pixels of an arithmetic-coded JPEG, per byte of the file and on top of that. A flat area costs
# next to nothing: a few bytes could declare 500 megapixels. With Huffman codes a byte holds 256 at
# most.
ARITHMETIC_PIXELS_A_BYTE = 1_000
ARITHMETIC_PIXELS_BESIDES = 4_000_000
# Chunks of a PNG. libpng writes IDAT chunks of 8 kB: a 500 MB file has 64,000 of them.
PNG_CHUNKS_MOST = 200_000
# Chunks of a WebP, blocks of a GIF (without the sub-blocks of picture data).
WEBP_CHUNKS_MOST = 10_000
GIF_BLOCKS_MOST = 20_000
# Directories of a TIFF or Exif block, entries of one, and how deep pointers are followed. Camera
# files have at most 6, 300 and 3, and each of 500 pages may have a preview. Together the two counts
# limit the time that overlapping directories cost.
IFDS_MOST = 1_000
IFD_ENTRIES_MOST = 1_000
IFD_DEPTH_MOST = 4
# Bytes of fax-coded strips in one file: every code is followed, at a few megabytes a minute. A page
# scanned at 600 dpi has less than one.
FAX_BYTES_MOST = 4 * MEGABYTE
# One row may be missing at the end of a fax for this many rows; of a shorter one, one row.
FAX_ROWS_A_MISSING_ONE = 50
# Strips or tiles of one TIFF page: one row per strip in a picture taller than any camera's.
STRIPS_MOST = 200_000
# Strips or tiles of all pages of one TIFF: 500 scans with one row per strip have 3.5 million.
STRIPS_OF_PAGES_MOST = 4_000_000
# How many times the file's size the strips of a page may add up to, where they share bytes.
STRIP_SHARING_MOST = 4
# Clear codes in the LZW data of one page, beyond one per LZW_BYTES_A_CLEAR decoded bytes. Each
# costs about 0.1 ms; an encoder writes one per 3,800 codes or so, thus for more bytes than that.
LZW_CLEARS_MOST = 20_000
LZW_BYTES_A_CLEAR = 2_000
# Brands looked at to find the kind of an ISO media file.
BRANDS_MOST = 64
# Sibling boxes, items, extents and coded units of a HEIC or AVIF. A 200-megapixel photo
# has about 800 tiles of 512 by 512, each an item with one extent and one to a few units.
BOXES_MOST = 20_000
HEIF_ITEMS_MOST = 10_000
HEIF_EXTENTS_MOST = 100_000
HEIF_UNITS_MOST = 100_000
# Pixels per side of a HEIC or AVIF, which share a parser: the table of formats has it twice.
HEIF_SIDE_MOST = min(formats.named(name).reading.longest_side for name in ("heic", "avif"))

# -- expansion --------------------------------------------------------------------------------
# Bytes of one inflated text chunk or profile. Pillow refuses more (PngImagePlugin.MAX_TEXT_CHUNK).
INFLATED_METADATA_MOST = MEGABYTE
# Bytes of all inflated text chunks of one file in total.
INFLATED_METADATA_SUM_MOST = 16 * MEGABYTE
# Bytes that may follow the last row in a compressed stream before it counts as a bomb.
SURPLUS_MOST = MEGABYTE
# Bytes fed to and taken from a decompressor in one step: limits our own memory.
INFLATE_STEP = 64 * 1024

# -- metadata ---------------------------------------------------------------------------------
# Bytes of one XMP, IPTC or ICC block that are read for findings; the rest is only counted.
METADATA_BYTES_MOST = 2 * MEGABYTE
# Bytes of all XMP packets and texts of one file that are read; a hostile file repeats them.
METADATA_SUM_MOST = 16 * MEGABYTE
# Findings shown for one file, texts kept for the audit, and characters of each.
FINDINGS_MOST = 200
TEXTS_MOST = 500
VALUE_LONGEST = 200
TEXT_SHORTEST = 6
TEXT_LONGEST = 200
# Characters of one value that are split into texts.
TEXT_SEARCHED = 64 * 1024
# Values of one repeated property (keywords, names) that become findings.
REPEATS_MOST = 20
