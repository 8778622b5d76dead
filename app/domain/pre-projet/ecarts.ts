import { type Montant, ratio } from '#domain/budget/montant'
import { similarite, TITRES_PAREILS } from '#domain/ressemblance'
import { daysBetween, type Jour } from '#domain/temps/jour'
import { plier } from '#domain/texte'

/** What a project says at one moment, as people read it. */
export type Etape = {
  titre: string
  structure: string
  siret: string | null
  pays: string
  ville: string
  partenaire: string
  dateDebut: Jour | null
  dateFin: Jour | null
  participants: number | null
  coutTotalCents: Montant | null
  montantCents: Montant | null
}

export const SUJETS_ECART = [
  'MONTANT',
  'COUT',
  'DEBUT',
  'FIN',
  'PAYS',
  'VILLE',
  'PARTENAIRE',
  'PARTICIPANTS',
  'TITRE',
  'STRUCTURE',
] as const
export type SujetEcart = (typeof SUJETS_ECART)[number]

/** FORT is flagged; LEGER is a change an officer may pass over; NUL none; MUET when one side says nothing. */
export type Niveau = 'NUL' | 'LEGER' | 'FORT' | 'MUET'

/** `part` is the change of an amount or a number as a part of what was announced; `jours` the days a date moved, later counted positive. */
export type Ecart = { sujet: SujetEcart; niveau: Niveau; part?: number; jours?: number }

/** From which change the drift of a figure is flagged: the amount asked is public money, the rest may breathe more. */
const POUR_CENT: Record<'MONTANT' | 'COUT' | 'PARTICIPANTS', bigint> = { MONTANT: 10n, COUT: 20n, PARTICIPANTS: 20n }
const JOURS_FORTS = 15

function figure(sujet: keyof typeof POUR_CENT, avant: Montant | null, apres: Montant | null): Ecart {
  if (avant === null || apres === null || avant <= 0n) return { sujet, niveau: 'MUET' }
  const ecart = apres - avant
  const part = ratio(ecart, avant) ?? 0
  if (ecart === 0n) return { sujet, niveau: 'NUL', part }
  const fort = (ecart < 0n ? -ecart : ecart) * 100n > POUR_CENT[sujet] * avant
  return { sujet, niveau: fort ? 'FORT' : 'LEGER', part }
}

function date(sujet: 'DEBUT' | 'FIN', avant: Jour | null, apres: Jour | null): Ecart {
  if (!avant || !apres) return { sujet, niveau: 'MUET' }
  const jours = daysBetween(avant, apres)
  return { sujet, jours, niveau: jours === 0 ? 'NUL' : Math.abs(jours) >= JOURS_FORTS ? 'FORT' : 'LEGER' }
}

/** A place or a partner is the same when one of the two is a part of the other once folded. */
function mots(sujet: 'PAYS' | 'VILLE' | 'PARTENAIRE', avant: string, apres: string): Ecart {
  const [a, b] = [plier(avant), plier(apres)]
  if (a === '' || b === '') return { sujet, niveau: 'MUET' }
  if (a === b) return { sujet, niveau: 'NUL' }
  return { sujet, niveau: a.includes(b) || b.includes(a) ? 'LEGER' : 'FORT' }
}

function titre(avant: string, apres: string): Ecart {
  const [a, b] = [plier(avant), plier(apres)]
  if (a === '' || b === '') return { sujet: 'TITRE', niveau: 'MUET' }
  if (a === b) return { sujet: 'TITRE', niveau: 'NUL' }
  return { sujet: 'TITRE', niveau: similarite(a, b) >= TITRES_PAREILS ? 'LEGER' : 'FORT' }
}

function structure(avant: Etape, apres: Etape): Ecart {
  if (avant.siret && apres.siret) {
    if (avant.siret === apres.siret) return { sujet: 'STRUCTURE', niveau: 'NUL' }
    const memeSiren = avant.siret.slice(0, 9) === apres.siret.slice(0, 9)
    return { sujet: 'STRUCTURE', niveau: memeSiren ? 'LEGER' : 'FORT' }
  }
  const [a, b] = [plier(avant.structure), plier(apres.structure)]
  if (a === '' || b === '') return { sujet: 'STRUCTURE', niveau: 'MUET' }
  return { sujet: 'STRUCTURE', niveau: a === b ? 'NUL' : 'LEGER' }
}

const enEntier = (n: number | null): Montant | null => (n === null ? null : BigInt(n))

/** What changed between what was announced and what was deposited, subject by subject. Help to the officer: none of it refuses the dossier. */
export const ecartsDe = (annonce: Etape, depose: Etape): Ecart[] => [
  figure('MONTANT', annonce.montantCents, depose.montantCents),
  figure('COUT', annonce.coutTotalCents, depose.coutTotalCents),
  date('DEBUT', annonce.dateDebut, depose.dateDebut),
  date('FIN', annonce.dateFin, depose.dateFin),
  mots('PAYS', annonce.pays, depose.pays),
  mots('VILLE', annonce.ville, depose.ville),
  mots('PARTENAIRE', annonce.partenaire, depose.partenaire),
  figure('PARTICIPANTS', enEntier(annonce.participants), enEntier(depose.participants)),
  titre(annonce.titre, depose.titre),
  structure(annonce, depose),
]

/** The changes an officer is to be shown first. */
export const ecartsForts = (ecarts: readonly Ecart[]): Ecart[] => ecarts.filter(({ niveau }) => niveau === 'FORT')
