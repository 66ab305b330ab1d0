"""Liens de famille dits en créole, en darija ou dans une autre langue des quartiers."""

from __future__ import annotations

import re
from typing import Final

_CREOLE: Final = re.compile(
    r"\b(?:(?:ti|gran|demi)[ -])?(?:manman|momon|papa|fwe|granmanman|granme|granpe|granpapa|tonton"
    r"|tatie|tantine|kouzen|kouzin|kouzine|pitit|zanfan|marmay|fanm|bofwe|nevew|se)(?: |-|')"
    r"(?:mwen|an mwen|li|lili|aw|yo|y|a li|a y|nou)\b"
    r"|\b(?:ti|gran)[ -](?:fwe|se|kouzen|kouzin)(?:[ -](?:la|a)\b)?"
    r"|\bfwe\b|\b(?:zot|nout|out|ton|mon) (?:momon|frer|ser|zanfan|marmay)\b"
)
_DARIJA: Final = re.compile(
    r"\b(?:khouya|khoya|khou(?:ha|h|na)|kho(?:h|ha|na)|khti|khet(?:ha|ou)|kht(?:ou|ha|o)|w?li?dha"
    r"|weld(?:ha|ou|i|o)|wlid(?:ha|i|ou|o)|ouldi|bent(?:ha|ou|i|o)|mm(?:o|ou|ha)|yemm?a(?:h|ha)?"
    r"|imma|bbah?a?|[3a]*3amm?(?:i|ou|o|ti|to)|3emm?(?:i|ou|o|ti|to)|khal(?:i|ou|o|ti|to)"
    r"|jedd(?:i|ou|o|ati|ha)|jdd?(?:i|a|ou)|rajel(?:ha|i)|mrat(?:ou|o|i)|mart(?:ou|o)"
    r"|lwalid(?:a|i|iya|in|ya)?)\b(?: (?:dyal(?:o|ha|i|hom)|sghir|kbir|sghira|kbira))?"
    r"|\b(?:weld|bent|oueld|ould) (?:3emm?(?:i|ou|o)|khal(?:i|ou|o|ti|to)|khouya|khti)\b"
)
_ENCORE: Final = re.compile(
    r"\b(?:son|sa|ses|leur|ma|mon) (?:abla|abi|anne|baba|dayi|teyze|amca|nene|dede|yaya|koro|dogo"
    r"|madre|padre|hijo|hija|primo|prima|mai|pai|filho|filha|mat|brat|sestra|mama|mutter)\b"
)
"""Turc, bambara, espagnol, portugais, langues slaves, derrière un possessif français."""
AILLEURS: Final = (_CREOLE, _DARIJA, _ENCORE)
