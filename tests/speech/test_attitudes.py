"""What somebody wants, judges or is thought to do, by kind of cue; and near neighbours that say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import CueKind, Kind, Text
from quotecheck.speech.statements import extract


def told(content: str) -> list[tuple[str | None, str | None, str]]:
    """Kind of cue, speaker and words of what a text says without marks."""
    found = extract(Text(content=content, id="a.txt", language="en"))
    return [
        (one.cue_kind.value if one.cue_kind else None, one.speaker, one.text)
        for one in found
        if one.kind is not Kind.DIRECT
    ]


FOUND = {
    "object": ("Ruiz praised the new bridge.", ("stance", "Ruiz", "the new bridge")),
    "object up to the next deed": ("Ruiz praised the plan and left the hall.", ("stance", "Ruiz", "the plan")),
    "a list is one object": (
        "Ruiz praised the plan, the bridge and the harbour.",
        ("stance", "Ruiz", "the plan, the bridge and the harbour"),
    ),
    "name, then a time": ("The union endorsed Ruiz in May.", ("stance", "The union", "Ruiz")),
    "day between subject and verb": ("Dana Ruiz on Friday endorsed the plan.", ("stance", "Dana Ruiz", "the plan")),
    "infinitive": ("Ruiz vowed to close the bridge.", ("stance", "Ruiz", "to close the bridge")),
    "infinitive denied": ("Ruiz refused to comment.", ("stance", "Ruiz", "to comment")),
    "preposition": ("Ruiz called for a new bridge.", ("stance", "Ruiz", "a new bridge")),
    "after the hearer": ("Ruiz reminded voters that the bridge was old.", ("speech", "Ruiz", "the bridge was old")),
    "as": ("Ruiz sees the plan as a risk.", ("stance", "Ruiz", "the plan as a risk")),
    "state": ("Ruiz is confident that the bridge will hold.", ("thought", "Ruiz", "the bridge will hold")),
    "state with to": ("Ruiz seemed eager to sign the plan.", ("stance", "Ruiz", "to sign the plan")),
    "noun with owner": ("The paper printed Ruiz's claim that the bridge was safe.",
                        ("speech", "Ruiz", "the bridge was safe")),
    "before the main clause": ("After praising the plan, Ruiz left.", ("stance", "Ruiz", "the plan")),
    "looks so": ("The bridge seems ready for traffic.", ("hearsay", None, "The bridge ready for traffic")),
    "held": ("Ruiz is expected to win.", ("hearsay", None, "Ruiz to win")),
    "hearsay": ("The firm reportedly sold the bridge.", ("hearsay", None, "The firm sold the bridge")),
    "asked": ("Asked whether the bridge was safe, Ruiz nodded.", ("stance", None, "whether the bridge was safe")),
    "thought": ("Ruiz believes the bridge is safe.", ("thought", "Ruiz", "the bridge is safe")),
    "speech": ("Ruiz said the bridge is safe.", ("speech", "Ruiz", "the bridge is safe")),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), FOUND.values(), ids=FOUND)
def test_what_is_found(content: str, expected: tuple[str | None, str | None, str]) -> None:
    assert expected in told(content)


NOTHING = {
    "a noun": "The attack on the bridge failed.",
    "an owner without a clause": "His claim was old.",
    "what somebody would do": "Nobody had the time to praise the plan.",
    "passive": "The plan was praised by nobody.",
    "adjective": "The proposed bridge is long.",
    "time, no object": "The union voted last week.",
    "state of a thing": "The bridge is critical.",
    "seem as the last word": "It is not what it seems.",
}


@pytest.mark.parametrize("content", NOTHING.values(), ids=NOTHING)
def test_what_says_nothing(content: str) -> None:
    assert told(content) == []


ENDS = {
    "relative clause": ("Ruiz said the bridge is old, which surprised the mayor.", "the bridge is old"),
    "relative clause inside": (
        "Ruiz said the bridge, which is old, will close.", "the bridge, which is old, will close"),
    "but": ("Ruiz said the bridge is old, but the mayor disagreed.", "the bridge is old"),
    "another cue": ("Ruiz said the bridge is old and said it will close.", "the bridge is old"),
    "participle of saying": ("Ruiz said the bridge is old, calling it a danger.", "the bridge is old"),
    "a list goes on": ("Ruiz said steel, stone and timber are dear.", "steel, stone and timber are dear"),
    "dash": ("Ruiz said the bridge is old - the mayor built it himself.", "the bridge is old"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), ENDS.values(), ids=ENDS)
def test_where_reported_words_end(content: str, expected: str) -> None:
    assert ("speech", "Ruiz", expected) in told(content)


MIDST = {
    "no verb before": ("The old bridge, Ruiz said, would close in May.", ["The old bridge", "would close in May"]),
    "a clause before": ("The bridge would close in May, Ruiz said, and the mayor agreed.", None),
    "the source in the midst": (
        "The old bridge, according to Ruiz, would close in May.", ["The old bridge", "would close in May"]),
    "relative": ("The bridge, which Ruiz said would close in May, is old.", ["which", "would close in May"]),
}  # fmt: skip


@pytest.mark.parametrize(("content", "parts"), MIDST.values(), ids=MIDST)
def test_a_cue_in_the_midst(content: str, parts: list[str] | None) -> None:
    found = [one for one in extract(Text(content=content, id="a.txt", language="en")) if one.speaker == "Ruiz"]
    assert len(found) == 1
    if parts is not None:
        assert [part.of(content) for part in found[0].parts] == parts


HEADS = {
    "a name that comes again": ("Ruiz: Bridge stays shut\n\nDana Ruiz spoke on Friday.", True),
    "a poll": ("Poll: Bridge is not loved\n\nFew like it.", True),
    "any word": ("Watch: Bridge opens again\n\nThe mayor spoke.", False),
    "written as titles are": ("Dana Ruiz Says Bridge Is Safe\n\nThe mayor spoke.", True),
}


@pytest.mark.parametrize(("content", "says"), HEADS.values(), ids=HEADS)
def test_headlines(content: str, says: bool) -> None:
    assert bool(told(content.split("\n")[0] + "\n\n" + content.split("\n\n")[1])) is says


PIECES = (
    "Ruiz said wants to is expected , . “no” that seems reportedly asked the plan which and claim his about ordered 5 "
    "% : \n\n"
)


@given(st.lists(st.sampled_from(PIECES.split(" ")), max_size=40).map(" ".join))
def test_parts_stand_in_the_text_in_order(content: str) -> None:
    for one in extract(Text(content=content, id="a.txt", language="en")):
        ends = [(part.start, part.end) for part in one.parts]
        assert all(0 <= start < end <= len(content) for start, end in ends)
        assert one.text == " ".join(part.of(content) for part in one.parts) or one.kind is Kind.DIRECT
        assert (one.cue_kind is None) == (one.kind is Kind.DIRECT)
        assert one.cue_kind is not CueKind.HEARSAY or one.speaker is None
