"""Les lettres d'autres alphabets, ou d'autres dessins, qu'on confond à l'œil avec une latine.

Le repérage et la contre-lecture les plient pareillement : « Кarim », au K cyrillique, est Karim.
"""

from __future__ import annotations

from typing import Final

_PAIRES: Final = (
    # cyrillique
    "аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd ԛq ԝw ӏl "
    # grec, dont trois capitales n'ont pas l'air de leur minuscule
    "Νn Ηh Υy "
    "αa βb εe ιi κk νv οo ρp τt υu χx ηn "
    # latin
    "ıi łl đd ðd øo ĸk ⱥa "
    # petites capitales
    "ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz"
)
SOSIES: Final = {paire[0]: paire[1] for paire in _PAIRES.split()}
"""La lettre qui trompe, minuscule sauf exception, et la latine, minuscule."""
