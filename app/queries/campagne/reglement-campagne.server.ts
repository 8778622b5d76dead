import { lireReglages } from '#domain/campagne/reglages'
import { accusesTus } from '#domain/courriel/signature'
import { saisirReglement } from '#domain/campagne/reglement'
import { fromDate } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { campagneDuCode } from '#infra/stores/campagne/version-exigences'

/** The settings of one campagne as its form shows them, and the receipts that nobody signs (`tus`). Throws NotFound. */
export async function reglementCampagne(db: Db, code: string) {
  const c = await campagneDuCode(db, code)
  const reglages = lireReglages(c.reglages, c.dispositif)
  const saisie = saisirReglement({
    libelle: c.libelle,
    ouverteLe: fromDate(c.ouverteLe),
    echeanceFiche: fromDate(c.echeanceFiche),
    echeanceDepot: fromDate(c.echeanceDepot),
    enveloppeCents: c.enveloppeCents,
    reglages,
  })
  return { code: c.code, version: c.version, saisie, tus: accusesTus(reglages) }
}
