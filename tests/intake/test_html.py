import time

import pytest

from isnad.intake.html import decode_page, read_page


def text(source: str) -> str:
    return read_page(source).text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>قال\n  الوزير</p><p>نعم</p>", "قال الوزير\n\nنعم"),
        ("<h1>عنوان</h1><div>أ</div><div>ب</div>", "عنوان\n\nأ\nب"),
        ("أ<br>ب<br/><BR>ج", "أ\nب\n\nج"),
        ("<ul><li>أ<li>ب</ul>ج", "أ\nب\nج"),
        ("<table><tr><td>أ</td><td>ب</td></tr><tr><td>ج</td></tr></table>", "أ\tب\nج"),
        ("<b>ال</b><i>وزير</i>", "الوزير"),
        ("<b>قال </b> <i> الوزير</i>", "قال الوزير"),
        ("<a>الرئيسية</a><a>سياسة</a>", "الرئيسية سياسة"),
        ("<button>شارك</button><button>اطبع</button>", "شارك اطبع"),
        ("<pre>أ  ب\n  ج</pre>", "أ  ب\n  ج"),
        ("&laquo;نعم&raquo; &#1602;&amp;&nbsp;&zwnj;&rlm;.", "«نعم» ق&\N{NO-BREAK SPACE}\u200c\u200f."),
        ("<q>نعم</q>", "“نعم”"),
        ("3 < 5 و 7 > 2", "3 < 5 و 7 > 2"),
        ("<nav><a href=/>القائمة</a></nav><footer>الحقوق محفوظة</footer>", "القائمة\nالحقوق محفوظة"),
        ("<textarea>تعليقك</textarea>", "تعليقك"),
        ('<a title="a > b">نص</a>', "نص"),
    ],
)
def test_text_is_what_a_browser_shows(source: str, expected: str) -> None:
    assert text(source) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a < b) document.write('<p>لا</p>')</script>",
        "<style>p > a {}</style>",
        "<template><p>لا</p></template>",
        "<noscript>لا<p>لا</p></noscript>",
        "<!-- <p>لا</p> -- > -->",
        "<!DOCTYPE html>",
        "<?xml version='1.0'?>",
        "<title>لا</title>",
        "<div hidden>لا<div>لا</div></div>",
        '<div style="color:red; display : none">لا</div>',
        "<span style='visibility:hidden'>لا</span>",
        "<svg><title>لا</title><g/></svg>",
        "<iframe>لا</iframe>",
        "<dialog>لا</dialog>",
        "<input type=hidden value=لا>",
        "<img alt='لا'>",
    ],
)
def test_what_is_not_shown_is_left_out(hidden: str) -> None:
    assert text(f"نعم {hidden} نعم").split() == ["نعم", "نعم"]


@pytest.mark.parametrize(
    "source",
    [
        "<div>قبل<span hidden>لا</div>بعد",
        "<p>قبل<p hidden>لا<div>بعد</div>",
        "قبل<svg/>بعد",
        "قبل<input hidden>بعد",
        "قبل<div style='display:block'>بعد</div>",
        "قبل<dialog open>بعد</dialog>",
        "قبل<div class=hidden-xs data-x=none>بعد</div>",
    ],
)
def test_hidden_element_never_takes_the_rest_of_the_page_with_it(source: str) -> None:
    found = text(source)
    assert found.startswith("قبل")
    assert found.endswith("بعد")
    assert "لا" not in found


@pytest.mark.parametrize("end", range(20, 110))
def test_half_a_page_gives_its_text_up_to_the_cut(end: int) -> None:
    data = ("<html><body><p>قال الوزير سالم الحداد</p><div class='أ'>إن الاجتماع انتهى</div></body>").encode()
    page = read_page(decode_page(data[:end], "x"))
    assert "قال الوزير سالم الحداد\n\nإن الاجتماع انتهى".startswith(page.text)


@pytest.mark.parametrize(
    "meta",
    [
        '<meta charset="windows-1256">',
        "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>",
        "<meta charset=utf-8>",
        "",
    ],
)
def test_windows_1256_page_is_read_whatever_it_declares(meta: str) -> None:
    source = f"<html><head>{meta}</head><body><p>أعلن المتحدث باسم البلدية إغلاق الطريق</p>"
    assert read_page(decode_page(source.encode("cp1256"), "x")).text == "أعلن المتحدث باسم البلدية إغلاق الطريق"


def test_metadata_gives_address_outlet_and_date() -> None:
    page = read_page(
        '<head><link rel="canonical" href="https://www.example.org/a?b=1&amp;c=2">'
        '<meta property="og:site_name" content="وكالة المثال">'
        '<meta property="article:published_time" content="2018-10-02T07:46:00+00:00">'
        "</head><time datetime=2020-01-01>اليوم</time>"
    )
    assert page.url == "https://www.example.org/a?b=1&c=2"
    assert page.outlet == "وكالة المثال"
    assert page.published == "2018-10-02T07:46:00+00:00"
    assert page.text == "اليوم"


@pytest.mark.parametrize(
    ("source", "date"),
    [
        ('<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"}, '
         '{"@type": "NewsArticle", "datePublished": "2018-10-02"}]}</script>', "2018-10-02"),
        ("<time datetime='2018-10-02T07:46Z'>", "2018-10-02T07:46Z"),
        ("<meta itemprop=datePublished content=2018-10-02>", "2018-10-02"),
        ("<time datetime='PT5M'><time datetime=2018-10-02>", "2018-10-02"),
        ("<meta name=date content='1397-07-10'>", None),
        ("<script type='application/ld+json'>{broken</script>", None),
        ("<p>2018-10-02</p>", None),
    ],
)  # fmt: skip
def test_date_comes_from_metadata_alone(source: str, date: str | None) -> None:
    assert read_page(source).published == date


def test_domain_stands_in_for_a_silent_page() -> None:
    assert read_page("نص", "https://www.example.org/1").outlet == "example.org"
    assert read_page("نص", "http://[broken").outlet is None
    assert read_page("<link rel=canonical href=/relative>نص").url is None


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<p><b id=1>",
        "<",
        "<!--",
        "<a x='",
        "&#",
        "<span hidden>",
        "<script>",
        "<a ",
        "</p>",
        "<q>",
        "<table>x",
    ],
)
def test_hostile_page_of_a_megabyte_takes_bounded_time(piece: str) -> None:
    start = time.process_time()
    read_page(piece * (1_000_000 // len(piece)))
    assert time.process_time() - start < 2
