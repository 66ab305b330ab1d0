"""Les mots qui annoncent une personne, et ceux qui la suivent."""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lexiques import mots_de

CIVILITES: Final = mots_de(
    "m mr mme mlle monsieur madame mademoiselle maitre dr docteur mgr mm mmes mlles mrs",
    "msieur msieu mdme mdm mame monsieu mosieur monsier mademoiselle melle mademoisele sieur",
)
"""Ce qui suit est un nom, quel qu'il soit."""

FAMILLES: Final = CIVILITES | mots_de(
    "famille couple freres soeurs clan epoux fratrie veuve fils fille pere mere jeune jeunes",
)
"""Ce qui suit est un nom de famille, particule comprise."""

FORTES: Final = mots_de(
    "avec chez vu vus croise croises rencontre rencontres recroise revu recu appele",
    "accompagne oriente relance recontacter rappele rappeler prenomme prenommee surnomme",
    "surnommee denomme raccompagne ramene ramenee emmene emmenee depose prevenu agresse tape",
    "frappe insulte menace vire embauche soutenu calme ramasse defendu accueilli rdv binome",
    "rencontrai croisai revis raccompagnai",
    "heberge protege engueule gifle denommee nomme nommee nommes denommes alias aka certain",
    "certaine appelle petite interpelle selon causer cause salue clan couple fratrie freres soeurs",
)
"""Ce qui suit est une personne si ce n'est pas un mot courant."""

QUALITES: Final = mots_de(
    "petit petite ptit ptite grand grande gros grosse jeune jne vieux vieille tonton tata",
    "tonton papi papy mamie mami meme pepe collegue binome stagiaire frere soeur cousin",
    "cousine copain copine pote ami amie fils fille mere pere maman papa daron daronne oncle",
    "tante voisin voisine eleve famille bebe educateur educatrice educ educs mediateur",
    "mediatrice gardien gardienne prof brigadier sergent lieutenant commissaire instituteur",
    "institutrice assistante formateur formatrice entraineur coach imam abbe animateur",
    "animatrice infirmier infirmiere directeur directrice reuf reum reup beau-pere neveu niece",
)
"""Ce qui suit sans article est souvent un nom : « la petite Inès », « mon collègue Karim »."""

TAILLES: Final = mots_de("gros gro petit petite ptit ptite grand grande vieux big lil")
"""Ce qui, sans article, s'attache au surnom qui suit."""

VERBES: Final = mots_de(
    "a est etait avait sera aura dit disait veut voulait va allait vient venait fait faisait",
    "peut pouvait doit devait sait savait croit pense parle parlait demande demandait attend",
    "attendait reste restait passe passait rentre rentrait sort sortait dort dormait vend",
    "vendait tient tenait traine trainait cherche cherchait refuse refusait accepte raconte",
    "explique propose montre pleure pleurait rigole rit fume fumait boit buvait arrive",
    "arrivait part partait revient revenait prend met mettait donne donnait joue jouait",
    "travaille travaillait squatte deale guette choufe galere evite repond appelle crie",
    "gueule insulte menace frappe tape court quitte habite loge vit vivait c m s n se ne me",
    "nous lui y l leur en qui ont sont etaient avaient veulent viennent vont font etant ayant",
    "semble semblait paraissait parait a-t-il confirme signale rapporte pilote anime avance",
    "reconnait aide aidait tombe pete craque stresse sourit dehors absent absente present",
    "presente malade blesse blessee sorti sortie parti partie venu venue exclu exclue place",
    "garde veu vien di fai fesai voulai avai etai dor pren savai croi",
    "placee tjr tjrs toujours encore aussi devant enceinte seul seule vs et",
)
"""Ce qui suit un sujet."""

DETERMINANTS: Final = mots_de(
    "le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs mon ma mes",
    "ton ta tes notre nos votre vos en tout toute tous toutes chaque quelque quelques",
    "plusieurs aucun aucune deux trois quatre cinq six dix plus moins tres trop si bien mal",
    "pas",
)
"""Ce qui suit est un nom commun ou un adjectif."""

ARTICLES: Final = mots_de(
    "le la les l un une des du au aux ce cet cette ces son sa ses leur leurs mon ma mes ton ta tes",
    "notre nos votre vos chaque quelque quelques plusieurs aucun aucune",
)
"""Ce qui suit est un nom commun, à coup sûr."""

PARENTS: Final = mots_de(
    "mere pere maman papa daron daronne reum reup parents frere freres soeur soeurs reuf",
    "frangin frangine cousin cousine cousins cousines oncle tante tonton tata fils fille",
    "gosse gosses minot enfant enfants grand-mere grand-pere mamie papi mari femme compagnon",
    "compagne copain copine beau-pere belle-mere neveu niece ex conjoint conjointe tuteur",
    "famille daronne mec meuf pote potes amis ami amie jumeau jumelle aine ainee cadet",
    "cadette marraine parrain epouse epoux maison chambre nom prenom surnom numero tel",
    "situation dossier anniversaire cas bapteme",
)
"""« la mère de X » : ce qui suit « de » est une personne."""

LIENS_DE_PARENTE: Final = PARENTS - mots_de(
    "maison chambre nom prenom surnom numero tel situation dossier anniversaire cas bapteme",
)
"""Ceux de ces mots qui sont une personne."""

LIEUX: Final = mots_de(
    "place square quartier cite station metro arret tram gare stade fondation secteur ville",
    "rue avenue boulevard esplanade parvis residence pont quai port commune ligne",
)
"""Un nom propre qui suit est celui du lieu, public."""

OUTILS: Final = mots_de(
    "il elle on ils elles je tu nous vous qui que quoi ce ca cela ceci rien tout tous toute",
    "personne quelqu quelque chacun chacune aucun aucune autre autres certains certaines",
    "plusieurs beaucoup peu lui moi toi eux celle celui ceux celles dont ou et mais donc car",
    "ni or comme quand si alors puis ensuite enfin bref voila ici la hier demain aujourd",
    "maintenant jamais toujours encore deja dehors dedans reunion passage retour appel",
    "ambiance tournee soiree nuit journee soir matin point bilan pluie froid monde quartier",
    "secteur ascenseur porte hall dame monsieur mere pere jeune jeunes petit groupe vendeur",
    "client police voisin voisine gamin gamine garcon fille bonne mauvais nouveau gros madame",
    "vraiment merci bonjour bravo dommage impossible reste manque vu rencontre discussion",
    "conflit bagarre visite maison local salle situation projet sujet demande resultat",
    "objectif note fin debut suite cause effet question reponse probleme idee courrier",
    "lumiere eau gaz feu bruit temps date jour semaine mois annee heure minuit midi total",
    "nombre chacun qu qu'il lequel laquelle samedi dimanche lundi mardi mercredi jeudi",
    "vendredi encore presque peut sauf seul seule ceux chien chat musique voiture moto",
    "scooter velo camion bus train argent travail ecole classe stage famille enfant enfants",
    "parents mari femme homme bebe papa maman frere soeur cousin oncle tante",
)
"""Mots qui ouvrent une phrase sans article sans être un surnom."""

INVERSIONS: Final = mots_de(
    "t il elle ils elles on ce je tu nous vous moi toi lui le la les ci ici y en",
)
"""Ce qu'un trait d'union relie à un verbe, non à un nom."""

ABSTRAITS: Final = tuple(
    mots_de(
        "tion tions sion sions ment ments ite ites ance ence ances ences ique iques isme",
        "age ages ure ures ale ales aux al elle elles ee ees if ive ifs ives oire oires",
        "able ible ables ant ante",
    )
)
"""Fins de noms abstraits et d'adjectifs d'institutions : leur capitale n'est pas un surnom."""

DESINENCES: Final = (
    "ait", "aient", "er", "ant", "ent", "ons", "ez", "ais", "ont", "ment", "ees", "ee", "es", "era",
    "irent", "ir", "it", "ut", "ie", "ies", "eurs", "tion", "tions",
)  # fmt: skip
"""Fins de verbes, de participes et d'adverbes : ce n'est pas un nom de famille."""

APPOSITIONS: Final = mots_de(
    "sa son qui la le l il elle lui dix onze douze treize quatorze quinze seize",
)
"""Ce qui, derrière une virgule, précise quelqu'un."""

APPOSES: Final = mots_de(
    "celui celle qui lui elle il ce c",
)
"""Ce qui, derrière une virgule ou une parenthèse, reprend un surnom."""

ACTES: Final = mots_de(
    "m l s n lui nous dit veut voulait attend attendait cherche cherchait pleure rit refuse",
    "dort sort rentre joue parle demande revient vient va vend deale traine t raconte propose",
)
"""Ce que seule une personne fait."""

PAROLES: Final = mots_de(
    "dit redit demande raconte explique refuse accepte promis avoue jure menti pleure souri ri",
    "rigole crie hurle dormi mange bu parle rappele prevenu voulu su reperdu fugue accouche",
    "maigri grossi danse chante cuisine ramasse insulte mordu rase tousse vomi demenage salue",
    "embrasse remercie lu signe retrouve cherche propose repondu repond",
)
"""Participes : ce qu'une personne a fait, et qu'une chose ne fait pas."""

GESTES: Final = PAROLES | mots_de(
    "eu pu vu rencontre croise venu revenu passe repasse parti sorti rentre arrive reste tombe",
    "venue revenue passee repassee partie sortie rentree arrivee restee tombee grandi aide prete",
    "rendu donne laisse offert ecrit joue gagne repare nettoie fait apporte ramene emmene tape",
    "frappe menace disparu emmenage divorce vieilli debarque trouve perdu repris vole decroche",
    "casse quitte appele rate commence fini arrete accompagne invite garde monte descendu",
)
"""Participes : ce qu'une personne a fait souvent."""

ADVERBES: Final = mots_de("pas plus jamais bien enfin toujours encore deja rien tout meme aussi")
"""Ce qui se glisse entre l'auxiliaire et le participe."""
