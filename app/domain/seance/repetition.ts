import { formatMontant, type Montant } from '#domain/budget/montant'
import { montantEnLettres } from '#domain/budget/lecture/montant-en-lettres'
import type { NatureDecision } from '#domain/dossier/decision'
import { compareJours, type Jour } from '#domain/temps/jour'

/** What is wrong with a mail of a séance before it leaves, in the order in which officers mend it. */
export const ANOMALIES = [
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

/** What is wrong in the words themselves: such a mail does not leave, whoever says so. */
const BLOQUANTES: readonly Anomalie[] = ['MONTANT_DIFFERENT', 'VARIABLE_VIDE', 'REFUS_SANS_MOTIF', 'SANS_VOIES_DE_RECOURS'] // prettier-ignore

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

/** What there is to look at in a mail before it leaves; nothing else is said of a mail that nobody would receive. */
export function anomaliesDe(mail: CourrielRepete, today: Jour): Anomalie[] {
  if (mail.courriel === null) return ['SANS_ADRESSE']
  const { texte } = mail.courriel
  return ANOMALIES.filter((une) => REGLES[une](mail, texte, today))
}
