"""Encrypted keys are read and written as OpenSSL does, and each other form has its own answer."""

from pixelseal.model.signing import armor, private_key
from pixelseal.model.signing.private_key import EncryptedKey
from pixelseal.model.signing.refused import SigningRefused

from tests.model.signing.outside import ENCRYPTED, FEW_ROUNDS, KEY_INFO, PASSPHRASE, SEED

LABEL = "ENCRYPTED PRIVATE KEY"
DATA = armor.data_of(ENCRYPTED, LABEL)


def _refusal(work, *given):
    try:
        work(*given)
    except SigningRefused as error:
        assert "[" not in error.sentence and len(error.sentence) > 30
        return error.code
    return None


def _code(text):
    return _refusal(private_key.parse, text.encode())


def _pem(data):
    return armor.armored(LABEL, data, 64)


def test_what_openssl_wrote_is_read_and_written_again_to_the_letter():
    key = private_key.parse(ENCRYPTED.encode())
    assert key.rounds == 600_000 and len(key.iv) == 16 and len(key.encrypted) == 64
    assert key.salt.hex() == "bb1e99704c9b50be"
    assert key.to_text() == ENCRYPTED


def test_keys_of_any_allowed_size_are_read_back():
    for rounds in (600_000, 2**20, 8_388_608, 10_000_000):
        for salt in (8, 16, 64):
            key = EncryptedKey(b"\x80" * salt, rounds, b"i" * 16, b"e" * 64)
            assert private_key.parse(key.to_text().encode()) == key


def test_each_other_form_is_told_by_its_code():
    plain = ENCRYPTED.replace("ENCRYPTED ", "")
    assert _code(plain) == "key-not-encrypted"
    assert _code(ENCRYPTED.replace("ENCRYPTED", "OPENSSH")) == "key-openssh"
    assert _code(FEW_ROUNDS) == "key-rounds"
    assert (
        _code(EncryptedKey(b"s" * 16, 10_000_001, b"i" * 16, b"e" * 64).to_text()) == "key-rounds"
    )
    for text in ("", "Dear J. Doe", ENCRYPTED + "x", "A" * 20_000, ENCRYPTED.replace("M", "*")):
        assert _code(text) == "key-unreadable"
    sha1, scrypt = bytes.fromhex("2a864886f70d0207"), bytes.fromhex("2b06010401da47040b")
    assert _code(_pem(DATA.replace(bytes.fromhex("2a864886f70d0209"), sha1))) == "key-form"
    assert _code(_pem(DATA.replace(bytes.fromhex("2a864886f70d01050c"), scrypt))) == "key-form"
    assert (
        _code(_pem(DATA.replace(bytes.fromhex("60864801650304012a"), b"123456789"))) == "key-form"
    )
    for key in (
        EncryptedKey(b"s" * 7, 600_000, b"i" * 16, b"e" * 64),
        EncryptedKey(b"s" * 65, 600_000, b"i" * 16, b"e" * 64),
        EncryptedKey(b"s" * 16, 600_000, b"i" * 12, b"e" * 64),
        EncryptedKey(b"s" * 16, 600_000, b"i" * 16, b"e" * 63),
        EncryptedKey(b"s" * 16, 600_000, b"i" * 16, b""),
    ):
        assert _code(key.to_text()) == "key-form"


def test_every_byte_that_is_missing_or_too_many_is_refused():
    for count in range(len(DATA)):
        assert _code(_pem(DATA[:count])) in ("key-form", "key-unreadable"), count
    assert _code(_pem(DATA + b"\0")) == "key-form"


def test_lengths_and_numbers_in_more_bytes_than_they_need_are_refused():
    longer = b"\x30\x82\x00" + DATA[2:]  # 30 81 9C: the length in two bytes
    assert _code(_pem(longer)) == "key-form"
    assert _code(_pem(b"\x30\x80" + DATA[3:] + b"\0\0")) == "key-form"  # of no definite length


def test_a_seed_is_the_only_key_that_is_found():
    assert private_key.key_info(SEED) == KEY_INFO and private_key.seed_of(KEY_INFO) == SEED
    assert _refusal(private_key.seed_of, KEY_INFO.replace(b"\x2b\x65\x70", b"\x2b\x65\x6e")) == (
        "key-other-kind"
    )
    for wrong in (b"", SEED, KEY_INFO[:-1], KEY_INFO + b"\0", b"\7" + KEY_INFO[1:]):
        assert _refusal(private_key.seed_of, wrong) == "passphrase-wrong", wrong


def test_a_passphrase_is_long_enough_and_not_endless():
    assert private_key.passphrase_bytes(PASSPHRASE) == PASSPHRASE.encode()
    assert private_key.passphrase_bytes("señal de doce") == "señal de doce".encode()
    assert _refusal(private_key.passphrase_bytes, "eleven sign") == "passphrase-short"
    assert private_key.known_passphrase("short") == b"short"
    for work in (private_key.passphrase_bytes, private_key.known_passphrase):
        assert _refusal(work, "x" * 1025) == "passphrase-long"
