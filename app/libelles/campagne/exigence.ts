import { formatMontant } from '#domain/budget/montant'
import type { Condition, Fait, Seuil } from '#domain/campagne/condition'
import type { FaitPrecise } from '#domain/campagne/contexte'
import type { ChangementDemande } from '#domain/campagne/difference'
import type { RefusLigne } from '#domain/campagne/edition'
import { lireCas, type LigneExigee, type Sinon } from '#domain/campagne/exigence'
import type { Terme } from '#domain/campagne/saisie-condition'
import type { ReglesValidite } from '#domain/piece/regles-validite'
import { formatJour } from '#domain/temps/jour'
import { LIBELLE_DISPOSITIF } from '#libelles/campagne/campagne'
import { CAMPAGNE_ARCHIVEE } from '#libelles/campagne/vie-campagne'
import { nomDePiece } from '#libelles/piece/piece'

export const LIBELLE_SINON: Record<Sinon, string> = {
  NON_DEMANDEE: 'Non demandée',
  SI_PERTINENT: 'Si pertinent',
  OBLIGATOIRE: 'Obligatoire',
}

export const LIBELLE_FAIT_PRECISE: Record<FaitPrecise, string> = {
  creeeLe: 'Création de la structure',
  mineurs: 'Des mineurs participent',
  renouvellement: 'Subvention reçue l’année précédente',
  signataireDifferent: 'Signataire autre que le représentant légal',
}

/** What has to be known, and is not. */
export const FAIT_INCONNU: Record<Fait, string> = {
  MONTANT: 'le montant demandé n’est pas connu',
  COUT: 'le coût total du projet n’est pas connu',
  PARTICIPANTS: 'le nombre de participants n’est pas connu',
  PAYS: 'le pays du projet n’est pas connu',
  CREATION: 'le dossier ne dit pas quand la structure a été créée',
  DISPOSITIF: 'le dispositif n’est pas connu',
  MINEURS: 'le dossier ne dit pas si des mineurs participent',
  RENOUVELLEMENT: 'l’application ne sait pas si la structure a reçu une subvention l’année précédente',
  SIGNATAIRE: 'le dossier ne dit pas si le signataire est le représentant légal',
  ILLISIBLE: 'la condition enregistrée n’est pas lisible',
}

const liste = (mots: readonly string[], dernier: string): string =>
  mots.length < 2 ? (mots[0] ?? '') : `${mots.slice(0, -1).join(', ')} ${dernier} ${mots.at(-1) ?? ''}`

/** « À vérifier : le dossier ne dit pas quand la structure a été créée. » */
export const phraseAVerifier = (faits: readonly Fait[]): string =>
  `À vérifier\u00a0: ${liste(
    faits.map((fait) => FAIT_INCONNU[fait]),
    'et',
  )}.`

const borne = (seuil: Seuil, mots: string) =>
  seuil === 'AU_MOINS' ? `est d’au moins ${mots}` : `est d’au plus ${mots}`

const NEGATIONS: Partial<Record<Condition['type'], string>> = {
  MINEURS: 'aucun mineur ne participe',
  RENOUVELLEMENT: 'la structure n’a pas reçu de subvention l’année précédente',
  SIGNATAIRE: 'le signataire est le représentant légal',
}

const enfermer = (condition: Condition): string =>
  condition.type === 'ET' || condition.type === 'OU' ? `(${phraseCondition(condition)})` : phraseCondition(condition)

/** A condition as an officer says it, without a capital nor a full stop: « le montant demandé est d’au moins 23 000,00 € ». */
export function phraseCondition(condition: Condition): string {
  switch (condition.type) {
    case 'MONTANT':
      return `le montant demandé ${borne(condition.seuil, formatMontant(BigInt(condition.cents)))}`
    case 'COUT':
      return `le coût du projet ${borne(condition.seuil, formatMontant(BigInt(condition.cents)))}`
    case 'PARTICIPANTS':
      return `le nombre de participants ${borne(condition.seuil, String(condition.nombre))}`
    case 'PAYS':
      return `le pays ${condition.parmi ? 'est' : 'n’est pas'} ${liste(condition.pays, 'ou')}`
    case 'CREATION':
      return condition.mois === 12
        ? 'la structure a été créée depuis moins d’un an au dépôt'
        : `la structure a été créée depuis moins de ${condition.mois} mois au dépôt`
    case 'DISPOSITIF':
      return `le dispositif est «\u00a0${LIBELLE_DISPOSITIF[condition.dispositif]}\u00a0»`
    case 'MINEURS':
      return 'des mineurs participent'
    case 'RENOUVELLEMENT':
      return 'la structure a reçu une subvention l’année précédente'
    case 'SIGNATAIRE':
      return 'le signataire n’est pas le représentant légal'
    case 'ILLISIBLE':
      return 'une condition qui ne peut pas être lue est remplie'
    case 'NON':
      return NEGATIONS[condition.condition.type] ?? `il n’est pas vrai que ${enfermer(condition.condition)}`
    case 'ET':
      return condition.conditions.map(enfermer).join(' et ')
    case 'OU':
      return condition.conditions.map(enfermer).join(' ou ')
  }
}

/** What a line asks, in one sentence: « Si pertinent si la structure a été créée depuis moins d’un an au dépôt, sinon obligatoire. » */
export function phraseExigence(ligne: LigneExigee | null): string {
  if (!ligne) return 'Non demandée.'
  const cas = lireCas(ligne.condition)
  const mots = LIBELLE_SINON[ligne.exigence]
  if (!cas) return `${mots}.`
  const dansLeCas = ligne.exigence === 'SI_PERTINENT' ? 'Demandée au besoin' : mots
  return `${dansLeCas} si ${phraseCondition(cas.quand)}, sinon ${LIBELLE_SINON[cas.sinon].toLowerCase()}.`
}

const OUI_NON: Partial<Record<keyof ReglesValidite, string>> = {
  signatureRequise: 'signée',
  dateRequise: 'datée',
  nomStructure: 'au nom de la structure',
  siretStructure: 'avec son SIRET',
  rna: 'avec son numéro RNA',
  titulaire: 'compte au nom de la structure',
  ibanValide: 'IBAN valide',
  classeur: 'classeur lisible',
  equilibre: 'équilibré',
  montantDemande: 'où figure le montant demandé',
  couvreProjet: 'aux dates du projet',
}

export const LIBELLE_REGLE: Record<keyof ReglesValidite, string> = {
  signatureRequise: 'Signée',
  dateRequise: 'Datée',
  nomStructure: 'Au nom de la structure',
  siretStructure: 'Montre le SIRET de la structure',
  rna: 'Montre le numéro RNA',
  titulaire: 'Le titulaire du compte est la structure',
  ibanValide: 'IBAN valide',
  classeur: 'Classeur lisible (et non une image)',
  equilibre: 'Charges et produits équilibrés',
  montantDemande: 'Le montant demandé y figure',
  couvreProjet: 'Ses dates couvrent le projet',
  anneeDansTexte: 'Année à trouver dans le texte',
  ancienneteMaxMois: 'Ancienneté au dépôt, en mois au plus',
  dateAuPlusTot: 'Date au plus tôt',
}

/** What is looked at in the file, in a few words: « signée, datée, de moins de 3 mois ». Empty when nothing is. */
export function phraseRegles(regles: ReglesValidite): string {
  const oui = (Object.keys(OUI_NON) as (keyof ReglesValidite)[]).flatMap((r) => (regles[r] ? [OUI_NON[r] ?? ''] : []))
  return [
    ...oui,
    ...(regles.anneeDansTexte ? [`année ${regles.anneeDansTexte === 'N' ? 'de la campagne' : 'précédente'}`] : []),
    ...(regles.ancienneteMaxMois ? [`de moins de ${regles.ancienneteMaxMois} mois`] : []),
    ...(regles.dateAuPlusTot ? [`à partir du ${formatJour(regles.dateAuPlusTot)}`] : []),
  ].join(', ')
}

/** « Statuts : non demandée → obligatoire » */
export const phraseChangement = ({ code, avant, apres }: ChangementDemande): string =>
  `${nomDePiece(code)}\u00a0: ${LIBELLE_SINON[avant].toLowerCase()} → ${LIBELLE_SINON[apres].toLowerCase()}`

export const LIBELLE_REFUS_LIGNE: Record<RefusLigne | 'CAMPAGNE_ARCHIVEE', string> = {
  CAMPAGNE_ARCHIVEE,
  PIECE_INCONNUE: 'Cette pièce n’existe pas.',
  AUCUN_GENRE: 'Choisissez au moins un genre de structure.',
  CONDITION_ILLISIBLE: 'Complétez la condition\u00a0: une valeur manque ou n’est pas lisible.',
  CAS_SANS_EFFET: 'Cette condition ne change rien\u00a0: la pièce serait demandée de la même façon sinon.',
}

export const LIBELLE_TERME: Record<Terme, string> = {
  MONTANT_AU_MOINS: 'le montant demandé est d’au moins (euros)',
  MONTANT_AU_PLUS: 'le montant demandé est d’au plus (euros)',
  COUT_AU_MOINS: 'le coût du projet est d’au moins (euros)',
  COUT_AU_PLUS: 'le coût du projet est d’au plus (euros)',
  PARTICIPANTS_AU_MOINS: 'le nombre de participants est d’au moins',
  PARTICIPANTS_AU_PLUS: 'le nombre de participants est d’au plus',
  PAYS_PARMI: 'le pays est l’un de ceux-ci (séparés par des virgules)',
  PAYS_HORS: 'le pays n’est aucun de ceux-ci (séparés par des virgules)',
  CREATION: 'la structure a été créée depuis moins de (mois, au dépôt)',
  DISPOSITIF_MEI: 'le dispositif est la mobilité',
  DISPOSITIF_JUMELAGES: 'le dispositif est celui des jumelages',
  MINEURS: 'des mineurs participent',
  SANS_MINEURS: 'aucun mineur ne participe',
  RENOUVELLEMENT: 'la structure a reçu une subvention l’année précédente',
  PREMIERE_DEMANDE: 'la structure n’a pas reçu de subvention l’année précédente',
  SIGNATAIRE: 'le signataire n’est pas le représentant légal',
}

export const LIBELLE_REFUS_PUBLICATION: Record<RefusPublication, string> = {
  CAMPAGNE_ARCHIVEE,
  RIEN_A_PUBLIER: 'Aucune version n’est en préparation.',
  AUCUN_CHANGEMENT: 'La version en préparation dit la même chose que celle en vigueur\u00a0: il n’y a rien à publier.',
  RIEN_DEMANDE: 'La version en préparation ne demande aucune pièce à personne.',
}

type RefusPublication = 'CAMPAGNE_ARCHIVEE' | 'RIEN_A_PUBLIER' | 'AUCUN_CHANGEMENT' | 'RIEN_DEMANDE'

export const LIBELLE_REFUS_REAPPLICATION = {
  CAMPAGNE_ARCHIVEE,
  RIEN_EN_VIGUEUR: 'Aucune version n’est publiée.',
  AUCUN_DOSSIER: 'Tous les dossiers sans décision suivent déjà la version en vigueur.',
  DEJA_EN_COURS: 'Une application est déjà en cours\u00a0: attendez qu’elle se termine.',
  VERSION_DEPASSEE: 'Une autre version a été publiée entre-temps\u00a0: relisez l’aperçu.',
} as const

/** Why the version in force could not be applied to one dossier, or a fact could not be written down. */
export const LIBELLE_REFUS_EXIGENCES = {
  PAS_ENCORE_DEPOSE: 'Ce dossier n’est pas encore déposé\u00a0: il suivra la version en vigueur le jour du dépôt.',
  DECISION_DEJA_PRISE: 'Une décision a été prise\u00a0: ce qui est demandé à ce dossier ne change plus.',
  DEJA_EN_VIGUEUR: 'Ce dossier suit déjà la version en vigueur.',
  RIEN_EN_VIGUEUR: 'Aucune version n’est publiée.',
  VERSION_DEPASSEE:
    'Une autre version a été publiée entre-temps\u00a0: rechargez la page et relisez ce qui changerait.',
  FAIT_INCONNU: 'Cette information ne se précise pas ici.',
  REPONSE_ILLISIBLE: 'Répondez par oui ou par non, ou indiquez un jour du calendrier pour la création.',
} as const
