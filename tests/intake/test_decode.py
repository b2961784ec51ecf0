import pytest

from isnad.errors import InputError
from isnad.intake.decode import arabic_score, decode

NEWS = (
    "أعلن وزير الخارجية سالم الحداد، أمس، أن بلاده لن تشارك في الاجتماع المقبل،\n"
    "وقال للصحفيين: «لم نتلق دعوة رسمية»، مضيفا أن القرار نهائي."
)
SHORT = "قتل ثلاثة أشخاص"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "utf-32"])
@pytest.mark.parametrize("text", [NEWS, SHORT, f"{SHORT}\r\n<b>2018</b>"])
def test_every_encoding_of_arabic_news_is_read_without_a_declaration(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "x") == text


@pytest.mark.parametrize("text", [SHORT, NEWS.replace("«", '"').replace("»", '"')])
def test_iso_8859_6_is_told_from_windows_1256(text: str) -> None:
    assert decode(text.encode("iso8859-6"), "x") == text


@pytest.mark.parametrize(
    "declared", ["utf-8", "iso-8859-1", "windows-1252", "iso8859-6", "no-such", "rot13", "hex", None]
)
def test_wrong_declaration_does_not_win_over_what_reads_as_arabic(declared: str | None) -> None:
    assert decode(NEWS.encode("cp1256"), "x", declared=declared) == NEWS


@pytest.mark.parametrize("declared", ["windows-1256", "iso-8859-1"])
def test_utf8_wins_over_every_declaration(declared: str) -> None:
    assert decode(NEWS.encode(), "x", declared=declared) == NEWS


@pytest.mark.parametrize("wrong", ["cp1256", "latin-1"])
def test_text_saved_through_a_wrong_encoding_is_restored_where_certain(wrong: str) -> None:
    assert decode(NEWS.encode().decode(wrong).encode(), "x") == NEWS


@pytest.mark.parametrize(
    "text",
    [
        "Øresund og Ærø, Ålborg Ø",
        "طه طاهر ظاهر طبيب طاف ظهر",
        NEWS + "\nط§ظ„",
        "Plain English, with a name: سالم.",
        "قال.\x0bنعم",
        "پیام وزیر خارجه ایران",
        "",
    ],
)
def test_text_that_only_resembles_damage_stays_as_it_is(text: str) -> None:
    assert decode(text.encode(), "x") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Él llegó mañana con los niños a la reunión de ayer", "cp1252"),
        ("Министр сообщил о переговорах", "cp1251"),
    ],
)
def test_other_languages_in_a_code_page_are_not_made_arabic(text: str, encoding: str) -> None:
    assert arabic_score(decode(text.encode(encoding), "x")) < 0.4


def test_broken_utf8_names_the_byte_and_the_line() -> None:
    data = f"{NEWS}\n".encode()
    with pytest.raises(InputError, match=rf"news.txt: broken UTF-8 at byte {len(data) + 2} \(line 3\)"):
        decode(data + b"\xd9\x82\xd9 " + data, "news.txt")


def test_cut_last_character_is_left_out_only_where_half_a_file_is_allowed() -> None:
    data = NEWS.encode()[:-2]
    assert decode(data, "x", cut=True) == NEWS[:-2]
    with pytest.raises(InputError, match="broken UTF-8"):
        decode(data, "x")
    with pytest.raises(InputError, match="broken UTF-8"):
        decode(b"\xd9 " + data, "x", cut=True)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00" * 64, b"MZ\x90\x00\x03\x00\x00\x00\x04" * 9])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="binary"):
        decode(data, "x")
