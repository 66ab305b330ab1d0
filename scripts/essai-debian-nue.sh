#!/bin/bash
# Essaie ./demarrer et ./essayer sur une Debian 12 nue (python3 et git seulement), deux fois
# chacune : en root, par sudo, après une interruption, et sans aucun droit.
#
#   sudo scripts/essai-debian-nue.sh MIROIR [DOSSIER]
#
# MIROIR : un miroir Debian ; DOSSIER : où travailler (la racine nue y est gardée d'un essai à
# l'autre). Demande debootstrap. Ce qui est essayé est le dernier commit, pas l'arbre de travail.
set -euo pipefail

miroir=${1:?usage : scripts/essai-debian-nue.sh MIROIR [DOSSIER]}
dossier=$(realpath -m "${2:-$(mktemp -d)}")
projet=$(dirname "$(dirname "$(realpath "$0")")")
chemin="/home/essai/Été à l'abri/tat carnet"

# Les montages vivent et meurent avec ce processus.
[ "${ESSAI_ISOLE-}" ] || ESSAI_ISOLE=1 exec unshare --mount "$0" "$miroir" "$dossier"

if [ ! -e "$dossier/base/etc/debian_version" ]; then
    debootstrap --variant=minbase --include=python3,git bookworm "$dossier/base" "$miroir"
fi

# Une racine neuve, avec le projet cloné dans un chemin à espaces et à accents.
racine_neuve() {
    racine=$dossier/$1
    umount -R "$racine"/{proc,dev} 2>/dev/null || true
    rm -rf --one-file-system "$racine"
    cp -a "$dossier/base" "$racine"
    cp /etc/resolv.conf "$racine/etc/"
    # Le réseau d'où l'on essaie peut avoir ses propres autorités de certification.
    mkdir -p "$racine/usr/local/share/ca-certificates"
    cp -r /usr/local/share/ca-certificates "$racine/usr/local/share/"
    mount -t proc proc "$racine/proc"
    mount --rbind /dev "$racine/dev"
    chroot "$racine" useradd --create-home --shell /bin/sh essai
    mkdir -p "$racine$(dirname "$chemin")"
    git clone --quiet "$projet" "$racine$chemin"
    chroot "$racine" chown -R essai: /home/essai
}

# dedans UTILISATEUR COMMANDE… : depuis son dossier personnel, sans langue, sans écran.
dedans() {
    local utilisateur=$1 maison
    maison=$(chroot "$racine" getent passwd "$1" | cut -d: -f6)
    shift
    env -i $(env | grep -E '^PIP_(CERT|INDEX_URL)=' || true) LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        HOME="$maison" chroot --userspec="$utilisateur" "$racine" \
        sh -c 'cd && exec "$@"' sh "$@"
}

chronometrer() {
    local debut=$EPOCHREALTIME code=0
    "$@" || code=$?
    printf '>>> %s : code %d, %s s\n' "${*: -1}" "$code" "$(bc <<<"$EPOCHREALTIME - $debut")"
}

deux_fois_chacune() {
    for commande in demarrer demarrer essayer essayer; do
        chronometrer dedans "$1" "$chemin/$commande"
    done
}

echo '=== En root'
racine_neuve root
deux_fois_chacune root

echo '=== Par sudo, après une interruption'
racine_neuve sudo
chroot "$racine" sh -c 'apt-get -qq update && apt-get -qq install -y sudo >/dev/null'
echo 'essai ALL=(ALL) NOPASSWD: ALL' >"$racine/etc/sudoers.d/essai"
dedans essai timeout --signal=INT 15 "$chemin/demarrer" || echo '>>> interrompu'
deux_fois_chacune essai

echo '=== Sans aucun droit'
racine_neuve sans-droit
chronometrer dedans essai "$chemin/demarrer"
