# Lu par ./demarrer et ./essayer : dit puis installe ce qui manque, et rien d'autre.
# Qui le lit a posé $racine, le dossier du projet. Tout se passe dans ce dossier, sauf les paquets
# Debian, annoncés avant que les droits d'administration ne soient demandés.

# Un chemin accentué, Qt et les phrases d'ici demandent UTF-8, quelle que soit la langue du système.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
unset PYTHONHOME PYTHONPATH
# Sans quoi chaque programme que lancent les essais recompilerait tout le projet.
unset PYTHONDONTWRITEBYTECODE
python=$racine/.venv/bin/python

# bibliothèque cherchée | paquet Debian | raison
BIBLIOTHEQUES_QT='libglib-2.0.so.0|libglib2.0-0|la base des fenêtres (Qt)
libGL.so.1|libgl1|le dessin à l’écran
libEGL.so.1|libegl1|le dessin à l’écran
libfontconfig.so.1|libfontconfig1|les polices de caractères
libdbus-1.so.3|libdbus-1-3|le dialogue avec le bureau
libxkbcommon-x11.so.0|libxkbcommon-x11-0|le clavier
libxcb-cursor.so.0|libxcb-cursor0|la souris
libwayland-cursor.so.0|libwayland-cursor0|la souris
libxcb-icccm.so.4|libxcb-icccm4|la fenêtre
libxcb-keysyms.so.1|libxcb-keysyms1|le clavier
libxcb-shape.so.0|libxcb-shape0|la fenêtre'

dire() {
    printf '%s\n' "$@" >&2
}

arreter() {
    dire "$@"
    exit 1
}

# Une ligne « paquet | raison » pour chaque bibliothèque de la liste $1 que le système n'a pas.
bibliotheques_manquantes() {
    presentes=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)
    printf '%s\n' "$1" | while IFS='|' read -r bibliotheque paquet raison; do
        case $presentes in
        *"$bibliotheque "*) ;;
        *) printf '%s|%s\n' "$paquet" "$raison" ;;
        esac
    done
}

# Idem pour un outil ($1), son paquet ($2) et sa raison ($3).
outil_manquant() {
    command -v "$1" >/dev/null || printf '%s|%s\n' "$2" "$3"
}

# Idem pour le module de Python qui crée l'environnement, inutile une fois celui-ci en place.
venv_manquant() {
    [ -x "$python" ] || python3 -c 'import ensurepip' 2>/dev/null ||
        printf 'python3-venv|l’environnement Python du projet\n'
}

verifier_python() {
    command -v python3 >/dev/null ||
        arreter 'Il manque Python 3 (paquet python3). Installez-le, puis relancez la même commande.'
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || arreter \
        'Cette version de Python est trop ancienne : il faut Python 3.11 ou plus récent.' \
        'Rien n’a été modifié.'
}

# Dit ce qui manque, puis l'installe. $1 : lignes « paquet | raison », vide si rien ne manque.
installer_paquets() {
    [ -n "$1" ] || return 0
    paquets=$(printf '%s\n' "$1" | cut -d'|' -f1 | tr '\n' ' ')
    dire 'tat_carnet a besoin de paquets Debian qui manquent sur cet ordinateur :' ''
    printf '%s\n' "$1" | while IFS='|' read -r paquet raison; do
        dire "  $(printf '%-20s' "$paquet") $raison"
    done
    if ! command -v apt-get >/dev/null; then
        arreter '' 'Ce système n’a pas apt-get : installez l’équivalent de ces paquets,' \
            'puis relancez la même commande. Rien n’a été modifié.'
    elif [ "$(id -u)" = 0 ]; then
        sudo=
        dire '' 'Ils vont être installés par apt-get, depuis les dépôts Debian de cet ordinateur.'
    elif command -v sudo >/dev/null; then
        sudo=sudo
        dire '' 'Ils vont être installés par apt-get, depuis les dépôts Debian de cet ordinateur.' \
            'Cela demande les droits d’administration : sudo peut demander votre mot de passe.'
    else
        arreter '' 'Les installer demande les droits d’administration : ni root, ni sudo ici.' \
            'Demandez à la personne qui administre cet ordinateur de lancer :' '' \
            "  apt-get install --no-install-recommends $paquets" '' \
            'puis relancez la même commande. Rien n’a été modifié.'
    fi
    dire 'De quelques secondes à quelques minutes, selon la connexion.' ''
    executer_apt || arreter '' \
        'L’installation des paquets n’a pas abouti (droits, réseau ou dépôts ?).' \
        'Rien n’est perdu : relancez la même commande quand vous pourrez.'
}

# Les listes de paquets ne sont rafraîchies que si elles manquent ou sont périmées.
executer_apt() {
    set -- install --no-install-recommends --yes $paquets
    apt-get --simulate "$@" >/dev/null 2>&1 || lancer_apt update || return
    lancer_apt "$@" && return
    $sudo dpkg --configure -a >/dev/null && lancer_apt update && lancer_apt "$@"
}

lancer_apt() {
    $sudo env DEBIAN_FRONTEND=noninteractive \
        apt-get --quiet=2 -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120 "$@" \
        </dev/null >/dev/null
}

# Ce dont l'environnement dépend : sa place, Python, le projet et les verrous donnés.
empreinte() {
    {
        printf '%s\n' "$racine"
        "$python" -V
        (cd "$racine" && cat pyproject.toml "$@")
    } 2>&1 | sha256sum
}

# L'environnement est refait s'il manque, est cassé, si une installation a été coupée net (pip la
# croirait entière) ou si le dossier a bougé.
creer_venv() {
    case $(cat "$racine/.venv/pyvenv.cfg" 2>/dev/null) in
    *" $racine/.venv"*)
        [ ! -e "$racine/.venv/inacheve" ] && "$python" -m pip --version >/dev/null 2>&1 && return
        ;;
    esac
    python3 -m venv --clear "$racine/.venv"
}

# Installe les verrous donnés, puis le projet lui-même, en place. Les verrous disent tout : pip n'a
# rien à résoudre, et une version parue depuis (« coverage[toml] ») ne peut plus l'arrêter.
installer_bibliotheques() (
    cd "$racine" || exit
    : >.venv/inacheve
    installer_par_pip --no-deps --require-hashes $(printf ' --requirement=%s' "$@") &&
        installer_par_pip --no-deps --no-build-isolation --editable . &&
        rm .venv/inacheve
)

installer_par_pip() {
    "$python" -m pip install --quiet --disable-pip-version-check --no-input "$@"
}

# Prépare .venv pour la commande $1, selon les verrous $2… ; immédiat si c'est déjà fait.
preparer() {
    marque=$racine/.venv/pret-pour-$1
    shift
    [ "$(cat "$marque" 2>/dev/null)" = "$(empreinte "$@")" ] && return
    [ -w "$racine" ] || arreter "Ce dossier n’est pas modifiable par vous : $racine" \
        'Copiez-le dans votre dossier personnel, ou changez ses droits.'
    exec 9<"$racine/exigences.lock"
    flock 9 || true
    dire 'Installation des bibliothèques Python dans ce dossier (.venv), chacune vérifiée par son' \
        'empreinte. Une seule fois : de quelques secondes à quelques minutes selon la connexion.'
    creer_venv && installer_bibliotheques "$@" || arreter '' \
        'L’installation s’est arrêtée avant la fin (réseau, disque plein ?).' \
        'Rien n’est perdu : relancez la même commande, elle reprendra.'
    empreinte "$@" >"$marque"
    exec 9<&-
}
