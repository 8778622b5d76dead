import { type Agent, requireDroit } from '#domain/acces/droits'
import { droitDe, seFait, suite } from '#domain/dossier/etat'
import { etatRetrouve } from '#domain/dossier/instruction'
import { ok, type Result } from '#domain/result'
import {
  type RefusRepriseVote,
  type RefusVote,
  reprendreVote as reprendre,
  voter,
  type VoteSaisi,
} from '#domain/seance/vote'
import type { Tx } from '#infra/db'
import type { Deps, DepsActe } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { aDecider, lockEnveloppe } from '#infra/stores/campagne/enveloppe'
import { rafraichirDelais } from '#infra/stores/complement/complement'
import { claimVersion, loadDossier } from '#infra/stores/dossier/dossier'
import { situationDuDossier } from '#infra/stores/dossier/situation'
import { holdSeance, inscriptionDe } from '#infra/stores/seance/seance'

type Vise = { ligneId: string; version: number }

/** The line at the version that was on the screen, its séance and its dossier, all held until the commit. Throws NotFound, Conflict. */
async function tenirLigne(tx: Tx, { ligneId, version }: Vise) {
  const lue = await tx.ligneSeance.findUnique({ where: { id: ligneId }, select: { seanceId: true, dossierId: true } })
  if (!lue) throw new NotFound('ligne-seance', ligneId)
  const seance = await holdSeance(tx, lue.seanceId, 'AVEC_D_AUTRES')
  await lockEnveloppe(tx, lue.dossierId)
  const ligne = await tx.ligneSeance.findUniqueOrThrow({ where: { id: ligneId } })
  if (ligne.version !== version) throw new Conflict('dossier', ligne.dossierId)
  return { seance, ligne, dossier: await loadDossier(tx, ligne.dossierId) }
}

/** Claims the line for this act: two who enter its vote at once do not both. */
async function claimLigne(
  tx: Tx,
  { ligneId, version }: Vise,
  dossierId: string,
  data: Parameters<Tx['ligneSeance']['updateMany']>[0]['data'],
) {
  const { count } = await tx.ligneSeance.updateMany({
    where: { id: ligneId, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict('dossier', dossierId)
}

/**
 * Enters what the Commission permanente voted on a line. The dossier waits for the délibération to be in force, and nobody is told; what is put
 * off goes back to the instruction, for another séance. Throws Forbidden, NotFound, Conflict.
 */
export async function voterLigne(
  { db, now }: DepsActe,
  agent: Agent,
  { saisi, ...vise }: Vise & { saisi: VoteSaisi },
): Promise<Result<{ numero: string }, RefusVote>> {
  requireDroit(agent, droitDe('voter'))
  return db.$transaction(async (tx) => {
    const { seance, ligne, dossier } = await tenirLigne(tx, vise)
    const le = now()
    const { vote, avis, montantProposeCents } = ligne
    const presentee = { vote, avis: avis ?? 'DEFAVORABLE', montantProposeCents: montantProposeCents ?? 0n }
    const answer = voter({ seance, ligne: presentee, dossier: await aDecider(tx, dossier, le) }, saisi, le)
    if (!answer.ok) return answer
    const { decision, depassement, presents } = answer.value
    const { nature = null, montantCents = null, motif = null, precision = saisi.precision.trim() } = decision ?? {}
    const apres = decision ? (suite(dossier.etat, 'voter') ?? dossier.etat) : dossier.etat
    await claimLigne(tx, vise, dossier.id, {
      ...{ vote: answer.value.vote, nature, montantCents, motif, precision, depassement, presents },
      ...{ voteLe: le, voteParId: agent.id, etatAvant: decision ? dossier.etat : null },
    })
    await claimVersion(tx, dossier, decision ? { etat: apres, montantAccordeCents: montantCents } : {})
    await writeJournal(tx, agent, {
      acte: 'voter',
      objet: 'dossier',
      objetId: dossier.id,
      detail: {
        ...{
          seanceId: seance.id,
          jour: seance.jour,
          vote: answer.value.vote,
          nature,
          motif,
          precision,
          depassement,
          presents,
        },
        ...{ avant: dossier.etat, apres, montantCents: montantCents?.toString() ?? null },
      },
      le,
    })
    return ok({ numero: dossier.numero ?? '' })
  })
}

/** Takes a vote back until the délibération is numbered: the dossier is again as before it. Throws Forbidden, NotFound, Conflict. */
export async function reprendreVote(
  { db, now }: Deps,
  agent: Agent,
  vise: Vise,
): Promise<Result<{ numero: string }, RefusRepriseVote>> {
  requireDroit(agent, droitDe('reprendreVote'))
  return db.$transaction(async (tx) => {
    const { seance, ligne, dossier } = await tenirLigne(tx, vise)
    const attendAilleurs = (await inscriptionDe(tx, dossier.id)) !== null && ligne.vote !== null
    const answer = reprendre(seance, { ...ligne, attendAilleurs })
    if (!answer.ok) return answer
    const le = now()
    const etatAvant = seFait(dossier.etat, 'reprendreVote') ? answer.value : null
    const apres = etatAvant && etatRetrouve(etatAvant, await situationDuDossier(tx, dossier, le))
    await claimLigne(tx, vise, dossier.id, {
      ...{ vote: null, nature: null, montantCents: null, motif: null, precision: '', depassement: '', presents: '' },
      ...{ voteLe: null, voteParId: null, etatAvant: null },
    })
    await claimVersion(tx, dossier, apres ? { etat: apres, montantAccordeCents: null } : {})
    await rafraichirDelais(tx, dossier.id)
    const detail = {
      seanceId: seance.id,
      jour: seance.jour,
      vote: ligne.vote,
      avant: dossier.etat,
      apres: apres ?? dossier.etat,
    }
    await writeJournal(tx, agent, { acte: 'reprendreVote', objet: 'dossier', objetId: dossier.id, detail, le })
    return ok({ numero: dossier.numero ?? '' })
  })
}
