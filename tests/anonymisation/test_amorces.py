"""Les amorces d'un motif disent tout ce par quoi il peut commencer."""

from __future__ import annotations

import re

import pytest

from tat_carnet.anonymisation.amorces import amorces

CONNUES = {
    r"\bbar\b": {"bar"},
    r"\bles? (?:deux|trois)\b": {"le deu", "le tro", "les de", "les tr"},
    r"\b(?P<x>vu|avec)\b ?k": {"vu k", "vuk", "avec k", "aveck"},
    r"(?<!\w)[ab]\.": {"a.", "b."},
    r"(?<![\w/])\d{1,2} ?ans": {"0ans", "0 ans", "00 ans", "00ans"},
    r"(?<!le )\bmur": {"mur"},
    r"(?<=[,;] )trente": {"trente"},
    r"(?<=\d)k[mg]": {"km", "kg"},
    r"^(?:a|-)b": {"ab", "-b"},
    r"\A1": {"0"},
    r"\bx+?y": {"xy", "xxy", "xxxy", "xxxxy", "xxxxxy", "xxxxxx"},
    r"\bx*+y": {"y", "xy", "xxy", "xxxy", "xxxxy", "xxxxxy", "xxxxxx"},
    r"\ba.c": {"a"},
    r"\ba[^b]": {"a"},
    r"\ba\Wb": {"a"},
    r"\ba\s": {"a ", "a\n", "a\t", "a\r", "a\x0c", "a\x0b"},
    r"\ba[\s,]": {"a ", "a\n", "a\t", "a\r", "a\x0c", "a\x0b", "a,"},
    r"\ba[a-k]b": {"a"},
    r"[,;] ?[1-8]\d env": {",00 en", ", 00 e", ";00 en", "; 00 e"},
    r"\ba[ ,]b": {"a b", "a,b"},
    r"\ba[b-z]": {"a"},
    r"\ba[\x20-\xff]": {"a"},
    r"\b(?=x)(?!y)abcdef": {"abcdef"},
    r"@\w": {"@"},
    r"\b(?:a?){7}b": {"b", "ab", "aab", "aaab", "aaaab", "aaaaab", "aaaaaa"},
    r"\b(a)\1": {"a"},
    r"\ba(?i:b)": {"a"},
}
PARTOUT = (
    r"bar\b",
    r"\bbar|tabac",
    r"(?<=[a-z])h",
    r"(?<![a-m])h",
    r"(?<!\d\d)7",
    r"(?<!\D)7",
    r"(?<=plaque)[a-z]",
    r"\Bbar",
    r" bar",
    r".bar",
    r"\b(?:bar)?",
    r"\b[^a]",
    r"\b(?i:bar)",
    r"\b(?>bar|tabac)",
    r"(?i)\bbar",
)


@pytest.mark.parametrize("motif", CONNUES)
def test_les_amorces_d_un_motif_ancre_sont_ses_premiers_signes(motif):
    assert amorces(re.compile(motif)) == CONNUES[motif]


@pytest.mark.parametrize("motif", PARTOUT)
def test_un_motif_qui_peut_commencer_n_importe_ou_n_a_pas_d_amorce(motif):
    assert amorces(re.compile(motif)) is None
