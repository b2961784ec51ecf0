"""Cases of layout by kind of furniture, with what looks like it and is prose."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.layout import Layout, read_layout
from isnad.records import Document
from isnad.text import View

HEADLINE = "وزير الخارجية يبحث مع نظيره ملف الحدود"
P1 = (
    "بحث وزير الخارجية سالم الحداد مع نظيره في العاصمة ملف الحدود المشتركة بين البلدين، "
    "وقال إن المحادثات كانت بناءة وصريحة."
)
P2 = "وأضاف الحداد أن لجنة مشتركة ستجتمع خلال شهر واحد لوضع خطة عمل تنفذ على مراحل في المناطق الحدودية كلها."
P3 = "وختم بالقول إن بلاده متمسكة بحسن الجوار وترفض أي تدخل في شؤونها الداخلية من أي طرف كان."
BODY = (P1, P2, P3)


def layout(*lines: str, **metadata: str) -> tuple[str, Layout]:
    text = "\n".join(lines)
    return text, read_layout(Document(id="d", text=text, **metadata), View(text))


def body(*lines: str) -> str:
    text, read = layout(*lines)
    return read.stories[0].body.of(text)


def labels(*lines: str) -> dict[str, str]:
    """The label of each line, by the line."""
    _, read = layout(*lines)
    at = 0
    found: dict[str, str] = {}
    for line in lines:
        middle = at + len(line) // 2
        found[line] = next(b.label for b in read.blocks if b.span.start <= middle < b.span.end)
        at += len(line) + 1
    return found


STORY = "\n".join(BODY)


# --- headline and what stands under it ---------------------------------------------------------------------


def test_a_title_above_paragraphs_is_the_headline() -> None:
    text, read = layout(HEADLINE, *BODY)
    assert [(b.label, b.story) for b in read.blocks] == [("headline", 0), ("body", 0)]
    assert read.stories[0].headline is not None
    assert read.stories[0].headline.of(text) == HEADLINE
    assert read.stories[0].body.of(text) == STORY


def test_a_text_that_opens_with_a_sentence_has_no_headline() -> None:
    text, read = layout(*BODY)
    assert read.stories[0].headline is None
    assert read.stories[0].body.of(text) == STORY


def test_a_single_paragraph_is_the_body() -> None:
    text, read = layout("قتل ثلاثة أشخاص.")
    assert read.stories[0].headline is None
    assert read.stories[0].body.of(text) == "قتل ثلاثة أشخاص."


def test_a_headline_that_opens_like_a_label_stays_the_headline() -> None:
    title = "شاهد: الوزير يصل إلى مقر المحادثات"
    assert labels(title, *BODY)[title] == "headline"


def test_the_headline_printed_twice_is_a_repeat() -> None:
    _, read = layout(HEADLINE, "", HEADLINE, *BODY)
    assert [b.label for b in read.blocks] == ["headline", "repeat", "body"]


def test_a_name_under_the_headline_is_a_byline() -> None:
    assert labels(HEADLINE, "سلمى يوسف الحداد", *BODY)["سلمى يوسف الحداد"] == "byline"
    assert body(HEADLINE, "سلمى يوسف الحداد", *BODY) == STORY


def test_a_labelled_author_is_a_byline() -> None:
    assert labels(HEADLINE, "كتبت: سلمى الحداد", *BODY)["كتبت: سلمى الحداد"] == "byline"


def test_a_verb_of_writing_is_no_byline() -> None:
    line = "كتب الوزير رسالة إلى نظيره يشكره فيها على حسن الاستقبال في العاصمة."
    assert labels(HEADLINE, line, *BODY)[line] == "body"


def test_a_deck_printed_again_at_the_end_is_deck_and_repeat() -> None:
    deck = "وزير الخارجية سالم الحداد يؤكد أن المحادثات مع نظيره كانت بناءة، ويعلن تشكيل لجنة مشتركة."
    text, read = layout(HEADLINE, deck, *BODY, deck)
    assert [b.label for b in read.blocks] == ["headline", "deck", "body", "repeat"]
    assert read.stories[0].body.of(text) == STORY


def test_an_excerpt_with_its_caption_stands_before_the_body() -> None:
    excerpt = P1[:90] + "...."
    caption = "وزير الخارجية سالم الحداد مع نظيره"
    found = labels(HEADLINE, excerpt, caption, *BODY)
    assert found[excerpt] == found[caption] == "deck"
    assert body(HEADLINE, excerpt, caption, *BODY) == STORY


def test_a_paragraph_said_once_is_no_deck() -> None:
    assert labels(HEADLINE, *BODY)[P1] == "body"


def test_short_lines_right_under_the_headline_are_the_body_where_nothing_else_is() -> None:
    verse = [
        "يا وطني العزيز",
        "يا دار أجدادي",
        "فيك العلا والمجد",
        "والحب يا بلادي",
        "دم سالما",
        "للناس أجمعين",
    ]
    assert body("نشيد", *verse) == "\n".join(verse)


def test_a_subheading_inside_the_body_stays_in_it() -> None:
    assert labels(HEADLINE, P1, "ملف المياه", P2, P3)["ملف المياه"] == "body"


# --- datelines ---------------------------------------------------------------------------------------------


def test_an_agency_dateline_is_cut_off_its_sentence() -> None:
    text, read = layout(HEADLINE, "عمان، الأردن (CNN) -- " + P1, P2, P3)
    assert [b.label for b in read.blocks] == ["headline", "dateline", "body"]
    assert read.stories[0].body.of(text) == STORY
    assert read.outlet is not None
    assert read.outlet.id == "cnn"
    assert read.outlet.span is not None
    assert read.outlet.span.of(text) == "CNN"


def test_a_place_before_the_first_sentence_stays_in_the_body() -> None:
    assert body(HEADLINE, "الرياض - واس: " + P1, P2) == "الرياض - واس: " + P1 + "\n" + P2


def test_brackets_inside_a_sentence_are_no_dateline() -> None:
    line = "التقى الوزير ممثلي حلف الشمال (ناتو) - وهو أول لقاء منذ سنوات طويلة - وبحث معهم ملف الحدود."
    assert body(HEADLINE, line, P2) == line + "\n" + P2


def test_a_line_of_an_outlet_and_a_place_is_a_dateline() -> None:
    text, read = layout(HEADLINE, P1, "العالم- سوريا", P2, P3)
    assert [b.label for b in read.blocks] == ["headline", "body", "dateline", "body"]
    assert read.outlet is not None
    assert read.outlet.span is not None
    assert read.outlet.span.of(text) == "العالم"


def test_the_body_runs_over_a_dateline_between_its_paragraphs() -> None:
    assert body(HEADLINE, P1, "العالم- سوريا", P2) == f"{P1}\nالعالم- سوريا\n{P2}"


def test_a_city_that_is_also_a_newspaper_names_no_outlet() -> None:
    _, read = layout(HEADLINE, "الرياض", *BODY)
    assert read.outlet is None


# --- what ends a story -------------------------------------------------------------------------------------

ENDINGS = [
    "المصدر: وكالات",
    "المصدر: الجديد برس",
    "الكلمات الرئيسة: الحدود ، اللجنة المشتركة",
    "الكلمات الدلالية: حدود، محادثات",
    "هاشتاغ: #الحدود",
    "----------------------",
    "* * *",
    "// انتهى //",
    "11:58 ت م",
    "رمز الخبر: ۱۴۰۲۷",
    "desk@example.org",
    "@desk_example",
    "...المزيد",
    "أضف تعليقا",
    "نسخ الرابط",
    "للتواصل مع الكاتب أرسل رسالة نصية",
    "جميع الحقوق محفوظة © 2021",
    "مصدر الصورة: وكالة أنباء",
    "يمكنكم تسلم إشعارات بأهم الموضوعات بعد تحميل أحدث نسخة من تطبيقنا على هاتفكم.",
    "انضموا إلى قناتنا على تلغرام ليصلكم كل جديد",
    "* نقلا عن «صحيفة المدينة»",
    "اقرأ أيضا: البرلمان يناقش ملف الحدود",
    "للمزيد: البرلمان يناقش ملف الحدود",
    "نقلته إلى العربية: سلمى الحداد",
]


@pytest.mark.parametrize("ending", ENDINGS)
def test_furniture_under_the_story_is_not_its_body(ending: str) -> None:
    text, read = layout(HEADLINE, *BODY, ending)
    assert read.stories[0].body.of(text) == STORY
    assert read.blocks[-1].label in ("boilerplate", "related", "byline")
    assert read.blocks[-1].span.of(text) == ending


PROSE = [
    "المصدر الأمني نفى وقوع أي انفجار في المدينة صباح اليوم.",
    "تعليقات الوزير أثارت جدلا واسعا في البرلمان.",
    "شاهد عيان قال إنه رأى دخانا فوق المبنى.",
    "صورة المدينة تغيرت بعد الحرب كثيرا.",
    "وقال النائب إن سياسة الخصوصية الجديدة تضر بالناس.",
    "وطالب النواب الوزير بالرد.",
    "حفظ الله البلاد وأهلها.",
    "وتنشر الوزارة التفاصيل على www.example.org",
]


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_that_opens_like_furniture_is_body(sentence: str) -> None:
    assert body(HEADLINE, *BODY, sentence) == STORY + "\n" + sentence


def test_a_source_note_behind_the_last_sentence_is_cut_off() -> None:
    assert body(HEADLINE, P1, P2 + " المصدر: وكالات") == P1 + "\n" + P2


def test_a_source_note_between_two_parts_of_a_story_does_not_end_it() -> None:
    lead = "عقد الوزيران جلسة محادثات في العاصمة."
    assert body(HEADLINE, lead, "المصدر: وكالات", *BODY).endswith(P3)


# --- other stories -----------------------------------------------------------------------------------------

OTHER = "الأمطار تغرق شوارع المدينة الساحلية وتقطع الطرق"
OTHER_BODY = (
    "غرقت شوارع المدينة الساحلية بعد أمطار غزيرة هطلت طوال الليل وقطعت الطرق المؤدية إلى الميناء.",
    "ودعا الدفاع المدني السكان إلى البقاء في منازلهم حتى انحسار المياه عن الأحياء المنخفضة كلها.",
)


def test_a_list_of_titles_after_the_story_is_related() -> None:
    found = labels(HEADLINE, *BODY, "اقرأ أيضا:", OTHER, "البرلمان يناقش الموازنة العامة")
    assert found["اقرأ أيضا:"] == found[OTHER] == found["البرلمان يناقش الموازنة العامة"] == "related"


def test_a_list_of_titles_inside_the_story_does_not_end_it() -> None:
    text, read = layout(HEADLINE, P1, "اقرأ أيضا:", OTHER, P2, P3)
    assert [b.label for b in read.blocks] == ["headline", "body", "related", "body"]
    assert read.stories[0].body.of(text).endswith(P3)
    assert len(read.stories) == 1


def test_a_whole_story_after_the_source_note_is_a_second_story() -> None:
    text, read = layout(HEADLINE, *BODY, "المصدر: وكالات", "إقرأ أيضا:", OTHER, *OTHER_BODY, "المصدر: وكالات")
    assert [(b.label, b.story) for b in read.blocks] == [
        ("headline", 0), ("body", 0), ("boilerplate", None), ("related", None),
        ("headline", 1), ("body", 1), ("boilerplate", None),
    ]  # fmt: skip
    assert read.stories[1].headline is not None
    assert read.stories[1].headline.of(text) == OTHER
    assert read.stories[1].body.of(text) == "\n".join(OTHER_BODY)


def test_a_whole_story_after_read_also_is_a_second_story() -> None:
    text, read = layout(HEADLINE, *BODY, "إقرأ أيضا:", OTHER, *OTHER_BODY)
    assert len(read.stories) == 2
    assert read.stories[0].body.of(text) == STORY
    assert read.stories[1].body.of(text) == "\n".join(OTHER_BODY)


def test_titles_about_the_same_matter_do_not_begin_a_second_story() -> None:
    title = "وزير الخارجية سالم الحداد: لجنة مشتركة لملف الحدود"
    _, read = layout(HEADLINE, P1, P2, "اقرأ أيضا:", title, P1.replace("كانت بناءة", "مستمرة"), P3)
    assert len(read.stories) == 1


TEASERS = (
    "أعلنت هيئة الأرصاد عن عاصفة رملية تضرب السواحل الجنوبية مساء الخميس وتستمر ثلاثة أيام",
    "فاز المنتخب الوطني للسيدات بلقب البطولة القارية للمرة الأولى في تاريخه بعد مباراة مثيرة",
    "كشفت دراسة جامعية حديثة عن ارتفاع أسعار الإيجارات إلى مستويات غير مسبوقة هذا العام",
    "عثر باحثون على مخطوطة نادرة تعود إلى القرن العاشر في مكتبة قديمة وسط الجبال البعيدة",
)


def test_unconnected_sentences_at_the_end_are_teasers() -> None:
    text, read = layout(HEADLINE, *BODY, *TEASERS)
    assert read.stories[0].body.of(text) == STORY
    assert read.blocks[-1].label == "related"


def test_connected_sentences_at_the_end_are_body() -> None:
    more = tuple("و" + teaser + "." for teaser in TEASERS)
    assert body(HEADLINE, *BODY, *more).endswith(more[-1])


def test_sentences_about_the_same_matter_are_body() -> None:
    more = (
        "بحث الوزير سالم الحداد مع نظيره في العاصمة ملف المناطق الحدودية المشتركة بين البلدين",
        "المحادثات كانت بناءة وصريحة والخطة تنفذ على مراحل في المناطق الحدودية كلها خلال شهر",
        "اللجنة المشتركة ستجتمع خلال شهر واحد لوضع خطة عمل في المناطق الحدودية بين البلدين",
    )
    assert body(HEADLINE, *BODY, *more).endswith(more[-1])


# --- whole pages -------------------------------------------------------------------------------------------

MENU = ("الرئيسية", "أخبار", "اقتصاد", "رياضة", "ثقافة", "من نحن", "بحث")
FOOTER = (
    "شارك",
    "فيسبوك",
    "تويتر",
    "نسخ الرابط",
    "الأكثر قراءة",
    OTHER,
    "جميع الحقوق محفوظة",
    "من نحن",
    "اتصل بنا",
)


def test_a_page_gives_its_story_without_menu_and_footer() -> None:
    text, read = layout(*MENU, HEADLINE, "سلمى الحداد", *BODY, *FOOTER)
    assert read.stories[0].headline is not None
    assert read.stories[0].headline.of(text) == HEADLINE
    assert read.stories[0].body.of(text) == STORY
    assert read.blocks[0].label == "boilerplate"
    assert len(read.stories) == 1


def test_menu_entries_that_no_table_knows_are_no_headline() -> None:
    menu = ("جزيرة النخيل", "ملفات", "سوق المال", "واحة", "المرصد")
    text, read = layout(*menu, HEADLINE, *BODY)
    assert read.stories[0].headline is not None
    assert read.stories[0].headline.of(text) == HEADLINE


def test_a_story_of_one_sentence_is_found_in_its_page() -> None:
    assert body(*MENU, HEADLINE, "قتل ثلاثة أشخاص.", *FOOTER) == "قتل ثلاثة أشخاص."


def test_a_page_of_menus_has_no_story() -> None:
    _, read = layout(*MENU)
    assert read.stories == ()
    assert {b.label for b in read.blocks} == {"boilerplate"}


# --- outlet ------------------------------------------------------------------------------------------------


def test_metadata_names_the_outlet_before_the_text_does() -> None:
    _, read = layout(HEADLINE, *BODY, "المصدر: الجديد برس", outlet="CNN")
    assert read.outlet is not None
    assert (read.outlet.id, read.outlet.span) == ("cnn", None)


def test_an_unknown_outlet_of_the_metadata_keeps_its_name() -> None:
    _, read = layout(HEADLINE, *BODY, outlet="Valley Daily News")
    assert read.outlet is not None
    assert (read.outlet.id, read.outlet.name, read.outlet.country) == (
        "valley-daily-news",
        "Valley Daily News",
        None,
    )


def test_the_address_of_the_page_names_the_outlet() -> None:
    _, read = layout(HEADLINE, *BODY, url="https://www.almayadeen.net/news/1")
    assert read.outlet is not None
    assert read.outlet.id == "almayadeen"


def test_the_source_note_names_the_outlet() -> None:
    text, read = layout(HEADLINE, *BODY, "المصدر: «رويترز»")
    assert read.outlet is not None
    assert read.outlet.span is not None
    assert read.outlet.span.of(text) == "رويترز"


def test_a_source_that_also_has_its_own_line_is_an_outlet_though_no_table_knows_it() -> None:
    text, read = layout(HEADLINE, "وادي برس:", *BODY, "المصدر: وادي برس")
    assert read.outlet is not None
    assert (read.outlet.name, read.outlet.country) == ("وادي برس", None)
    assert read.stories[0].body.of(text) == STORY


def test_an_outlet_in_a_sentence_is_not_the_publisher() -> None:
    _, read = layout(HEADLINE, *BODY, "وقال الحداد لقناة الميادين إن الملف أغلق تماما.")
    assert read.outlet is None


# --- publication date --------------------------------------------------------------------------------------

DATE_LINES = [
    ("الثلاثاء ٠٢ أكتوبر ٢٠١٨ - ٠٧:٤٦ بتوقيت غرينتش", "2018-10-02"),
    ("تاريخ النشر: 7th, October 2023 GMT", "2023-10-07"),
    ("تأريخ النشر: ۱۹ دی ۱۳۹۵ - ۱۸:۵۶", "2017-01-08"),
    ("الجزائر 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس", "2015-08-11"),
    ("نشر في 5 تموز/ يوليو 2021", "2021-07-05"),
    ("بيروت - 5 تموز 2021 - رويترز", "2021-07-05"),
]


@pytest.mark.parametrize(("line", "day"), DATE_LINES)
def test_a_date_line_under_the_headline_is_the_publication_date(line: str, day: str) -> None:
    text, read = layout(HEADLINE, line, *BODY, crawled="2020-01-01T00:00:00")
    assert read.published is not None
    assert read.published.value[:10] == day
    assert read.anchor is not None
    assert (read.anchor.value, read.anchor.source) == (day, "text")
    assert read.stories[0].body.of(text) == STORY


@pytest.mark.parametrize("line", ["تاريخ النشر: 5 تموز 2021", "نشر في 5 تموز 2021"])
def test_a_labelled_date_under_the_story_counts(line: str) -> None:
    _, read = layout(HEADLINE, *BODY, line)
    assert read.published is not None
    assert read.published.value[:10] == "2021-07-05"


def test_published_goes_before_updated() -> None:
    _, read = layout(HEADLINE, "آخر تحديث: 9 تموز 2021", "تاريخ النشر: 5 تموز 2021", *BODY)
    assert read.published is not None
    assert read.published.value[:10] == "2021-07-05"


def test_the_day_at_the_top_of_a_page_gives_way_to_the_one_under_the_headline() -> None:
    _, read = layout("السبت 1 يناير 2022", *MENU, HEADLINE, "5 تموز 2021", *BODY)
    assert read.published is not None
    assert read.published.value[:10] == "2021-07-05"


@pytest.mark.parametrize(
    "sentence",
    [
        "ووقع البلدان الاتفاق في 5 تموز 2021 في العاصمة.",
        "5 تموز 2021 كان يوما مشهودا في تاريخ البلدين كما قال الوزير.",
        "1914 - اندلاع الحرب العالمية الأولى.",
    ],
)
def test_a_date_in_the_body_is_not_the_publication_date(sentence: str) -> None:
    _, read = layout(HEADLINE, P1, sentence, P2)
    assert read.published is None
    assert read.anchor is None


def test_a_date_in_the_headline_is_not_the_publication_date() -> None:
    _, read = layout("أسعار العملات 5 تموز 2021", *BODY)
    assert read.published is None


def test_without_a_printed_date_the_metadata_is_the_anchor() -> None:
    _, read = layout(HEADLINE, *BODY, crawled="Mon, 19 Feb 2018 00:16:11 +0400")
    assert read.published is None
    assert read.anchor is not None
    assert (read.anchor.value, read.anchor.source) == ("2018-02-19", "metadata")


def test_an_impossible_date_is_refused_with_a_reason() -> None:
    text, read = layout(HEADLINE, "تاريخ النشر: 31 فبراير 2021", *BODY)
    assert read.published is None
    assert len(read.refused) == 1
    span, reason = read.refused[0]
    assert "31" in span.of(text)
    assert reason


def test_a_bare_date_between_paragraphs_heads_a_part_of_the_story() -> None:
    _, read = layout(HEADLINE, P1, "5 تموز 1990", P2, P3)
    assert read.published is None


# --- properties --------------------------------------------------------------------------------------------

_LINES = st.sampled_from(
    [
        HEADLINE,
        *BODY,
        *ENDINGS,
        *PROSE,
        *TEASERS,
        *MENU,
        *FOOTER,
        OTHER,
        *OTHER_BODY,
        "",
        "  ",
        "\u200f",
        "«" * 40,
    ]
)


def _holds(text: str) -> None:
    read = read_layout(Document(id="d", text=text), View(text))
    at = 0
    for block in read.blocks:
        assert block.span.start == at < block.span.end
        at = block.span.end
    assert at == len(text)
    for number, story in enumerate(read.stories):
        assert 0 <= story.body.start < story.body.end <= len(text)
        spans = [b.span for b in read.blocks if b.label == "body" and b.story == number]
        assert spans
        assert spans[0].start <= story.body.start < spans[0].end
        assert spans[-1].start < story.body.end <= spans[-1].end
    assert all(b.story is None or b.story < len(read.stories) for b in read.blocks)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_blocks_tile_any_text(text: str) -> None:
    _holds(text)


@given(st.lists(_LINES, max_size=25), st.sampled_from(["\n", "\r\n", "\n\n", " \n\t", "\u2028"]))
@settings(max_examples=200, deadline=None)
def test_blocks_tile_any_mixture_of_lines(lines: list[str], between: str) -> None:
    _holds(between.join(lines))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "«»" * 5000,
        "«" * 10000,
        "\u0640" * 50,
        "\ufdfa" * 20,
        "الوزير\u2029" * 20,
        "1\n2\n3",
        "\u200b\nقال.",
    ],
)
def test_odd_texts_are_tiled(text: str) -> None:
    _holds(text)


@pytest.mark.parametrize(
    "unit",
    [
        f"{HEADLINE}\n{P1}\nالمصدر: وكالات\n",
        "اقرأ أيضا:\n" + OTHER + "\n" + OTHER_BODY[0] + "\n",
        "أخبار\n",
        "5 تموز 2021\n",
        P1 + " ",
        "(" * 50 + "\n",
        P1 + "\n",
    ],
)
def test_a_megabyte_takes_linear_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    view = View(text)
    start = time.process_time()
    read_layout(Document(id="d", text=text), view)
    assert time.process_time() - start < 4.0  # a machine under load; a quadratic step would take minutes
