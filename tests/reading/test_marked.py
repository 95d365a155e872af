"""Talk in XML: what is said, by whom, when and in which column; where it stands in the file; files that mean harm."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Text
from quotecheck.model.errors import ReadingError
from quotecheck.reading import Known, read_bytes, read_file, read_sources
from quotecheck.reading.formats import format_of
from tests.reading.captions import said_by

FIXTURES = Path(__file__).parents[2] / "fixtures"
REAL = [
    "subtitles/agents.ttml",
    "transcripts/akoma-ntoso.xml",
    "transcripts/parlamint.xml",
    "transcripts/parlparse.xml",
]

TTM = 'xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="urn:p"'
AGENTS = '<ttm:agent xml:id="a"><ttm:name type="full">Ada Brook</ttm:name></ttm:agent><ttm:agent xml:id="b"/>'


def read(file: str, name: str = "talk.xml", known: Known | None = None) -> Text:
    return read_bytes(file.encode(), name, known=known)


def ttml(body: str, given: str = "") -> str:
    return f"<tt {TTM} {given}><head><metadata>{AGENTS}</metadata></head><body>{body}</body></tt>"


def akoma(body: str) -> str:
    people = '<TLCPerson eId="brook" showAs="Ada Brook"/><TLCPerson eId="cole" showAs="Ben Cole"/>'
    return (
        f"<akomaNtoso><debate><meta><references>{people}</references></meta><debateBody>{body}</debateBody></debate>"
        "</akomaNtoso>"
    )


def tei(body: str, head: str = "") -> str:
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{head}</teiHeader>'
        f"<text><body><div>{body}</div></body></text></TEI>"
    )


def parlparse(body: str) -> str:
    return f"<publicwhip>{body}</publicwhip>"


PEOPLE = (
    "<listPerson><person xml:id='p1'><persName><forename>Ada</forename><surname>Brook</surname></persName>"
    "<sex>F</sex></person></listPerson>"
)

SPEAKERS = {
    # TTML
    "agents": (
        ttml('<p begin="1s" ttm:agent="a">We will<br/>not sell.</p><p begin="2s" ttm:agent="b">Why?</p>'),
        "Ada Brook: We will not sell. | b: Why?",
    ),
    "an agent of a whole division": (
        ttml('<div ttm:agent="a"><p begin="1s">We sell.</p><p begin="2s">Now.</p></div>'),
        "Ada Brook: We sell. Now.",
    ),
    "agents of spans": (
        ttml('<p begin="1s"><span ttm:agent="a">We sell.</span> <span ttm:agent="b">Why?</span></p>'),
        "Ada Brook: We sell. | b: Why?",
    ),
    "two dashes, two people": (
        ttml('<p begin="1s" ttm:agent="a">We sell.</p><p begin="2s">- Why?<br/>- Ask me.</p>'),
        "Ada Brook: We sell. | ?: Why? | ?: Ask me.",
    ),
    "names in the words": (
        ttml('<p begin="1s">Ada: We sell.</p><p begin="2s">Ben: Why?</p><p begin="3s">Ada: Now.</p>'),
        "Ada: We sell. | Ben: Why? | Ada: Now.",
    ),
    "translations and notes of sounds are not said": (
        ttml(
            '<p begin="1s" ttm:agent="a">We sell. <span ttm:role="x-translation">Wir verkaufen.</span></p>'
            '<p begin="2s" ttm:role="sound">[a door]</p><p begin="3s" ttm:agent="b">Why?</p>'
        ),
        "Ada Brook: We sell. | b: Why?",
    ),
    # Akoma Ntoso
    "by and from": (
        akoma(
            '<speech by="#brook"><from>Ms Brook:</from><p>We sell.</p><p>Now.</p></speech>'
            '<question by="#cole"><from>Mr Cole</from><p>Why?</p></question>'
        ),
        "Ada Brook: We sell.\n\nNow. | Ben Cole: Why?",
    ),
    "a person whom the head lacks goes by the label": (
        akoma(
            '<speech by="#lind"><from>Deputy Eva Lind</from><p>Why?</p></speech>'
            '<speech by="#MaraDuffy"><p>We sell.</p></speech>'
        ),
        "Deputy Eva Lind: Why? | Mara Duffy: We sell.",
    ),
    "scenes, headings and remarks are not said": (
        akoma(
            '<heading>The yard</heading><speech by="#brook"><p>We sell. <remark>(Laughter)</remark> Now.</p></speech>'
            '<scene>Applause</scene><speech by="#cole"><p>Why?</p></speech>'
        ),
        "Ada Brook: We sell. Now. | Ben Cole: Why?",
    ),
    "the record's own words are nobody's": (
        akoma(
            '<speech by="#brook"><p>We sell.</p></speech><summary>Question put and agreed to.</summary>'
            '<speech by="#cole"><p>Why?</p></speech>'
        ),
        "Ada Brook: We sell. | ?: Question put and agreed to. | Ben Cole: Why?",
    ),
    # TEI
    "ids as names": (
        tei('<u who="#AdaBrook"><seg>We sell</seg> <seg>Now.</seg></u><u who="#BenCole"><seg>Why?</seg></u>'),
        "Ada Brook: We sell Now. | Ben Cole: Why?",
    ),
    "people of the head": (
        tei('<u who="#p1"><seg>We sell.</seg></u><u who="file.xml#p2"><seg>Why?</seg></u>', PEOPLE),
        "Ada Brook: We sell. | p2: Why?",
    ),
    "notes and cries are not said": (
        tei(
            '<u who="#AdaBrook"><seg>We sell.<note>T</note></seg><vocal><desc>Shame!</desc></vocal><seg>Now.</seg></u>'
            '<note>Applause.</note><u who="#BenCole"><seg>Why?<gap/></seg></u>'
        ),
        "Ada Brook: We sell.\n\nNow. | Ben Cole: Why?",
    ),
    "words one by one": (
        tei(
            '<u who="#AdaBrook"><seg><s><w>We</w> <w join="right">do<w norm="do"/></w><w>n\'t</w>\n'
            '<w join="right">sell</w><pc>.</pc></s></seg></u><u who="#BenCole"><seg><s><w join="right">Why</w>'
            "<pc>?</pc></s></seg></u>"
        ),
        "Ada Brook: We don't sell. | Ben Cole: Why?",
    ),
    "a play": (
        tei(
            '<sp who="#ada"><speaker>ADA.</speaker><l>We sell</l><l>at dawn.</l></sp><stage>He laughs.</stage>'
            '<sp who="#ben"><speaker>BEN.</speaker><p>Why?</p></sp>'
        ),
        "ADA: We sell at dawn. | BEN: Why?",
    ),
    # parlparse
    "speakername": (
        parlparse(
            '<major-heading>Yard</major-heading><speech speakername="Ada Brook"><p>We sell.</p><p>Now.</p></speech>'
            '<speech nospeaker="true"><p>The House divided.</p></speech>'
            '<speech speakername="Ben Cole"><p>Why?</p></speech>'
        ),
        "Ada Brook: We sell.\n\nNow. | ?: The House divided. | Ben Cole: Why?",
    ),
    "Australia's": (
        '<debates><speech speakername="Ada Brook" talktype="speech"><p>We sell.</p></speech>'
        '<speech speakername="Ben Cole" talktype="interjection"><p>Why?</p></speech></debates>',
        "Ada Brook: We sell. | Ben Cole: Why?",
    ),
}


@pytest.mark.parametrize("case", SPEAKERS, ids=str)
def test_who_speaks(case: str) -> None:
    """As the room ``speech`` finds it in the content; a question mark is somebody whom the file does not name."""
    file, turns = SPEAKERS[case]
    text = read(file)
    assert text.spoken
    if text.speaker:
        assert f"{text.speaker}: " + text.content.partition("]: ")[2] == turns
    else:
        assert " | ".join(said_by(text)) == turns


def test_labels_of_the_user_stand_before_those_of_the_file() -> None:
    """ParlaMint's ids may be a last name first: the manifest says who that is."""
    file = tei('<u who="#BrookAda"><seg>We sell.</seg></u><u who="#BenCole"><seg>Why?</seg></u>')
    text = read(file, known=Known(labels=(("BrookAda", "Ada Brook"),)))
    assert said_by(text) == ["Ada Brook: We sell.", "Ben Cole: Why?"]


TIMES = {
    "a clock": ("", "01:00:12.500", 3612.5),
    "a clock with frames": ('ttp:frameRate="25"', "00:00:12:05", 12.2),
    "thirty frames unless said otherwise": ("", "00:00:12:15", 12.5),
    "frames of television": ('ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"', "300f", 10.01),
    "ticks": ('ttp:tickRate="10000000"', "125000000t", 12.5),
    "ticks of a frame": ('ttp:frameRate="25"', "50t", 2.0),
    "seconds": ("", "12.5s", 12.5),
    "milliseconds": ("", "12500ms", 12.5),
    "minutes and hours": ("", "0.5h", 1800.0),
    "a short clock": ("", "00:12.5", 12.5),
    "no time": ("", "soon", None),
    "more than a life": ("", "999999999h", None),
}


@pytest.mark.parametrize("case", TIMES, ids=str)
def test_times_of_ttml(case: str) -> None:
    """A time expression, and the second it is."""
    given_, begin, seconds = TIMES[case]
    text = read(ttml(f'<p begin="{begin}">We sell.</p>', given_))
    assert text.place(0).time == seconds


NESTED = {
    "count from what holds them": ('<div begin="10s"><p begin="2s" end="4s">We sell.</p></div>', 12.0),
    "of the span alone": ('<p><span begin="3s">We sell.</span></p>', 3.0),
    "of the whole recording": (
        '<div begin="10s" end="15s"><p begin="12s" end="14s">We sell.</p></div>',
        12.0,
    ),
}


@pytest.mark.parametrize("case", NESTED, ids=str)
def test_times_inside_times(case: str) -> None:
    """As the specification has it, and as a music shop writes it."""
    body, seconds = NESTED[case]
    assert read(ttml(body)).place(0).time == seconds


def test_columns_and_the_time_of_day() -> None:
    """Hansard is cited by its columns; a column may turn inside of a speech."""
    text = read(
        parlparse(
            '<speech id="uk.org.publicwhip/debate/2026-03-04b.117.0" speakername="Ada Brook" colnum="117"'
            ' time="12:00:05">'
            '<p pid="b117.0/1">We sell.</p><p pid="b118.0/2">Now.</p></speech>'
            '<speech speakername="Ben Cole" colnum="119WH"><p>Why?</p></speech>'
        )
    )
    assert [text.place(text.content.index(word)).page for word in ("sell", "Now", "Why")] == [117, 118, 119]
    assert text.place(text.content.index("Now")).time == 12 * 3600 + 5
    assert text.date == "2026-03-04"


def test_what_files_say_of_themselves() -> None:
    """Title, date, language."""
    for name, known in {
        "subtitles/agents.ttml": ("Harbour hearing", None, "en"),
        "transcripts/akoma-ntoso.xml": ("Harbour hearing", "2026-03-04", None),
        "transcripts/parlamint.xml": ("Harbour hearing", "2026-03-04", "en"),
        "transcripts/parlparse.xml": ("The yard", "2026-03-04", None),
    }.items():
        text = read_file(FIXTURES / name)
        assert (text.title, text.date, text.language) == known


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_every_span_goes_back_to_its_words(name: str, encoding: str) -> None:
    """Runs of one length are the very words; the others stand for a reference, white space, or a label."""
    file = (FIXTURES / name).read_text(encoding="utf-8")
    text = read_bytes(file.encode(encoding), name)
    assert text.origin.runs
    for run in text.origin.runs:
        content, raw = text.words(run.content), run.file.of(file)
        if len(content) == len(raw):
            assert content == raw or (content, raw) in {(" ", "\n"), (" ", "\t")}
        else:
            assert raw.startswith("&") or not raw.strip() or "Brook" in raw or "Cole" in raw or "Lindqvist" in raw
    assert "“answered”" in text.content and "basin & nothing" in text.content and "It’s" in text.content


WORDS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2FFFF, exclude_categories=["Cs", "Cn"]), min_size=1)


@given(st.lists(WORDS.filter(str.strip), min_size=1, max_size=5), st.sampled_from(["\n", "\r\n", "&#10;", " "]))
def test_any_words_come_back(said: list[str], between: str) -> None:
    """Escaped, read, and found again at their places."""
    escaped = [one.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for one in said]
    file = parlparse(f'<speech speakername="Ada Brook"><p>{between.join(escaped)}</p></speech>')
    try:
        text = read(file)
    except ReadingError as error:
        assert error.code in {"no-text", "bad-xml"}
        return
    found = text.content.partition("]: ")[2]
    assert "".join(found.split()) == "".join("".join(said).split())
    for run in text.origin.runs or ():
        content, raw = text.words(run.content), run.file.of(file)
        assert content == raw or raw.startswith("&") or not raw.strip()


FORMATS = {
    "TTML": ttml("<p>a</p>"),
    "with a prefix": '<?xml version="1.0"?>\n<!-- made by hand -->\n<tt:tt xmlns:tt="x"/>',
    "behind a document type": '<!DOCTYPE publicwhip [ <!ENTITY nd "&#8211;"> ]>\n<publicwhip/>',
    "Akoma Ntoso": akoma(""),
    "TEI": tei(""),
}
OTHERS = {
    "a feed": '<?xml version="1.0"?><rss><channel/></rss>',
    "a page": '<?xml version="1.0"?><html><body><tt>We sell.</tt></body></html>',
    "words": "tt <tt> words",
    "a table": "<table><tr><td>1</td></tr></table>",
}


@pytest.mark.parametrize("case", [*FORMATS, *OTHERS], ids=str)
def test_which_files_are_talk(case: str) -> None:
    """By the root, whatever the name is."""
    file = FORMATS.get(case) or OTHERS[case]
    assert ("debate or subtitles in XML" in format_of(file.encode(), "a.xml").name) is (case in FORMATS)


def test_talk_in_a_directory_is_read(tmp_path: Path) -> None:
    """Other XML is data, and passed over."""
    (tmp_path / "talk.xml").write_text(parlparse('<speech speakername="Ada Brook"><p>We sell.</p></speech>'))
    (tmp_path / "feed.xml").write_text(OTHERS["a feed"])
    texts, problems = read_sources([tmp_path])
    assert [text.content for text in texts] == ["[Ada Brook]: We sell."]
    assert [problem.code for problem in problems] == ["passed-over"]


BAD = {
    "cut off": ('<publicwhip>\n<speech speakername="Ada Brook"><p>We', "no whole XML", "bad-xml", 2),
    "cut off in a tag": ('<publicwhip>\n<speech speakername="Ada', "no whole XML", "bad-xml", 2),
    "tags that cross": ("<publicwhip><speech><p></speech></p></publicwhip>", "mismatched tag", "bad-xml", 1),
    "an entity that nobody declared": (
        "<publicwhip><speech><p>&wat;</p></speech></publicwhip>",
        "entity",
        "bad-xml",
        1,
    ),
    "nobody speaks": ("<publicwhip><p>We sell.</p></publicwhip>", "nobody says anything", "no-text", None),
    "a bomb": (
        '<!DOCTYPE tt [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><tt><body><p>&b;</p></body></tt>',
        "an entity that would grow (b)",
        "unsafe",
        1,
    ),
    "a long entity": (
        f'<!DOCTYPE tt [<!ENTITY a "{"lol" * 99}">]><tt><body><p>&a;</p></body></tt>',
        "an entity that would grow",
        "unsafe",
        1,
    ),
    "somebody else's file": (
        '<!DOCTYPE tt [<!ENTITY a SYSTEM "file:///etc/passwd">]><tt><body><p>&a;</p></body></tt>',
        "an entity that stands elsewhere",
        "unsafe",
        1,
    ),
    "a parameter": (
        "<!DOCTYPE tt [<!ENTITY % a \"<!ENTITY b 'c'>\"> %a;]><tt><body><p>x</p></body></tt>",
        "an entity that stands elsewhere",
        "unsafe",
        1,
    ),
    "deep": ("<tt>" + "<div>" * 100_000, "nested deeper", "bad-xml", 1),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad_files(case: str) -> None:
    """What is wrong, and on which line."""
    file, message, code, line = BAD[case]
    with pytest.raises(ReadingError) as caught:
        read(file)
    assert message in caught.value.message
    assert (caught.value.code, caught.value.line) == (code, line)


HOSTILE = {
    "attributes": "<tt><body><p " + " ".join(f'a{n}="x"' for n in range(50_000)) + ">a</p></body></tt>",
    "a long name": "<tt " + "a" * 1_000_000 + '="x"/>',
    "references": "<tt><body><p>" + "&amp;" * 40_000 + "</p></body></tt>",
    "paragraphs": "<tt><body>" + "<p>a</p>" * 15_000 + "</body></tt>",
    "line ends": parlparse("<speech speakername='A B'><p>a" + "\n \n" * 60_000 + "b</p></speech>"),
    "a comment before the root": "<!--" + "-" * 200_000 + "--><tt/>",
    "a long id": tei(f'<u who="#{"Ab" * 100_000}"><seg>a</seg></u>'),
    "accents": parlparse("<speech speakername='A B'>" + "<p>é&#233;</p>" * 10_000 + "</speech>"),
    "long numbers": ttml(f'<p begin="{"9" * 100_000}s" end="{"1:" * 50_000}">a</p>', f'ttp:frameRate="{"9" * 10_000}"'),
}


@pytest.mark.parametrize("case", HOSTILE, ids=str)
def test_hostile_files_end_in_time(case: str) -> None:
    """Read or refused, in a second or so."""
    begun = time.process_time()
    try:
        read(HOSTILE[case])
    except ReadingError as error:
        assert error.code in {"bad-xml", "no-text", "unsafe"}
    assert time.process_time() - begun < 8
