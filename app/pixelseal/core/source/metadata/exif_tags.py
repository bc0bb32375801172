"""A table of Exif and TIFF tags and the findings that they become. Reads nothing.

Tag numbers: Exif 2.32 (CIPA DC-008) sections 4.6.4-4.6.8, TIFF 6.0, DNG 1.6, and the XP* tags of
Windows. Kinds are those of `notes.IDENTIFIER`.
"""

ORIENTATION = 274
EXIF_POINTER, GPS_POINTER, INTEROP_POINTER = 34665, 34853, 40965
SUB_DIRECTORIES = 330
XMP, IPTC, PHOTOSHOP, ICC = 700, 33723, 34377, 34675
THUMBNAIL_OFFSET, THUMBNAIL_LENGTH, STRIP_OFFSETS, STRIP_LENGTHS = 513, 514, 273, 279
MAKER_NOTES = frozenset((37500, 50740))  # MakerNote, DNGPrivateData

# Tags whose value is text in ASCII or UTF-8.
TEXT_TAGS = {
    269: "description",  # DocumentName
    270: "description",  # ImageDescription
    271: "camera-model",  # Make
    272: "camera-model",  # Model
    285: "description",  # PageName
    305: "software",
    306: "capture-date",  # DateTime
    315: "author-name",  # Artist
    316: "software",  # HostComputer
    333: "description",  # InkNames
    337: "description",  # TargetPrinter
    32781: "unique-id",  # ImageID
    33432: "author-name",  # Copyright
    36867: "capture-date",  # DateTimeOriginal
    36868: "capture-date",  # DateTimeDigitized
    36880: "time-zone",  # OffsetTime
    36881: "time-zone",
    36882: "time-zone",
    40964: "file-name",  # RelatedSoundFile
    42016: "unique-id",  # ImageUniqueID
    42032: "owner-name",  # CameraOwnerName
    42033: "camera-serial",  # BodySerialNumber
    42035: "camera-model",  # LensMake
    42036: "camera-model",  # LensModel
    42037: "camera-serial",  # LensSerialNumber
    42038: "description",  # ImageTitle
    42039: "author-name",  # Photographer
    42040: "author-name",  # ImageEditor
    42041: "software",  # CameraFirmware
    42042: "software",
    42043: "software",
    42044: "software",
    50708: "camera-model",  # UniqueCameraModel
    50735: "camera-serial",  # CameraSerialNumber
    50736: "camera-model",  # LensInfo, if written as text
    50827: "file-name",  # OriginalRawFileName
}

# Tags whose value is UTF-16LE without a mark (the XP* tags).
WIDE_TAGS = {
    40091: "description",  # XPTitle
    40092: "comment",  # XPComment
    40093: "author-name",  # XPAuthor
    40094: "description",  # XPKeywords
    40095: "description",  # XPSubject
}

# Tags whose value begins with eight bytes that name the encoding (Exif 2.32 table 9).
CODED_TAGS = {37510: "comment"}  # UserComment
CODED_GPS_TAGS = {27: "location", 28: "location"}  # GPSProcessingMethod, GPSAreaInformation
GPS_DATE = 29
