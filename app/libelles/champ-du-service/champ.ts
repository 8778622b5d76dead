import { formatMontant, formatNombre } from '#domain/budget/montant'
import {
  CHAMPS_MAX,
  CHOIX_MAX,
  LIBELLE_CHAMP_MAX,
  type RefusChamp,
  type TypeDeChamp,
} from '#domain/champ-du-service/champ'
import { type ChampRempli, type RefusRemplissage, TEXTE_DU_SERVICE_MAX } from '#domain/champ-du-service/valeur'
import { compter } from '#domain/nombre'
import { formatJour } from '#domain/temps/jour'
import { CAMPAGNE_ARCHIVEE } from '#libelles/campagne/vie-campagne'

export const LIBELLE_TYPE_DE_CHAMP: Record<TypeDeChamp, string> = {
  TEXTE: 'Texte',
  NOMBRE: 'Nombre',
  MONTANT: 'Montant en euros',
  DATE: 'Date',
  OUI_NON: 'Oui ou non',
  LISTE: 'Choix dans une liste',
}

export const LIBELLE_REFUS_CHAMP: Record<RefusChamp | 'CAMPAGNE_ARCHIVEE', string> = {
  CAMPAGNE_ARCHIVEE,
  LIBELLE_VIDE: 'Donnez un nom à ce champ.',
  LIBELLE_TROP_LONG: `Raccourcissez ce nom\u00a0: ${compter(LIBELLE_CHAMP_MAX, 'caractère')} au plus.`,
  LIBELLE_DEJA_PRIS: 'Un champ de cette campagne porte déjà ce nom, peut-être archivé.',
  CHOIX_MANQUANTS: 'Donnez au moins deux choix, un par ligne.',
  TROP_DE_CHOIX: `Donnez au plus ${compter(CHOIX_MAX, 'choix', 'choix')}.`,
  CHOIX_TROP_LONG: `Raccourcissez les choix\u00a0: ${compter(LIBELLE_CHAMP_MAX, 'caractère')} au plus.`,
  TROP_DE_CHAMPS: `Une campagne a au plus ${compter(CHAMPS_MAX, 'champ')}\u00a0: archivez-en un.`,
}

export const LIBELLE_REFUS_VALEUR: Record<RefusRemplissage, string> = {
  TEXTE_TROP_LONG: `Raccourcissez\u00a0: ${compter(TEXTE_DU_SERVICE_MAX, 'caractère')} au plus.`,
  PAS_UN_NOMBRE: 'Indiquez un nombre, par exemple 12 ou 12,5.',
  PAS_UN_MONTANT: 'Indiquez un montant en euros, par exemple 1\u00a0250,50.',
  PAS_UN_JOUR: 'Indiquez un jour, par exemple 05/07/2027.',
  PAS_UN_CHOIX: 'Choisissez dans la liste.',
  RIEN_A_CHANGER: 'Ce champ contient déjà cela.',
  CHAMP_INCONNU: 'La campagne de ce dossier n’a pas ce champ, ou l’a archivé.',
}

/** What was done to a field of a campagne, as the journal tells it. */
export const LIBELLE_FAIT_CHAMP: Record<string, string> = {
  AJOUTE: 'ajouté',
  MODIFIE: 'modifié',
  ARCHIVE: 'archivé',
  REPRIS: 'sorti des archives',
}

const DITS: Record<TypeDeChamp, (valeur: string) => string> = {
  TEXTE: (valeur) => valeur,
  NOMBRE: (valeur) => valeur.replace('.', ','),
  MONTANT: (valeur) => formatMontant(BigInt(valeur)),
  DATE: formatJour,
  OUI_NON: (valeur) => (valeur === 'OUI' ? 'Oui' : 'Non'),
  LISTE: (valeur) => valeur,
}

/** What a field holds, as it is read; nothing where it holds nothing. */
export const direValeur = (type: TypeDeChamp, valeur: string | null): string =>
  valeur === null ? '' : DITS[type](valeur)

/** A field and what it holds, in words: « Priorité : Haute ». */
export const direRempli = ({ libelle, type, valeur }: ChampRempli): string =>
  `${libelle}\u00a0: ${direValeur(type, valeur)}`

/** The same as somebody would type it. */
export const valeurASaisir = (type: TypeDeChamp, valeur: string | null): string =>
  valeur === null
    ? ''
    : type === 'MONTANT'
      ? formatNombre(BigInt(valeur))
      : type === 'NOMBRE'
        ? valeur.replace('.', ',')
        : valeur
