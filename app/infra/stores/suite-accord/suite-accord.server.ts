import { cleUnique } from '#domain/courriel/courriel'
import { reprendre } from '#domain/courriel/reprise-decision'
import type { Accord } from '#domain/suite-accord/accord'
import type { VersementGarde } from '#domain/suite-accord/versement'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import type { DossierCharge } from '#infra/stores/dossier/dossier'
import { voteDeDecision } from '#infra/stores/seance/seance'

/** The grant of a dossier, for what follows it; null where it is not granted. */
export async function accordDe(
  tx: Tx | Db,
  { etat, decision }: Pick<DossierCharge, 'etat' | 'decision'>,
  now: Date,
): Promise<Accord | null> {
  if (!decision || (etat !== 'ACCORDE' && etat !== 'ACCORDE_PARTIEL')) return null
  const courriel = await tx.courriel.findUnique({
    where: { cleUnique: cleUnique('decision', decision.id) },
    select: { etat: true, tentatives: true },
  })
  const vote = await voteDeDecision(tx, decision)
  return {
    montantCents: decision.montantCents ?? 0n,
    payableDes: vote?.deliberation?.executoireLe ?? jourDeParis(decision.priseLe),
    reprenable: reprendre({ decision, courriel }, now).ok,
    convention: {
      requise: decision.conventionRequise,
      signeeLe: decision.conventionSigneeLe && fromDate(decision.conventionSigneeLe),
    },
  }
}

/** What was paid of a dossier and given back, in the order of the days. */
export async function versementsDe(tx: Tx | Db, dossierId: string): Promise<VersementGarde[]> {
  const rows = await tx.versement.findMany({ where: { dossierId }, orderBy: [{ le: 'asc' }, { saisiLe: 'asc' }] })
  return rows.map(({ id, nature, montantCents, le, reference, annuleLe }) => ({
    ...{ id, nature, montantCents, reference },
    le: fromDate(le),
    estAnnule: annuleLe !== null,
  }))
}
