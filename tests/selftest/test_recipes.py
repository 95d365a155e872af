"""What each recipe makes of a sentence, and the near sentences of which it makes nothing."""

from __future__ import annotations

import unicodedata

import pytest

from quotecheck.model import Verdict
from quotecheck.model.errors import UsageError
from quotecheck.selftest.edits import negations
from quotecheck.selftest.recipes import FALSEHOODS, HARMLESS, RECIPES, recipes_named
from quotecheck.text.tokens import tokenize
from tests.selftest.grounds import NEWS, SEED, TALK, all_made, ground_of, made_of

MAKES = (
    # kind, the source, one statement that has to be among those made of it
    ("marks", "It’s the harbour’s fault that boats sink.", "It's the harbour's fault that boats sink."),
    ("marks", "It's a long road to the harbour.", "It’s a long road to the harbour."),
    ("dashes", "We came – all of us – by boat.", "We came — all of us — by boat."),
    ("dashes", "The years 1914–1918 were hard.", "The years 1914-1918 were hard."),
    ("crossed", "The council will wait. The mayor was angry about the bridge.",
     "The council … was angry about the bridge."),
    ("crossed-clauses", "The council will wait, but the mayor was angry about the bridge.",
     "The council … was angry about the bridge."),
    ("ligatures", "The office found five flags.", "The oﬃce found ﬁve ﬂags."),
    ("decomposed", "The café opens at noon today.", unicodedata.normalize("NFD", "The café opens at noon today.")),
    ("capitals", "The boats leave at noon.", "THE BOATS LEAVE AT NOON."),
    ("bracket", "The boats leave at noon.", "[t]he boats leave at noon."),
    ("stop", "The boats leave at noon.", "The boats leave at noon"),
    ("ellipsis", "We carried stones and timber from the quarry, down the hill, past a mill.",
     "We carried stones and timber …, down the hill, past a mill."),
    ("figure", "The yard built two boats.", "The yard built nine boats."),
    ("figure", "It cost 10.5 million crowns then.", "It cost 105 million crowns then."),
    ("figure", "The yard opened in 1904, they say.", "The yard opened in 1906, they say."),
    ("negation-in", "The council will rebuild the bridge.", "The council won't rebuild the bridge."),
    ("negation-in", "The boats are leaving the harbour.", "The boats are not leaving the harbour."),
    ("negation-out", "The council will not rebuild the bridge.", "The council will rebuild the bridge."),
    ("negation-out", "We don't seek another ferry.", "We seek another ferry."),
    ("negation-out", "We never sold the old boats.", "We sold the old boats."),
    ("negation-out", "There is no bridge at Aldmere.", "There is bridge at Aldmere."),
    ("hidden-negation", "The council will not rebuild the bridge.", "The council will … rebuild the bridge."),
    ("bracketed-not", "The council will rebuild the bridge.", "The council will [not] rebuild the bridge."),
    ("opposite", "Prices rose in the harbour.", "Prices fell in the harbour."),
    ("degree", "The council may rebuild the bridge.", "The council will rebuild the bridge."),
    ("degree", "Some of the boats leave today.", "All of the boats leave today."),
    ("bracketed-figure", "The yard opened in 1904, they say.", "The yard opened in [1906], they say."),
    ("hidden-condition", "We will, if the money comes, rebuild the bridge.", "We will … rebuild the bridge."),
    ("agreement", "The boats were late today.", "The boats was late today."),
    ("cut-short", "We will rebuild the bridge if the money comes.", "We will rebuild the bridge"),
    ("person", "We will rebuild the bridge.", "They will rebuild the bridge."),
    ("period", "The boats leave every week.", "The boats leave every month."),
    ("period", "They promised it yesterday at noon.", "They promised it tomorrow at noon."),
    ("only-out", "The ferry runs only in summer.", "The ferry runs in summer."),
    ("asserted", "Will the council rebuild the bridge?", "Will the council rebuild the bridge."),
    ("ungoverned", "I do not think that the council will wait.", "the council will wait."),
    ("unhedged", "I think the council will wait.", "the council will wait."),
    ("nearly-out", "Nearly all the boats left at noon.", "all the boats left at noon."),
    ("ending", "We are rebuilding the bridge.", "We are rebuild[ing] the bridge."),
    ("mark", "The ferry came late, and the boats left.", "The ferry came late and the boats left."),
    ("mark", "The ferry came late; the boats left.", "The ferry came late, the boats left."),
    ("spelling", "The harbour is small.", "The harbor is small."),
    ("spelling", "We leave to-morrow at noon.", "We leave tomorrow at noon."),
    ("rendering", "We built three boats here.", "We built 3 boats here."),
    ("declared", "The boats leave the harbour.", "The boats leave the harbour."),
    ("emphasis", "The boats leave the harbour.", "The boats leave the harbour."),
    ("typo", "We rebuilt the government house.", "We rebuilt the government house."),
    ("split-word", "We rebuilt the government house.", "We rebuilt the government house."),
    ("older-state", "It rained here in spring. The boats left at noon.", "The boats left at noon."),
    ("incomplete", "The boats leave the harbour.", "The boats leave the harbour."),
    ("cited", "The boats leave the harbour.", "The boats leave the harbour."),
    ("unclosed", "The boats leave the harbour.", "The boats leave the harbour."),
    ("common", "The boats leave on it today because it is late.".replace(" because", ", and"), "it is"),
    ("reported", "The council bought boats from a northern yard.", "The council bought boats from a northern yard."),
    ("wrong-source", "The council bought boats from the northern yard.",
     "The council bought boats from the northern yard."),
    ("sic", "The boats were late today.", "The boats was [sic] late today."),
    ("headline", "We carried stones and timber from the quarry, down the hill, past a mill.",
     "We carried stones and timber, down the hill, past a mill."),
    ("article", "They built the ferry here.", "They built a ferry here."),
    ("asked", "The boats left at noon.", "The boats left at noon?"),
    ("lookalike", "The boats left at noon.", "The bo\u0430ts left at noon."),
    ("nation", "The French boats left at noon.", "The German boats left at noon."),
    ("unit", "It is five miles to the harbour.", "It is five yards to the harbour."),
    ("mask", "The boats left at noon.", "The t---- left at noon."),
    ("misreported", "The council bought four boats from the northern yard.",
     "The council bought nine boats from the northern yard."),
    ("term", "The boats left at noon.", "The boats"),
)  # fmt: skip

MAKES_NOTHING = (
    ("marks", "The boats leave at noon."),
    ("ligatures", "The boats leave at noon."),
    ("decomposed", "The cafe opens at noon today."),
    ("capitals", "It took 5kW to run the crane."),  # KW is no unit
    ("bracket", "NATO left the harbour at noon."),  # the first letter is a capital by its own right
    ("stop", "They met in Washington, D.C."),
    ("ellipsis", "We never carried stones and timber from the quarry, down the hill, past a mill."),
    ("ellipsis", "We carried stones and timber without a permit, down the hill, past a mill."),
    ("figure", "One of them left the harbour."),  # a pronoun
    ("figure", "The P52 and the 3D crane failed."),  # names with figures in them
    ("negation-in", "Is the council rebuilding the bridge?"),
    ("negation-in", "Nobody said that boats are late."),
    ("negation-in", "Come as soon as you can on foot."),
    ("negation-in", "That is, boats leave at noon."),
    ("negation-in", "The will of the people counts."),
    ("negation-out", "Not only boats leave at noon."),
    ("negation-out", "The ferry no longer stops here."),
    ("negation-out", "We do not know whether boats leave."),
    ("negation-out", "Why don't you leave the harbour?"),
    ("negation-out", "Nobody does not know the harbour."),  # two
    ("opposite", "A good deal of timber was sold."),
    ("opposite", "Prices did not rise, nobody rose."),
    ("degree", "They arrived in May with timber."),
    ("degree", "The will of the people counts."),
    ("degree", "After all the boats left at noon."),
    ("hidden-negation", "They do not leave today."),  # too short: these words stand in many places
    ("hidden-condition", "We will, if you like, rebuild the bridge."),  # a phrase of politeness
    ("hidden-condition", "We will rebuild, if the money comes, the bridge."),
    ("agreement", "The boats leave at noon."),
    ("bracketed-figure", "The yard built two boats."),
    ("word", "It took 12 hours."),  # a unit is part of its figure
    ("crossed", "The council will wait. The council was angry about the bridge."),
    ("crossed", "The council will wait. Nobody was angry about the bridge."),
    ("crossed-clauses", "The council will wait, and the council was angry about it."),
    ("crossed-clauses", "The mayor will wait, and he was angry about it."),  # "he" may be the mayor
    ("crossed-clauses", "The council will wait and was angry about the bridge."),
    ("cut-short", "They asked us if the boats leave."),
    ("person", "We will not rebuild the bridge."),
    ("period", "The boats leave at noon."),
    ("only-out", "The only ferry runs in summer."),
    ("only-out", "Not only the ferry runs in summer."),
    ("asserted", "The council will rebuild the bridge."),
    ("ungoverned", "I do not think nobody will wait."),  # two negations
    ("unhedged", "I think not of the bridge."),
    ("nearly-out", "All the boats left at noon."),
    ("cut-short", "We will rebuild the bridge if you like."),  # a phrase of politeness
    ("cut-short", "It looked as if the boats left."),
    ("cut-short", "They will not rebuild the bridge unless money comes."),
    ("ending", "The boats leave at noon."),
    ("mark", "No, and the ferry came late."),  # a comma beside "no" may turn it
    ("mark", "It cost 1,250 crowns; nobody complained."),
    ("spelling", "The boats leave at noon."),
    ("rendering", "One hundred and thirty million people came."),  # part of a greater number
    ("typo", "The boats leave at noon."),  # no long word
    ("common", "If it is late, the boats leave."),  # cut off from its condition
    ("reported", "We bought the boats from the northern yard."),  # another's "we"
    ("sic", "The boats leave at noon."),
    ("article", "They paid a hundred crowns."),  # part of the figure
    ("asked", "Do the boats leave?"),
    ("nation", "The New York Court sat at noon."),  # part of a longer name
    ("unit", "The miles went by."),
    ("mask", "Two crowns."),  # a figure's unit
    ("misreported", "The council bought more than four boats from the northern yard."),  # that is more than two too
)


@pytest.mark.parametrize(("kind", "source", "statement"), MAKES)
def test_makes(kind: str, source: str, statement: str) -> None:
    assert statement in made_of(kind, source, speaker="Ada Brook")


@pytest.mark.parametrize(("kind", "source"), MAKES_NOTHING)
def test_makes_nothing_where_the_outcome_would_be_open(kind: str, source: str) -> None:
    assert made_of(kind, source, speaker="Ada Brook") == set()


@pytest.mark.parametrize("kind", [one.name for one in RECIPES])
def test_every_kind_is_tried_or_needs_more_than_one_sentence(kind: str) -> None:
    whole_texts = {
        "sentence", "clause", "joined", "no-speaker", "last-name", "spaces", "line-break", "line-hyphen", "soft-hyphen",
        "first-letter", "aside", "speaker", "narration", "splice", "elided-splice", "name", "word", "unmarked",
        "exchanged", "foreign", "fabricated", "masked", "filler", "relayed", "added", "stranger", "rival",
        "unconfirmed", "promoted", "wrong-place", "order", "cleaned-up", "bracketed-name", "translation",
    }  # fmt: skip
    assert (kind in whole_texts) != any(kind == row[0] for row in MAKES)


def test_other_speakers_are_others() -> None:
    ground = ground_of(TALK)
    made = list(all_made(recipes_named(["speaker"])[0], ground))
    assert {(truth.speaker, one.speaker) for truth, one in made} == {
        ("MS. BROOK", "MR. HOLM"),
        ("MR. HOLM", "MS. BROOK"),
    }
    assert all(truth.text == one.text for truth, one in made)


def test_words_that_two_people_say_are_given_to_neither() -> None:
    both = "MS. BROOK: The ferry stops at both landings today.\n\nMR. HOLM: The ferry stops at both landings today.\n"
    assert made_of("speaker", both + "\n" + TALK).isdisjoint({"The ferry stops at both landings today."})


def test_narration_is_given_to_people_of_the_source() -> None:
    made = {(one.text, one.speaker) for _, one in all_made(recipes_named(["narration"])[0], ground_of(NEWS))}
    assert ("It fell in a storm that nobody had foreseen.", "Tomas Lindqvist") in made
    assert {speaker for _, speaker in made} == {"Ada Brook", "Tomas Lindqvist"}


def test_a_splice_has_words_of_two_people_and_the_name_of_the_first() -> None:
    for kind in ("splice", "elided-splice"):
        for truth, one in all_made(recipes_named([kind])[0], ground_of(NEWS)):
            assert one.speaker == truth.speaker
            assert one.text.startswith(truth.text.rstrip(".,"))
            assert truth.speaker not in one.what


def test_a_name_is_swapped_for_another_persons() -> None:
    text = NEWS + "\nThe council thanked Tomas Lindqvist for the drawings of the bridge.\n"
    assert "The council thanked Ada Brook for the drawings of the bridge." in made_of("name", text)
    assert all("Tomas" not in made for made in made_of("name", text) if "drawings" in made)


def test_joined_parts_are_neighbours() -> None:
    made = made_of("joined", NEWS)
    assert (
        "We will rebuild the bridge before the next flood. It cost 1,250 crowns in 1904, and nobody complained about "
        "the price." in made
    )
    cut = "“We will rebuild,” Ada Brook said, “the bridge. Good. The ferry stops at both landings.”\n"
    assert "We will rebuild, The ferry stops at both landings." not in made_of("joined", cut)


def test_half_a_sentence_beside_a_seam_is_no_truth() -> None:
    text = "“If the money comes this spring,” Ada Brook said, “we will rebuild the bridge at once.”\n"
    assert made_of("sentence", text) == set()


@pytest.mark.parametrize("source", [NEWS, TALK, SEED.read_text("utf-8")], ids=["news", "talk", "seed"])
def test_no_falsehood_stands_in_the_source(source: str) -> None:
    ground = ground_of(source)
    words_stay = {
        "speaker", "narration", "cut-short", "stranger", "rival", "unconfirmed", "promoted", "wrong-source",
        "wrong-place", "order", "term", "asked",
    }  # fmt: skip
    # What two people say may stand side by side; the words of others are the question's or the statement's own.
    changed = [one for one in FALSEHOODS if "splice" not in one.name]
    for one in changed:
        for _, made in all_made(one, ground, throws=2):
            assert (ground.count(made.text) > 0) == (one.name in words_stay), (one.name, made.text)


@pytest.mark.parametrize("source", [NEWS, TALK, SEED.read_text("utf-8")], ids=["news", "talk", "seed"])
def test_a_negation_flips(source: str) -> None:
    ground = ground_of(source)
    for kind in ("negation-in", "negation-out", "bracketed-not", "hidden-negation"):
        for truth, made in all_made(recipes_named([kind])[0], ground):
            assert (len(negations(made.text, "en")) + len(negations(truth.text, "en"))) % 2 == 1


def test_harmless_statements_keep_their_words() -> None:
    ground = ground_of(SEED.read_text("utf-8"))
    keep = [one for one in HARMLESS if one.name not in {"ellipsis", "joined"}]
    for one in keep:
        for truth, made in all_made(one, ground, throws=2):
            assert list(tokenize(made.text).keys) == list(tokenize(truth.text).keys), one.name


def test_names_are_unlike_and_falsehoods_expect_something() -> None:
    assert len({one.name for one in RECIPES}) == len(RECIPES)
    assert all(one.false for one in FALSEHOODS) and not any(one.false for one in HARMLESS)
    said_beside = [one.name for one in FALSEHOODS if Verdict.EXACT in one.expected]  # the words are right there
    assert said_beside == [
        "cut-short", "asserted", "ungoverned", "unhedged", "nearly-out", "rival", "unconfirmed", "wrong-place", "order",
        "sic", "asked", "lookalike",
    ]  # fmt: skip


def test_kinds_by_name_and_by_group() -> None:
    assert recipes_named([]) == RECIPES
    assert recipes_named(["false"]) == FALSEHOODS
    assert [one.name for one in recipes_named(["figure", "sentence"])] == ["sentence", "figure"]
    under = [one.name.removesuffix("+") for one in recipes_named(["combined"]) if one.name.endswith("+")]
    assert under == [one.name for one in FALSEHOODS]
    with pytest.raises(UsageError, match="did you mean 'figure'"):
        recipes_named(["figures"])


def test_an_aside_is_altered_inside_its_brackets_only() -> None:
    text = "The council sold the boats (they had rotted slowly in the harbour) before winter came.\n" + TALK
    made = [one for one in made_of("aside", text, speaker="Ada Brook") if "council" in one]
    assert made
    assert all(one.startswith("The council sold the boats (") and one.endswith(") before winter came.") for one in made)


def test_a_convention_on_top_leaves_the_falsehood_as_it_is() -> None:
    ground = ground_of(SEED.read_text("utf-8"))
    for plain, combined in (("figure", "figure+"), ("negation-in", "negation-in+")):
        over = {tuple(tokenize(one.text).keys) for _, one in all_made(recipes_named([combined])[0], ground)}
        assert over and over <= {
            tuple(tokenize(one.text).keys) for _, one in all_made(recipes_named([plain])[0], ground)
        }
