import { type Agent, requireDroit } from '#domain/acces/droits'
import { lireReglages, reglagesEnJson } from '#domain/campagne/reglages'
import {
  CHAMPS_REGLEMENT,
  lireReglement,
  type RefusReglement,
  type Reglement,
  saisirReglement,
  type SaisieReglement,
} from '#domain/campagne/reglement'
import type { Result } from '#domain/result'
import { fromDate, toDate } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { promiseJob } from '#infra/outbox'
import { reexamenDesRecevabilites } from '#jobs/catalogue'
import { writeJournal } from '#infra/journal'
import { expectVersion } from '#infra/stores/dossier/dossier'
import { campagneDuCode, lockCampagne } from '#infra/stores/campagne/version-exigences'

type Input = { campagne: string; version: number; saisie: SaisieReglement }

/** Changes what the règlement of a campagne says: dates, enveloppe, delays, who signs. The journal tells each field before and after. */
export async function reglerCampagne(
  { db, now }: Deps,
  agent: Agent,
  { campagne: code, version, saisie }: Input,
): Promise<Result<Reglement, RefusReglement>> {
  requireDroit(agent, 'campagne.regler')

  return db.$transaction(async (tx) => {
    const { id } = await campagneDuCode(tx, code)
    await lockCampagne(tx, id)
    const campagne = await campagneDuCode(tx, code)
    expectVersion('campagne', campagne, version)
    const avant = reglementDe(campagne)
    const { _sum } = await tx.dossier.aggregate({ where: { campagneId: id }, _sum: { montantAccordeCents: true } })
    const answer = lireReglement(saisie, avant, _sum.montantAccordeCents ?? 0n)
    if (!answer.ok) return answer

    const { reglages, ouverteLe, echeanceFiche, echeanceDepot, ...reste } = answer.value
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
    const [a, b] = [saisirReglement(avant), saisirReglement(answer.value)]
    const differences = CHAMPS_REGLEMENT.filter((champ) => a[champ] !== b[champ]).map((champ) => ({
      champ,
      avant: a[champ],
      apres: b[champ],
    }))
    await promiseJob(tx, reexamenDesRecevabilites, {})
    await writeJournal(tx, agent, {
      acte: 'reglerCampagne',
      objet: 'campagne',
      objetId: id,
      detail: { differences },
      le: now(),
    })
    return answer
  })
}

type Ligne = Awaited<ReturnType<typeof campagneDuCode>>

const reglementDe = (campagne: Ligne): Reglement => ({
  libelle: campagne.libelle,
  ouverteLe: fromDate(campagne.ouverteLe),
  echeanceFiche: fromDate(campagne.echeanceFiche),
  echeanceDepot: fromDate(campagne.echeanceDepot),
  enveloppeCents: campagne.enveloppeCents,
  reglages: lireReglages(campagne.reglages, campagne.dispositif),
})
