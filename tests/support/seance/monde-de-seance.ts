import { isDeepStrictEqual } from 'node:util'
import type { Montant } from '#domain/budget/montant'
import type { DossierADecider } from '#domain/dossier/decision'
import { type Etat, suite } from '#domain/dossier/etat'
import { type Proposition, proposer, type PropositionVoulue } from '#domain/proposition/proposition'
import { type AvisProposition } from '#domain/proposition/proposition'
import { champsDuVote, jugerClasseur, type LigneDuClasseur, lireVoteDeClasseur } from '#domain/seance/classeur-de-votes'
import { deliberer, rendreExecutoire } from '#domain/seance/deliberation'
import { type Preparation, preparer, reprendrePreparation } from '#domain/seance/liberation'
import { clore, inscrire, rouvrirListe } from '#domain/seance/seance'
import { reprendreVote, type Vote, voter, type VoteSaisi } from '#domain/seance/vote'
import { notifier } from '#domain/seance/vote-notifie'
import type { Jour } from '#domain/temps/jour'
import { desBloquants } from '#support/bloquants'

export const NOW = new Date('2026-06-20T08:00:00Z')
const [TODAY, JOUR, EXECUTOIRE] = ['2026-06-20', '2026-06-16', '2026-06-19']
const SEANCE = { id: 's', jour: JOUR, cloture: '2026-06-20' }

/** What was voted of a line, and its rank among all votes. */
type Rendu = { vote: Vote; nature: 'ACCORDE' | 'ACCORDE_PARTIEL' | 'REFUSE' | null; montantCents: Montant | null; motif: string | null; precision: string; depassement: string; etatAvant: Etat | null; quand: number } // prettier-ignore
type Ligne = { version: number; figee: { avis: AvisProposition; montantProposeCents: Montant } | null; rendu: Rendu | null } // prettier-ignore

export type DossierDuMonde = {
  id: string
  campagne: string
  montantDemandeCents: Montant
  etat: Etat
  proposition: Proposition | null
  ligne: Ligne | null
}

export type Monde = {
  enveloppes: Readonly<Record<string, Montant | null>>
  dossiers: DossierDuMonde[]
  closeLe: Date | null
  deliberation: { numero: string; le: Jour; executoireLe: Jour | null } | null
  preparation: Preparation
  votes: number
}

const avancement = ({ closeLe, deliberation }: Monde) => ({ closeLe, deliberation })

/** Voted of one campagne, told or not: what its enveloppe is spent on. */
export const voteDe = ({ dossiers }: Monde, campagne: string): Montant =>
  dossiers.filter((d) => d.campagne === campagne).reduce((somme, d) => somme + (d.ligne?.rendu?.montantCents ?? 0n), 0n)

export const resteDe = (monde: Monde, campagne: string): Montant | null => {
  const enveloppe = monde.enveloppes[campagne] ?? null
  return enveloppe === null ? null : enveloppe - voteDe(monde, campagne)
}

const aDecider = (monde: Monde, d: DossierDuMonde): DossierADecider => ({
  ...{ etat: d.etat, montantDemandeCents: d.montantDemandeCents, bloquants: desBloquants() },
  ...{ completude: { complet: true }, signalements: [], montantMaxCents: null },
  resteEnveloppeCents: resteDe(monde, d.campagne),
  voteRouvert: null,
  inscription: d.ligne && !d.ligne.rendu ? { seanceId: SEANCE.id, jour: SEANCE.jour } : null,
})

function entrerVote(monde: Monde, d: DossierDuMonde, saisi: VoteSaisi) {
  if (!d.ligne) return
  const { avis, montantProposeCents } = d.ligne.figee ?? { avis: 'DEFAVORABLE', montantProposeCents: 0n }
  const presentee = { avis, montantProposeCents, vote: d.ligne.rendu?.vote ?? null }
  const answer = voter({ seance: { ...avancement(monde), id: SEANCE.id }, ligne: presentee, dossier: aDecider(monde, d) }, saisi, NOW) // prettier-ignore
  if (!answer.ok) return
  const { vote, decision, depassement } = answer.value
  const { nature = null, montantCents = null, motif = null, precision = saisi.precision.trim() } = decision ?? {}
  if (nature === 'SANS_SUITE' || nature === 'RETIRE' || nature === 'HORS_DELAI' || nature === 'INELIGIBLE')
    throw new Error(`not of a vote: ${nature}`)
  const etatAvant = decision ? d.etat : null
  d.ligne.rendu = { vote, nature, montantCents, motif, precision, depassement, etatAvant, quand: (monde.votes += 1) }
  d.ligne.version += 1
  if (decision) d.etat = suite(d.etat, 'voter') ?? d.etat
}

/** What may be done of a world, by the rules alone; what they refuse changes nothing. */
export const gestes = {
  proposer(d: DossierDuMonde, voulue: PropositionVoulue) {
    const { etat, montantDemandeCents, proposition: actuelle } = d
    const answer = proposer({ etat, montantDemandeCents, actuelle }, voulue)
    if (answer.ok) d.proposition = answer.value
  },
  inscrire(monde: Monde, d: DossierDuMonde) {
    const { etat, proposition, ligne } = d
    const answer = inscrire({ ...SEANCE, ...avancement(monde) }, { etat, propose: proposition !== null, inscrit: ligne !== null }, TODAY) // prettier-ignore
    if (answer.ok) d.ligne = { version: 1, figee: null, rendu: null }
  },
  clore(monde: Monde) {
    const inscrits = monde.dossiers.filter(({ ligne }) => ligne)
    const lignes = inscrits.map(({ id, etat, proposition }) => ({ numero: id, etat, propose: proposition !== null }))
    if (!clore(avancement(monde), lignes).ok) return
    monde.closeLe = NOW
    for (const { ligne, proposition } of inscrits)
      if (ligne && proposition) ligne.figee = { avis: proposition.avis, montantProposeCents: proposition.montantCents }
  },
  rouvrir(monde: Monde) {
    if (rouvrirListe(avancement(monde), monde.dossiers.filter(({ ligne }) => ligne?.rendu).length).ok) monde.closeLe = null // prettier-ignore
  },
  voter: entrerVote,
  /** The workbook of the séance taken back: judged whole, kept, read again, and each vote entered by its own rule. */
  classeur(monde: Monde, saisis: ReadonlyMap<DossierDuMonde, VoteSaisi>) {
    const lues = [...saisis].map(([d, saisi], i): LigneDuClasseur => ({
      ...{ rang: i + 2, cle: d.id, version: d.ligne?.version ?? 0 },
      ...saisi,
    })) // prettier-ignore
    const actuelles = monde.dossiers.flatMap((d) => (d.ligne ? [{ ...d, id: d.id, dossierId: d.id, version: d.ligne.version, demandeCents: d.montantDemandeCents, proposeCents: d.ligne.figee?.montantProposeCents ?? 0n, vote: d.ligne.rendu?.vote ?? null, montantCents: d.ligne.rendu?.montantCents ?? null }] : [])) // prettier-ignore
    const restes = Object.fromEntries(Object.keys(monde.enveloppes).map((une) => [une, resteDe(monde, une)]))
    for (const jugee of jugerClasseur(lues, actuelles, restes).jugees) {
      const garde = 'vote' in jugee ? lireVoteDeClasseur(champsDuVote(jugee.vote)) : null
      if ('vote' in jugee && !isDeepStrictEqual(garde, jugee.vote)) throw new Error('what is kept is not what was judged')
      const d = monde.dossiers.find(({ id }) => id === jugee.dossierId)
      if (garde && d) entrerVote(monde, d, garde.saisi)
    }
  },
  reprendreVote(monde: Monde, d: DossierDuMonde) {
    if (!d.ligne) return
    const { vote = null, etatAvant = null } = d.ligne.rendu ?? {}
    const answer = reprendreVote(avancement(monde), { vote, etatAvant, attendAilleurs: false })
    if (!answer.ok) return
    d.ligne = { ...d.ligne, version: d.ligne.version + 1, rendu: null }
    d.etat = answer.value ?? d.etat
  },
  deliberer(monde: Monde) {
    const votes = monde.dossiers.flatMap(({ ligne }) => (ligne ? [ligne.rendu?.vote ?? null] : []))
    if (deliberer({ ...avancement(monde), jour: SEANCE.jour }, votes, JOUR, TODAY).ok)
      monde.deliberation = { numero: '2026-001', le: JOUR, executoireLe: null }
  },
  rendreExecutoire(monde: Monde) {
    const answer = rendreExecutoire(monde.deliberation, EXECUTOIRE, TODAY)
    if (answer.ok && monde.deliberation) monde.deliberation.executoireLe = answer.value
  },
  preparer(monde: Monde, parId: string) {
    const seance = { ...avancement(monde), preparation: monde.preparation }
    const aNotifier = monde.dossiers.filter(({ etat }) => etat === 'VOTE').length
    if (preparer(seance, aNotifier).ok) monde.preparation = { parId }
  },
  reprendrePreparation(monde: Monde) {
    if (reprendrePreparation(monde.preparation).ok) monde.preparation = null
  },
  /** What is told of a dossier, let go by `parId`; null where nothing may be. */
  notifier(monde: Monde, d: DossierDuMonde, parId: string) {
    const { deliberation, preparation } = monde
    const rendu = d.ligne?.rendu
    if (!rendu) return null
    const answer = notifier({ etat: d.etat, vote: { seanceId: SEANCE.id, ...rendu }, deliberation, preparation, parId }, NOW)
    if (!answer.ok) return null
    const { decision, deliberation: portee } = answer.value
    return { decision, deliberation: portee, rendu }
  },
} // prettier-ignore
