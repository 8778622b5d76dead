import type { Montant } from '#domain/budget/montant'
import { type Avis, inviteADeposer } from '#domain/pre-projet/avis'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import { joursEntre, type Periode, similarite, TITRES_PAREILS } from '#domain/ressemblance'
import { compareJours, type Jour } from '#domain/temps/jour'

/** One project as it was told at one moment: by a fiche pré-projet, or by a dossier. */
export type Recit = Periode & {
  siret: string | null
  structurePliee: string
  titrePlie: string
  paysPlie: string
  villePliee: string
  coutTotalCents: Montant | null
  montantCents: Montant | null
}

/** Why a fiche and a dossier look like one project; the sentences are in #libelles/fil-rouge. */
export type Raison =
  | 'MEME_SIRET'
  | 'MEME_SIREN'
  | 'MEME_NOM'
  | 'TITRES_PAREILS'
  | 'TITRES_PROCHES'
  | 'MEME_VILLE'
  | 'MEME_PAYS'
  | 'MEMES_DATES'
  | 'DATES_PROCHES'
  | 'MEME_COUT'
  | 'MEME_MONTANT'

export type Ressemblance = { score: number; raisons: Raison[] }

/** What each likeness brings to the score, out of 100. The structure and the title bring most; the rest tells two projects of one structure apart. */
const POINTS: Record<Exclude<Raison, 'TITRES_PAREILS' | 'TITRES_PROCHES'>, number> = {
  MEME_SIRET: 40,
  MEME_SIREN: 32,
  MEME_NOM: 30,
  MEME_VILLE: 12,
  MEME_PAYS: 4,
  MEMES_DATES: 10,
  DATES_PROCHES: 5,
  MEME_COUT: 4,
  MEME_MONTANT: 4,
}
const POINTS_TITRE = 30
const TITRES_PROCHES = 0.35
const JOURS_PROCHES = 21
/** Two amounts are the same project's when they differ by less than this part of the larger. */
const ECART_MONTANT = 0.05

/** From this score a tie is proposed to an officer. A structure alone does not reach it: it must tell the same project too. */
export const SEUIL_PROPOSITION = 55

function structuresDe(a: Recit, b: Recit): Raison | null {
  if (a.siret && b.siret && a.siret === b.siret) return 'MEME_SIRET'
  if (a.siret && b.siret && a.siret.slice(0, 9) === b.siret.slice(0, 9)) return 'MEME_SIREN'
  return a.structurePliee !== '' && a.structurePliee === b.structurePliee ? 'MEME_NOM' : null
}

function lieuDe(a: Recit, b: Recit): Raison | null {
  if (a.villePliee !== '' && a.villePliee === b.villePliee) return 'MEME_VILLE'
  return a.paysPlie !== '' && a.paysPlie === b.paysPlie ? 'MEME_PAYS' : null
}

function datesDe(a: Recit, b: Recit): Raison | null {
  const jours = joursEntre(a, b)
  if (jours === null) return null
  if (jours === 0) return 'MEMES_DATES'
  return jours <= JOURS_PROCHES ? 'DATES_PROCHES' : null
}

const absolue = (n: Montant): Montant => (n < 0n ? -n : n)

function memeMontant(a: Montant | null, b: Montant | null): boolean {
  if (a === null || b === null || a <= 0n || b <= 0n) return false
  return Number(absolue(a - b)) <= ECART_MONTANT * Number(a > b ? a : b)
}

/**
 * How much a fiche and a dossier look like one project, from 0 to 100, and why. Without the same structure (SIRET, SIREN or name) it is 0: a
 * project that changed hands is tied by an officer.
 */
export function rapprocher(fiche: Recit, dossier: Recit): Ressemblance {
  const structure = structuresDe(fiche, dossier)
  if (!structure) return { score: 0, raisons: [] }
  const titres = similarite(fiche.titrePlie, dossier.titrePlie)
  const titre = titres >= TITRES_PAREILS ? 'TITRES_PAREILS' : titres >= TITRES_PROCHES ? 'TITRES_PROCHES' : null
  const autres = [
    structure,
    lieuDe(fiche, dossier),
    datesDe(fiche, dossier),
    memeMontant(fiche.coutTotalCents, dossier.coutTotalCents) ? ('MEME_COUT' as const) : null,
    memeMontant(fiche.montantCents, dossier.montantCents) ? ('MEME_MONTANT' as const) : null,
  ]
  const raisons = [autres[0], titre, ...autres.slice(1)].filter((raison): raison is Raison => raison !== null)
  const points = raisons.reduce(
    (somme, raison) => somme + (raison === 'TITRES_PAREILS' || raison === 'TITRES_PROCHES' ? 0 : POINTS[raison]),
    0,
  )
  return { score: Math.min(100, Math.round(points + POINTS_TITRE * titres)), raisons }
}

export type RefusFilRouge =
  'DEJA_FAIT' | 'DOSSIER_DEJA_RATTACHE' | 'FICHE_DEJA_RATTACHEE' | 'NUMERO_INVALIDE' | 'DOSSIER_INCONNU'

export type RefusInvitation = 'AVIS_NON_FAVORABLE' | 'DOSSIER_DEJA_DEPOSE' | 'DEPOT_CLOS' | 'SANS_ADRESSE'

/** May the structure of this fiche be invited to deposit? Only a favourable avis invites, and only what is not deposited yet and still can be. */
export function empechementInvitation(fiche: {
  etat: EtatPreProjet
  avis: Avis | null
  depose: boolean
  /** The last day to deposit; null without a campagne. */
  echeanceDepot: Jour | null
  today: Jour
}): RefusInvitation | null {
  if (fiche.etat !== 'AVIS_RENDU' || fiche.avis === null || !inviteADeposer(fiche.avis)) return 'AVIS_NON_FAVORABLE'
  if (fiche.depose) return 'DOSSIER_DEJA_DEPOSE'
  const { echeanceDepot, today } = fiche
  return echeanceDepot !== null && compareJours(echeanceDepot, today) < 0 ? 'DEPOT_CLOS' : null
}

export type EtatRapprochement = 'PROPOSE' | 'CONFIRME' | 'ECARTE'
export type ActeRapprochement = 'confirmer' | 'ecarter' | 'retablir'

const SUITE: Record<EtatRapprochement, Partial<Record<ActeRapprochement, EtatRapprochement>>> = {
  PROPOSE: { confirmer: 'CONFIRME', ecarter: 'ECARTE' },
  CONFIRME: { retablir: 'PROPOSE' },
  ECARTE: { retablir: 'PROPOSE', confirmer: 'CONFIRME' },
}

/** What a tie becomes by this act of an officer; undefined when it is already there. */
export const suiteRapprochement = (etat: EtatRapprochement, acte: ActeRapprochement) => SUITE[etat][acte]

/** Where the ties of a fiche or of a dossier stand as a whole: what the bannettes filter by. */
export const FILS = ['propose', 'rattache', 'aucun'] as const
export type Fil = (typeof FILS)[number]
