"""A private Ed25519 key in PKCS #8, encrypted with a passphrase. Derives and encrypts nothing.

One form is written and read: PBES2 with PBKDF2, HMAC-SHA-256 and AES-256-CBC (RFC 5958, RFC 8018,
RFC 8410; docs/signing.md, 3). `openssl pkey` opens it.
"""

from pixelseal.model.recipe.value import Value
from pixelseal.model.signing import armor, der
from pixelseal.model.signing.refused import SigningRefused

ROUNDS = 600_000  # of PBKDF2: as many as OWASP asks for with HMAC-SHA-256 (2023)
MAX_ROUNDS = 10_000_000  # a file that asks for more would keep a machine busy for minutes
SALT_BYTES, IV_BYTES, SEED_BYTES = 16, 16, 32
MAX_BYTES = 16 * 1024  # of a file that is read: ours has 380, a long RSA key 6,000
MIN_PASSPHRASE, MAX_PASSPHRASE = 12, 1024  # characters, and bytes in UTF-8

_MIN_SALT, _MAX_SALT = 8, 64  # of other programs: OpenSSL before 3.4 takes 8
_BLOCK = 16  # of AES, in bytes
_MAX_CIPHER = 8192  # bytes: a long RSA key, which is then named as what it is
_COLUMNS = 64  # RFC 7468, section 2
_LABEL, _PLAIN_LABEL = "ENCRYPTED PRIVATE KEY", "PRIVATE KEY"
_OPENSSH_LABEL = "OPENSSH PRIVATE KEY"
_PBES2 = bytes.fromhex("2a864886f70d01050d")  # 1.2.840.113549.1.5.13
_PBKDF2 = bytes.fromhex("2a864886f70d01050c")  # 1.2.840.113549.1.5.12
_HMAC_SHA256 = bytes.fromhex("2a864886f70d0209")  # 1.2.840.113549.2.9
_AES_256_CBC = bytes.fromhex("60864801650304012a")  # 2.16.840.1.101.3.4.1.42
_ED25519 = bytes.fromhex("2b6570")  # 1.3.101.112


class EncryptedKey(Value):
    """A key as its file holds it.

    :param salt: of PBKDF2, 8 to 64 bytes; 16 in what is written here.
    :param rounds: of PBKDF2, 600,000 to 10,000,000.
    :param iv: the initialization vector of AES-256-CBC, 16 bytes.
    :param encrypted: `key_info`, padded as PKCS #7 does and encrypted.
    """

    FIELDS = ("salt", "rounds", "iv", "encrypted")

    def __init__(self, salt: bytes, rounds: int, iv: bytes, encrypted: bytes) -> None:
        self.salt = salt
        self.rounds = rounds
        self.iv = iv
        self.encrypted = encrypted

    def to_text(self) -> str:
        """The file's text (PEM)."""
        derived = der.sequence(
            der.value(der.OCTETS, self.salt),
            der.integer(self.rounds),
            der.sequence(der.value(der.OBJECT, _HMAC_SHA256), der.value(der.NULL, b"")),
        )
        scheme = der.sequence(
            der.sequence(der.value(der.OBJECT, _PBKDF2), derived),
            der.sequence(der.value(der.OBJECT, _AES_256_CBC), der.value(der.OCTETS, self.iv)),
        )
        data = der.sequence(
            der.sequence(der.value(der.OBJECT, _PBES2), scheme),
            der.value(der.OCTETS, self.encrypted),
        )
        return armor.armored(_LABEL, data, _COLUMNS)


def parse(untrusted: bytes) -> EncryptedKey:
    """Read a key's file; nothing in it is trusted before it was decrypted.

    SigningRefused: key-not-encrypted, key-openssh, key-rounds with the `rounds` of a key made with
    too few or too many, key-form for another way to encrypt, key-unreadable for no key.
    """
    try:
        if len(untrusted) > MAX_BYTES:
            raise ValueError("too long")
        text = untrusted.decode()
        label = armor.label_of(text)
        if label == _PLAIN_LABEL:
            raise SigningRefused("key-not-encrypted")
        if label == _OPENSSH_LABEL:
            raise SigningRefused("key-openssh")
        data = armor.data_of(text, _LABEL)
    except ValueError:
        raise SigningRefused("key-unreadable") from None
    try:
        return _read(data)
    except ValueError:
        raise SigningRefused("key-form") from None


def _read(untrusted: bytes) -> EncryptedKey:
    whole = der.Reader(untrusted)
    outer = whole.inside()
    whole.end()
    algorithm, encrypted = outer.inside(), outer.take(der.OCTETS)
    outer.end()
    scheme = _parameters(algorithm, _PBES2)
    algorithm.end()
    derivation, cipher = scheme.inside(), scheme.inside()
    scheme.end()
    derived = _parameters(derivation, _PBKDF2)
    derivation.end()
    salt, rounds, digest = derived.take(der.OCTETS), derived.integer(), derived.inside()
    derived.end()
    if digest.take(der.OBJECT) != _HMAC_SHA256 or digest.take(der.NULL):
        raise ValueError("another hash")
    digest.end()
    if cipher.take(der.OBJECT) != _AES_256_CBC:
        raise ValueError("another cipher")
    iv = cipher.take(der.OCTETS)
    cipher.end()
    if not _MIN_SALT <= len(salt) <= _MAX_SALT or len(iv) != IV_BYTES:
        raise ValueError("salt or IV of another length")
    if not _BLOCK <= len(encrypted) <= _MAX_CIPHER or len(encrypted) % _BLOCK:
        raise ValueError("not whole blocks")
    if not ROUNDS <= rounds <= MAX_ROUNDS:
        raise SigningRefused("key-rounds", rounds=rounds)
    return EncryptedKey(salt, rounds, iv, encrypted)


def _parameters(algorithm: der.Reader, wanted: bytes) -> der.Reader:
    if algorithm.take(der.OBJECT) != wanted:
        raise ValueError("another algorithm")
    return algorithm.inside()


def key_info(seed: bytes) -> bytes:
    """The 32 bytes of a private key as PKCS #8 holds one (RFC 8410, section 7): 48 bytes."""
    key = der.value(der.OCTETS, der.value(der.OCTETS, seed))
    return der.sequence(der.integer(0), der.sequence(der.value(der.OBJECT, _ED25519)), key)


def seed_of(decrypted: bytes) -> bytes:
    """The 32 bytes of a private key.

    SigningRefused: key-other-kind for any other key, passphrase-wrong for what is no key.
    """
    seed = decrypted[-SEED_BYTES:]
    if key_info(seed) == decrypted:
        return seed
    try:
        reader = der.Reader(decrypted)
        reader.take(der.SEQUENCE)
        reader.end()
    except ValueError:
        # One passphrase in 256 that is wrong leaves something that looks padded.
        raise SigningRefused("passphrase-wrong") from None
    raise SigningRefused("key-other-kind")


def passphrase_bytes(text: str) -> bytes:
    """What PBKDF2 is given for a passphrase that a new key is to have.

    SigningRefused: passphrase-short, passphrase-long.
    """
    if len(text) < MIN_PASSPHRASE:
        raise SigningRefused("passphrase-short", least=MIN_PASSPHRASE)
    return known_passphrase(text)


def known_passphrase(text: str) -> bytes:
    """The same for a key that exists; SigningRefused: passphrase-long."""
    data = text.encode()
    if len(data) > MAX_PASSPHRASE:
        raise SigningRefused("passphrase-long", most=MAX_PASSPHRASE)
    return data
