import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, type Result } from '#domain/result'
import { champsDuVote, jugerClasseur, type LigneActuelle } from '#domain/seance/classeur-de-votes'
import { etapeDe } from '#domain/seance/seance'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { resteEnveloppe } from '#infra/stores/campagne/enveloppe'
import { loadSeance } from '#infra/stores/seance/seance'
import { lireTableauDepose } from '#lecteurs/tableau-depose'
import { phraseDeCellule } from '#libelles/seance/classeur'
import { preparerParLigne } from '#usecases/lot-actes/preparer-par-ligne'
import type { RefusPreparation } from '#usecases/lot-actes/preparer-lot'

/** `ILLISIBLE`: `detail` is the sentence to show. */
export type RefusClasseurDeVotes = RefusPreparation | 'PAS_OUVERTE_AU_VOTE' | 'ILLISIBLE'

const LIGNE = {
  ...{ id: true, dossierId: true, version: true, montantProposeCents: true, vote: true, montantCents: true },
  dossier: { select: { montantDemandeCents: true, campagne: { select: { id: true, enveloppeCents: true } } } },
} as const

/** The lines of the séance as they are, and what their enveloppes still hold. */
async function seanceActuelle(db: Db, seanceId: string) {
  const lues = await db.ligneSeance.findMany({ where: { seanceId }, orderBy: { rang: 'asc' }, select: LIGNE })
  const campagnes = new Map(lues.map(({ dossier: { campagne } }) => [campagne.id, campagne]))
  const restes = await Promise.all(
    [...campagnes.values()].map(
      async (campagne) => [campagne.id, await db.$transaction((tx) => resteEnveloppe(tx, campagne))] as const,
    ),
  )
  const lignes = lues.map(({ dossier, montantProposeCents, ...ligne }): LigneActuelle => ({
    ...ligne,
    campagne: dossier.campagne.id,
    demandeCents: dossier.montantDemandeCents,
    proposeCents: montantProposeCents ?? 0n,
  }))
  return { lignes, restes: Object.fromEntries(restes) }
}

/**
 * Takes back the workbook of a séance: a reader reads its bytes, and a lot is prepared of the votes that are in it, to be looked at line by line
 * before any yes. Nothing is voted yet. Throws Forbidden, NotFound.
 */
export async function deposerVotes(
  deps: DepsFichiers,
  agent: Agent,
  { seanceId, nom, cle }: { seanceId: string; nom: string; cle: string },
): Promise<Result<{ lotId: string }, RefusClasseurDeVotes>> {
  requireDroit(agent, 'seance.voter')
  if (etapeDe(await loadSeance(deps.db, seanceId)) !== 'VOTES') return no('PAS_OUVERTE_AU_VOTE')
  const lue = await lireTableauDepose('votes', deps, { nom, cle })
  if (!lue.ok) return lue
  const { lignes, restes } = await seanceActuelle(deps.db, seanceId)
  const { jugees, rejets } = jugerClasseur(lue.value, lignes, restes)
  return preparerParLigne(deps, agent, {
    acte: 'voter',
    champs: { seanceId },
    lignes: jugees.map((jugee) =>
      'vote' in jugee
        ? { dossierId: jugee.dossierId, saisie: champsDuVote(jugee.vote), motif: null }
        : { dossierId: jugee.dossierId, saisie: {}, motif: phraseDeCellule(jugee.refus) },
    ),
    rejets: rejets.map(phraseDeCellule),
  })
}
