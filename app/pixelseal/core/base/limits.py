"""Every bound on what a file may ask of us, with its unit and its reason. Enforces nothing."""

from pixelseal.model import formats

MEGABYTE = 1024 * 1024

# -- the whole file ---------------------------------------------------------------------------
# Bytes. The file, its pixels and the new file lie in one wasm heap of at most 4 GB.
FILE_BYTES_MOST = 500 * MEGABYTE
# Pixels of a picture that is decoded once and held once, with 4 bytes a pixel by Pillow, or that is
# read from the file's strips. Both fit a wasm heap of 4 GB beside the file and the new file.
PIXELS_MOST = 500_000_000
# Pixels of a picture whose decoder or encoder holds more: progressive JPEG (coefficients, up to 6
# bytes a pixel beside the 4), animations, HEIC, AVIF, WebP, 16 bits a sample, turned TIFF.
PIXELS_WHOLE_MOST = 180_000_000
# Pixels of a picture that is made an array, and coded at once. Larger ones are read, covered, coded
# and audited in bands: an array, Pillow's copy and a JPEG encoder's coefficients would take 10
# bytes a pixel together.
PIXELS_HELD_MOST = 40_000_000
# Pixels of a WebP. libwebp's decoder holds two canvases and hands out a third picture, 12 bytes a
# pixel, and 4 more for lossless data and alpha; an animation has our own canvas besides. Lossless
# data can state 268 megapixels in 38 bytes. With these bounds a file takes no more memory than 5
# bytes a pixel and 300 MB (docs/adr/0031-bounded.md). Lossless encoding takes 26 bytes a pixel.
WEBP_LOSSY_MOST = 32_000_000
WEBP_LOSSLESS_MOST = 24_000_000
WEBP_ANIMATED_MOST = 16_000_000
WEBP_LOSSLESS_WRITTEN_MOST = 12_000_000
# Pages, frames or pictures of one file, and the pixels of all of them. Each page is decoded alone;
# the second bound is one on time.
PAGES_MOST = 500
PIXELS_OF_PAGES_MOST = 4 * PIXELS_WHOLE_MOST
# Pixels a side, with their reasons, are in the table of formats: of a JPEG, within a TIFF as well,
# and of any file.
JPEG_SIDE_MOST = formats.named("jpeg").reading.longest_side
SIDE_MOST = max(row.reading.longest_side for row in formats.READ)

# -- regions ----------------------------------------------------------------------------------
# Rows of pixels that a recipe's ellipses, edges of polygons and pieces of strokes reach through,
# all together. Each costs some 0.1 microseconds; 10,000 ellipses over 12 megapixels: 30 million.
SHAPE_ROWS_MOST = 100_000_000
# Times that mosaics and blurs may cover the picture: each is made from what those before it left.
SOFT_LAYERS_MOST = 10

# -- structure --------------------------------------------------------------------------------
# Segments of a JPEG. A 500-page ExtendedXMP or ICC chain stays far below.
JPEG_SEGMENTS_MOST = 20_000
# Scans of a progressive JPEG; each costs the decoder a pass over all pixels. Encoders make 3-20.
JPEG_SCANS_MOST = 100
# Quantisation and Huffman tables: eight in force at a time, new ones for every scan.
JPEG_TABLES_MOST = 1_000
# Pixels of a JPEG by arithmetic codes, for each byte of it and besides. An even area costs them
# nothing: some bytes could state 500 megapixels. By Huffman codes a byte holds 256 at most.
ARITHMETIC_PIXELS_A_BYTE = 1_000
ARITHMETIC_PIXELS_BESIDES = 4_000_000
# Chunks of a PNG. libpng writes IDAT chunks of 8 kB: a 500 MB file has 64,000 of them.
PNG_CHUNKS_MOST = 200_000
# Chunks of a WebP, blocks of a GIF (without the sub-blocks of picture data).
WEBP_CHUNKS_MOST = 10_000
GIF_BLOCKS_MOST = 20_000
# Directories of a TIFF or Exif block, entries of one, and how deep pointers are followed. Camera
# files have at most 6, 300 and 3, and each of 500 pages may have a preview. Both counts together
# bound the time for overlapping directories.
IFDS_MOST = 1_000
IFD_ENTRIES_MOST = 1_000
IFD_DEPTH_MOST = 4
# Bytes of fax-coded strips in one file: we follow every code, at a few megabytes a minute. A scan
# of a page at 600 dots an inch has less than one.
FAX_BYTES_MOST = 4 * MEGABYTE
# Rows of a fax for each one that may be missing at its end; one may be missing of fewer.
FAX_ROWS_A_MISSING_ONE = 50
# Strips or tiles of one TIFF page: one row a strip in a picture taller than any camera's.
STRIPS_MOST = 200_000
# Times that the strips of a page may hold the bytes of the whole file, by sharing them.
STRIP_SHARING_MOST = 4
# Clear codes in the LZW data of one page, beyond one for LZW_BYTES_A_CLEAR decoded bytes. Each
# costs us some 0.1 ms; an encoder writes one for about 3,800 codes, hence for more bytes than that.
LZW_CLEARS_MOST = 20_000
LZW_BYTES_A_CLEAR = 2_000
# Brands looked at to find the kind of an ISO media file.
BRANDS_MOST = 64
# Boxes beside each other, items, extents and coded units of a HEIC or AVIF. A 200-megapixel photo
# has some 800 tiles of 512 by 512, each an item with one extent and one to a few units.
BOXES_MOST = 20_000
HEIF_ITEMS_MOST = 10_000
HEIF_EXTENTS_MOST = 100_000
HEIF_UNITS_MOST = 100_000
# Pixels a side of a HEIC or AVIF, which share a parser: the table of formats has it twice.
HEIF_SIDE_MOST = min(formats.named(name).reading.longest_side for name in ("heic", "avif"))

# -- expansion --------------------------------------------------------------------------------
# Bytes of one inflated text chunk or profile. Pillow refuses more (PngImagePlugin.MAX_TEXT_CHUNK).
INFLATED_METADATA_MOST = MEGABYTE
# Bytes of all inflated text chunks of one file together.
INFLATED_METADATA_SUM_MOST = 16 * MEGABYTE
# Bytes that may follow the last row in a compressed stream before we call it a bomb.
SURPLUS_MOST = MEGABYTE
# Bytes fed to and taken from a decompressor in one step: bounds our own memory.
INFLATE_STEP = 64 * 1024

# -- metadata ---------------------------------------------------------------------------------
# Bytes of one XMP, IPTC or ICC block that are read for findings; the rest is only counted.
METADATA_BYTES_MOST = 2 * MEGABYTE
# Bytes of all XMP packets and texts of one file that are read; files repeat them to waste time.
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
