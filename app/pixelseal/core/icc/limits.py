"""Every limit on what a colour profile may demand, with its reason. Enforces none."""

# Bytes. Profiles of presses with fine grids reach 8 MB; the work grows with these bytes alone.
PROFILE_BYTES_MOST = 16 * 1024 * 1024
# Entries of the tag table. Profiles hold 10 to 30.
TAGS_MOST = 100
# Entries of one sampled curve; makers write 1,024 or 4,096.
CURVE_ENTRIES_MOST = 65_536
# The exponent of a curve: cameras and screens lie between 1 and 3.
EXPONENT_MOST = 32.0
# Grid points of a colour table along one axis (a byte holds them: at most 255) and in all. 33 x
# 33 x 33 and 17 x 17 x 17 x 17 are usual; all of them lie in the file, so its bytes bound them.
GRID_LEAST = 2
NODES_MOST = 2_000_000
# Weights from device to sRGB. ProPhoto, the widest in use, has 2.1.
WEIGHT_MOST = 16.0
# A row of weights whose sum misses 1 by less was rounded: it is corrected, so that white is white.
WHITE_SLACK = 0.005
# Luminance of device white: outside this range, the profile is damaged. One made by the ICC itself
# to test readers has 1.7.
WHITE_LEAST, WHITE_MOST = 0.25, 2.5
# Luminance of device black as a share of white: above (L* = 50), it is not black.
BLACK_MOST = 0.1842
# Linear sRGB of device black, each channel: above, it is a colour.
BLACK_CHANNEL_MOST = 0.5
# Largest difference of any colour, as a share of the range, at which a profile counts as sRGB: one
# 8-bit step, which curves of 1,024 entries and rounded primaries cause.
SRGB_SLACK = 1 / 255
