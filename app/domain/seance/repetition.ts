import { formatMontant, type Montant } from '#domain/budget/montant'
import { montantEnLettres } from '#domain/budget/lecture/montant-en-lettres'
import type { NatureDecision } from '#domain/dossier/decision'
import type { EtatDeLettre } from '#domain/seance/lettre-repetee'
import { compareJours, type Jour } from '#domain/temps/jour'

/** What is wrong with what a séance tells, mail and letter, before it leaves; in the order in which officers mend it. */
export const ANOMALIES = [
  'LETTRE_SANS_SIGNATAIRE',
  'LETTRE_NON_COMPOSEE',
  'SANS_ADRESSE',
  'MONTANT_DIFFERENT',
  'VARIABLE_VIDE',
  'REFUS_SANS_MOTIF',
  'SANS_VOIES_DE_RECOURS',
  'ADRESSE_EN_ECHEC',
  'ECHEANCE_PASSEE',
  'SIGNATAIRE_INCOMPLET',
  'ADRESSE_PARTAGEE',
  'CONVENTION_A_FAIRE',
] as const
export type Anomalie = (typeof ANOMALIES)[number]

/** What is wrong in the words themselves, or on the page: such a decision is not told, whoever says so. */
const BLOQUANTES: readonly Anomalie[] = ['LETTRE_SANS_SIGNATAIRE', 'LETTRE_NON_COMPOSEE', 'MONTANT_DIFFERENT', 'VARIABLE_VIDE', 'REFUS_SANS_MOTIF', 'SANS_VOIES_DE_RECOURS'] // prettier-ignore

export const estBloquante = (anomalie: Anomalie): boolean => BLOQUANTES.includes(anomalie)

/** A mail of a séance as it would leave now, beside what was voted. */
export type CourrielRepete = {
  nature: NatureDecision
  montantVoteCents: Montant | null
  /** The ground of a refusal, in the words of the list; null where none is kept. */
  motif: string | null
  precision: string
  /** Null when there is nobody to write to. */
  courriel: { sujet: string; texte: string; echeances: readonly Jour[] } | null
  /** What every mail names: a value that is empty leaves a hole in a sentence. */
  nommes: readonly string[]
  signe: boolean
  adresseEnEchec: boolean
  /** Another structure of the same séance is written to at the same address. */
  adressePartagee: boolean
  conventionRequise: boolean
  /** Where its letter stands; one that is only to be drawn is no anomaly yet. */
  lettre: EtatDeLettre
}

const blancs = (texte: string): string => texte.replace(/\s+/gu, ' ')

/** A mail says a text, however its spaces and its ends of lines are made. */
const dit = (texte: string, voulu: string): boolean => blancs(texte).includes(blancs(voulu).trim())

/** A grant says its amount in figures and in letters, and both are those voted. */
const ditLeMontant = (texte: string, cents: Montant): boolean =>
  dit(texte, formatMontant(cents)) && dit(texte, montantEnLettres(cents))

/** Without the words that come from outside, which may hold any sign. */
const sans = (texte: string, mots: readonly string[]): string =>
  mots.filter(Boolean).reduce((reste, mot) => reste.replaceAll(blancs(mot), ''), blancs(texte))

/** What names the court that a decision may be brought to (docs/domaine.md § 7.5). */
const TRIBUNAL = 'tribunal administratif'

const REGLES: Record<Anomalie, (mail: CourrielRepete, texte: string, today: Jour) => boolean> = {
  LETTRE_SANS_SIGNATAIRE: ({ lettre }) => lettre === 'LETTRE_SANS_SIGNATAIRE',
  LETTRE_NON_COMPOSEE: ({ lettre }) => lettre === 'LETTRE_NON_COMPOSEE',
  SANS_ADRESSE: ({ courriel }) => courriel === null,
  MONTANT_DIFFERENT: ({ nature, montantVoteCents }, texte) =>
    nature !== 'REFUSE' && (montantVoteCents === null || !ditLeMontant(texte, montantVoteCents)),
  VARIABLE_VIDE: ({ nommes, precision, courriel }, texte) =>
    nommes.some((un) => un.trim() === '') ||
    /\{\w+\}/u.test(sans(`${courriel?.sujet ?? ''} ${texte}`, [...nommes, precision])),
  REFUS_SANS_MOTIF: ({ nature, motif, precision }, texte) =>
    nature === 'REFUSE' && (motif === null || precision.trim() === '' || !dit(texte, motif) || !dit(texte, precision)),
  SANS_VOIES_DE_RECOURS: ({ nature }, texte) => nature !== 'ACCORDE' && !dit(texte, TRIBUNAL),
  ADRESSE_EN_ECHEC: ({ adresseEnEchec }) => adresseEnEchec,
  ECHEANCE_PASSEE: ({ courriel }, _, today) =>
    (courriel?.echeances ?? []).some((jour) => compareJours(jour, today) < 0),
  SIGNATAIRE_INCOMPLET: ({ signe }) => !signe,
  ADRESSE_PARTAGEE: ({ adressePartagee }) => adressePartagee,
  CONVENTION_A_FAIRE: ({ conventionRequise }) => conventionRequise,
}

/** What can be wrong where nobody can be written to: the letter goes by post. */
const SANS_COURRIEL: readonly Anomalie[] = ['LETTRE_SANS_SIGNATAIRE', 'LETTRE_NON_COMPOSEE', 'SANS_ADRESSE']

/** What there is to look at in a decision before it is told. Of a mail that nobody would receive nothing is said but that; its letter is looked at all the same. */
export function anomaliesDe(mail: CourrielRepete, today: Jour): Anomalie[] {
  const { courriel } = mail
  const regardees = courriel === null ? SANS_COURRIEL : ANOMALIES
  return regardees.filter((une) => REGLES[une](mail, courriel?.texte ?? '', today))
}
