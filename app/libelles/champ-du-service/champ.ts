import { formatNombre } from '#domain/budget/montant'
import {
  AIDE_CHAMP_MAX,
  CHAMPS_MAX,
  CHOIX_MAX,
  LIBELLE_CHAMP_MAX,
  type RefusChamp,
  type Repondant,
  type TypeDeChamp,
} from '#domain/champ-du-service/champ'
import { type ChampRempli, direValeur } from '#domain/champ-du-service/valeur'
import { compter } from '#domain/nombre'
import { CAMPAGNE_ARCHIVEE } from '#libelles/campagne/vie-campagne'

export const LIBELLE_TYPE_DE_CHAMP: Record<TypeDeChamp, string> = {
  TEXTE: 'Texte',
  NOMBRE: 'Nombre',
  MONTANT: 'Montant en euros',
  DATE: 'Date',
  OUI_NON: 'Oui ou non',
  LISTE: 'Choix dans une liste',
}

export const LIBELLE_REPONDANT: Record<Repondant, string> = {
  SERVICE: 'Les agents, sur le dossier',
  STRUCTURE: 'La structure, si elle le souhaite',
  STRUCTURE_OBLIGATOIRE: 'La structure, obligatoirement',
}

export const LIBELLE_REFUS_CHAMP: Record<RefusChamp | 'CAMPAGNE_ARCHIVEE', string> = {
  CAMPAGNE_ARCHIVEE,
  LIBELLE_VIDE: 'Donnez un nom à ce champ.',
  LIBELLE_TROP_LONG: `Raccourcissez ce nom\u00a0: ${compter(LIBELLE_CHAMP_MAX, 'caractère')} au plus.`,
  LIBELLE_REPONDU:
    'Des structures ont répondu à cette question\u00a0: son nom ne change plus. Archivez-la et posez-en une autre.',
  AIDE_TROP_LONGUE: `Raccourcissez cette explication\u00a0: ${compter(AIDE_CHAMP_MAX, 'caractère')} au plus.`,
  LIBELLE_DEJA_PRIS: 'Un champ de cette campagne porte déjà ce nom, peut-être archivé.',
  CHOIX_MANQUANTS: 'Donnez au moins deux choix, un par ligne.',
  TROP_DE_CHOIX: `Donnez au plus ${compter(CHOIX_MAX, 'choix', 'choix')}.`,
  CHOIX_TROP_LONG: `Raccourcissez les choix\u00a0: ${compter(LIBELLE_CHAMP_MAX, 'caractère')} au plus.`,
  TROP_DE_CHAMPS: `Une campagne a au plus ${compter(CHAMPS_MAX, 'champ')}\u00a0: archivez-en un.`,
}

/** What was done to a field of a campagne, as the journal tells it. */
export const LIBELLE_FAIT_CHAMP: Record<string, string> = {
  AJOUTE: 'ajouté',
  MODIFIE: 'modifié',
  ARCHIVE: 'archivé',
  REPRIS: 'sorti des archives',
}

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
