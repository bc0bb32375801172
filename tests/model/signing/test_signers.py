"""A list of signers says whose a key is, and what is not understood is refused with its line."""

from pixelseal.model.signing import signers
from pixelseal.model.signing.refused import SigningRefused

from tests.model.signing.outside import PUBLIC, PUBLIC_LINE

KIND, KEY = PUBLIC_LINE.split()
NAME = "jane@example.org"


def _refusal(text):
    try:
        signers.parse(text.encode() if isinstance(text, str) else text)
    except SigningRefused as error:
        return error.code, error.values.get("line")
    return None


def test_a_key_has_the_names_of_all_its_lines():
    text = (
        "# who signs at our hospital\n\n"
        f"{NAME},second@example.org {PUBLIC_LINE} a comment\r\n"
        f'{NAME} namespaces="git,pixelseal" {PUBLIC_LINE}\n'
        f"third@example.org\t{PUBLIC_LINE}"
    )
    wanted = (NAME, "second@example.org", "third@example.org")
    assert signers.parse(text.encode()) == {PUBLIC: wanted}


def test_lines_of_other_keys_and_other_uses_count_for_nobody():
    text = (
        f"a@example.org ssh-rsa AAAAB3NzaC1yc2E=\n"
        f'b@example.org namespaces="git" {PUBLIC_LINE}\n'
        f"{NAME} {PUBLIC_LINE}\n"
    )
    assert signers.parse(text.encode()) == {PUBLIC: (NAME,)}
    assert _refusal(text.replace(f"{NAME} {PUBLIC_LINE}", "")) == ("signers-none", None)


def test_a_line_that_is_not_understood_is_refused_with_its_number():
    for bad in (
        NAME,
        f"{NAME} {KIND}",
        PUBLIC_LINE,
        f"*@example.org {PUBLIC_LINE}",
        f"{NAME},!other {PUBLIC_LINE}",
        f"{NAME}, {PUBLIC_LINE}",
        f"{'n' * 256} {PUBLIC_LINE}",
        f"{NAME} cert-authority {PUBLIC_LINE}",
        f'{NAME} valid-before="20300101" {PUBLIC_LINE}',
        f"{NAME} namespaces=pixelseal {PUBLIC_LINE}",
        f'{NAME} namespaces="pixelseal",cert-authority {PUBLIC_LINE}',
        f"{NAME} {KIND} {KEY[:-4]}",
        f"{NAME} {KIND} {KEY}=",
        f"{NAME} {KIND} AAAAB3NzaC1yc2E=",
    ):
        assert _refusal(f"# first\n{bad}\n") == ("signers-line", 2), bad


def test_what_is_no_list_is_refused():
    assert _refusal("") == ("signers-none", None)
    assert _refusal(b"\xff\xfe") == ("signers-unreadable", None)
    assert _refusal("#\n" * 10_001) == ("signers-unreadable", None)
    assert _refusal("#" * (1 << 20) + "#") == ("signers-unreadable", None)
