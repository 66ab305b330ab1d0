"""La comparaison : chaque outil dans son processus, et celui qui manque est dit manquant.

Témoin (vu échouer) : avaler l'échec d'un outil au lieu de le dire.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import comparer_anonymat
from anonymat import tableau
from anonymat.comptes import VARIANTES
from anonymat.epreuve import OutilMuet, Reponse, eprouver, lue, tentatives
from anonymat.outils import MASQUER
from corpus.lecture import Note, parse_line
from tat_carnet.anonymisation import reperer

TEXTE = "vu Karim au 06 39 98 12 34, il attend sa mère devant le hall 3"


def demande(*textes: str) -> dict[str, object]:
    return {"series": {"s": {"textes": list(textes), "liste": []}}, "chrono": "s"}


def test_un_outil_lit_dans_son_processus_ce_que_nous_lisons_ici() -> None:
    reponse = eprouver(Path(sys.executable), "tat_carnet", demande(TEXTE))

    (trouves,) = reponse.passages("s", tout=True)
    attendus = [(r.debut, r.fin) for r in reperer(TEXTE) if r.categorie != "lexique"]
    assert [(t.debut, t.fin) for t in trouves] == attendus
    assert reponse.reseau in (0, None)
    assert reponse.mots_s > 0
    assert reponse.memoire_mo > 10


def test_un_outil_absent_est_dit_muet() -> None:
    with pytest.raises(OutilMuet, match="outil-inconnu s'est arrêté"):
        eprouver(Path(sys.executable), "outil-inconnu", demande(TEXTE))


@pytest.mark.parametrize(
    ("trace", "nombre"),
    [
        ('7 connect(5, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.1")}', 1),
        ('7 sendto(5, "x", 1, 0, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = 1', 1),
        ('7 connect(5, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1', 0),
        ("7 socket(AF_INET6, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3", 0),
        ("", 0),
    ],
)
def test_seul_un_appel_vers_internet_compte(trace: str, nombre: int) -> None:
    assert tentatives(trace) == nombre


def note(ligne: str, fichier: str) -> Note:
    texte, spans = parse_line(ligne)
    return Note(fichier, 1, "une voix", texte, spans)


NOTES = [
    note("vu ⟦nom|Rose⟧ devant le ⟦garder|square⟧ hier soir", "a_voix.txt"),
    note("⟦nom|Théo⟧ a ⟦age|14 ans⟧ et il attend dehors", "d_voix.txt"),
]
AUTRES = [note("Le docteur ⟦nom|Vial⟧ vous remercie de cet envoi", "d_autres_metiers.txt")]


def reponse(series: dict[str, dict[str, list[str]]], *, parfait: bool) -> Reponse:
    """Un outil qui trouve tout, ou qui ne trouve rien."""
    lues = {s: AUTRES if s == "autres" else NOTES for s in series}
    trouves = {
        serie: [
            [(p.debut, p.fin, MASQUER) for p in n.identifying] if parfait else [] for n in notes
        ]
        for serie, notes in lues.items()
    }
    mesures = {"chargement_s": 1.5, "mots_s": 12345.6, "memoire_mo": 80.2}
    return lue({"series": trouves, **mesures}, 0 if parfait else None)


def test_le_rapport_separe_les_parts_et_les_outils() -> None:
    series = comparer_anonymat.demander(NOTES, AUTRES)["series"]
    rapport = "\n".join(
        comparer_anonymat.tableaux(
            NOTES,
            AUTRES,
            series,
            {
                "tat_carnet": reponse(series, parfait=True),
                "muet": reponse(series, parfait=False),
            },
        )
    )

    assert set(series) == {*VARIANTES, "liste", "autres"}
    assert "## Réserve (2 notes)" in rapport
    assert "## Autres métiers (1 notes)" in rapport
    assert "| muet | 0,0 % (0,0–65,8) | 0,0 % (0,0–79,3) |" in rapport
    assert "| tat_carnet | 100,0 % (34,2–100,0) | 100,0 % (20,7–100,0) |" in rapport
    assert "| tat_carnet | 12 346 | 80 | 1,5 | 0 |" in rapport
    assert "| muet | 12 346 | 80 | 1,5 | non mesuré |" in rapport
    assert rapport.count("avec la liste") == 1


def test_des_vitesses_on_garde_la_plus_haute_et_tout_le_reste() -> None:
    premiere = reponse(comparer_anonymat.demander(NOTES, AUTRES)["series"], parfait=True)
    lente, vive = (replace(premiere, series={}, mots_s=v) for v in (3.0, 99_999.0))

    assert premiere.plus_vite(lente) == premiere
    assert premiere.plus_vite(vive) == replace(premiere, mots_s=99_999.0)


def test_un_outil_qui_se_tait_en_relisant_garde_ses_chiffres(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    series = comparer_anonymat.demander(NOTES, AUTRES)["series"]
    rendues: list[str] = []

    def une_fois(_: Path, nom: str, demande: dict[str, Any]) -> Reponse:
        rendues.append(nom)
        if rendues.count(nom) > 1:
            assert list(demande["series"]) == ["telle quelle"]
            raise OutilMuet(f"{nom} s'est arrêté : fatigué")
        return reponse(series, parfait=True)

    monkeypatch.setattr(comparer_anonymat, "eprouver", une_fois)
    monkeypatch.setattr(comparer_anonymat, "lire", lambda _: (NOTES, AUTRES))
    monkeypatch.setattr(sys, "argv", ["comparer", "--sans-installer"])

    assert comparer_anonymat.main() == 1
    sortie = capsys.readouterr().out
    assert "| presidio | 12 346 | 80 | 1,5 | 0 |" in sortie
    assert "- presidio n'a pas relu : presidio s'est arrêté : fatigué" in sortie


def test_la_liste_donnee_est_celle_des_noms_et_surnoms() -> None:
    demandees = comparer_anonymat.demander(NOTES, AUTRES)
    assert demandees["series"]["liste"]["liste"] == ["Rose", "Théo"]
    assert demandees["series"]["minuscules"]["textes"][0].startswith("vu rose")


def test_un_outil_qui_ne_s_installe_pas_est_dit_et_le_verdict_le_porte(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(comparer_anonymat, "ENVIRONNEMENT", tmp_path / "rien")
    monkeypatch.setattr(comparer_anonymat, "BREF", 200)
    monkeypatch.setattr(sys, "argv", ["comparer", "--bref", "--sans-installer"])

    assert comparer_anonymat.main() == 1
    sortie = capsys.readouterr().out
    for absent in ("presidio", "gdpr-pseudonymizer", "anonyfy"):
        assert f"- {absent} n'a pas pu être mesuré" in sortie
    assert "| tat_carnet |" in sortie


def test_les_versions_comparees_sont_arretees() -> None:
    lignes = comparer_anonymat.EXIGENCES.read_text(encoding="utf-8").splitlines()
    exigences = [ligne for ligne in lignes if not ligne.startswith("#")]
    assert len(exigences) == 4
    assert all("==" in ligne for ligne in exigences)


def test_un_tableau_garde_son_alignement() -> None:
    assert (
        tableau.markdown(("outil", "a"), [("x", "1")]) == "| outil | a |\n| --- | ---: |\n| x | 1 |"
    )
    assert tableau.part(0, 0) == "–"
