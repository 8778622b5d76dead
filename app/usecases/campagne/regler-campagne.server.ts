import { createHash } from 'node:crypto'
import { type Agent, requireDroit } from '#domain/acces/droits'
import { CHAMPS_DU_DEPOT } from '#domain/campagne/champs-reglement'
import type { Reglement } from '#domain/campagne/reglement-a-plat'
import { reglagesEnJson } from '#domain/campagne/reglages'
import {
  comparerReglements,
  type DifferenceReglement,
  lireReglement,
  type RefusReglement,
  type SaisieReglement,
} from '#domain/campagne/reglement'
import { champsAnnonces } from '#domain/demande-en-ligne/changement-de-reglement'
import { no, ok, type Result } from '#domain/result'
import { toDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { promiseJob } from '#infra/outbox'
import { reexamenDesRecevabilites } from '#jobs/catalogue'
import { writeJournal } from '#infra/journal'
import { expectVersion } from '#infra/stores/dossier/dossier'
import { campagneARegler, campagneDuCode, reglementDe } from '#infra/stores/campagne/version-exigences'
import { changerReglement } from '#usecases/demande-en-ligne/changer-reglement'

/** What is typed over which version of a campagne. */
export type ReglementSaisi = { campagne: string; version: number; saisie: SaisieReglement }

/** Names the changes that were shown before the yes: others are not saved on it. */
export const empreinteDesChangements = (differences: readonly DifferenceReglement[]): string =>
  createHash('sha256').update(JSON.stringify(differences)).digest('base64url')

/**
 * Changes what the règlement of a campagne says: dates, enveloppe, delays, who signs. `vu` names the changes whose effect was shown
 * (`empreinteDesChangements`). Where the demandes are made is for an administrator to say: Forbidden. APERCU_A_REVOIR says that what is typed is no longer that. The journal tells each field before and after.
 */
export async function reglerCampagne(
  { db, now }: Deps,
  agent: Agent,
  { vu, ...saisi }: ReglementSaisi & { vu: string },
): Promise<Result<undefined, RefusReglement | 'APERCU_A_REVOIR' | 'CAMPAGNE_ARCHIVEE'>> {
  requireDroit(agent, 'campagne.regler')

  return db.$transaction(async (tx) => {
    const visee = await campagneARegler(tx, saisi.campagne)
    if (!visee.ok) return visee
    const answer = await lireChangements(tx, saisi)
    if (!answer.ok) return answer
    const { id, differences, apres } = answer.value
    if (differences.some(({ champ }) => CHAMPS_DU_DEPOT.includes(champ))) requireDroit(agent, 'envois.regler')
    if (vu !== empreinteDesChangements(differences)) return no('APERCU_A_REVOIR')
    await ecrireReglement(tx, { id, version: saisi.version, apres })
    const le = now()
    await changerReglement(tx, { campagneId: id, champs: champsAnnonces(differences.map(({ champ }) => champ)), le })
    await promiseJob(tx, reexamenDesRecevabilites, {})
    await writeJournal(tx, agent, {
      acte: 'reglerCampagne',
      objet: 'campagne',
      objetId: id,
      detail: { differences },
      le,
    })
    return ok()
  })
}

/** What is typed, read and held against what the campagne says. Throws Conflict where the page showed another version. */
export async function lireChangements(
  tx: Tx,
  { campagne: code, version, saisie }: ReglementSaisi,
): Promise<Result<{ id: string; differences: DifferenceReglement[]; apres: Reglement }, RefusReglement>> {
  const campagne = await campagneDuCode(tx, code)
  expectVersion('campagne', campagne, version)
  const { _sum } = await tx.dossier.aggregate({
    where: { campagneId: campagne.id },
    _sum: { montantAccordeCents: true },
  })
  const answer = lireReglement(saisie, _sum.montantAccordeCents ?? 0n)
  if (!answer.ok) return answer
  const differences = comparerReglements(reglementDe(campagne), answer.value)
  return ok({ id: campagne.id, differences, apres: answer.value })
}

/** Writes a règlement over the version it was typed on. Throws Conflict. */
export async function ecrireReglement(
  tx: Tx,
  { id, version, apres }: { id: string; version: number; apres: Reglement },
): Promise<void> {
  const { reglages, ouverteLe, echeanceFiche, echeanceDepot, ...reste } = apres
  const { count } = await tx.campagne.updateMany({
    where: { id, version },
    data: {
      ...reste,
      ouverteLe: toDate(ouverteLe),
      echeanceFiche: toDate(echeanceFiche),
      echeanceDepot: toDate(echeanceDepot),
      reglages: reglagesEnJson(reglages),
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new Conflict('campagne', id)
}
