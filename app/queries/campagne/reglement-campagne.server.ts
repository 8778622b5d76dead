import { lireReglages } from '#domain/campagne/reglages'
import { saisirReglement } from '#domain/campagne/reglement'
import { fromDate } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { campagneDuCode } from '#infra/stores/campagne/version-exigences'

/** The settings of one campagne as its form shows them. Throws NotFound. */
export async function reglementCampagne(db: Db, code: string) {
  const c = await campagneDuCode(db, code)
  const saisie = saisirReglement({
    libelle: c.libelle,
    ouverteLe: fromDate(c.ouverteLe),
    echeanceFiche: fromDate(c.echeanceFiche),
    echeanceDepot: fromDate(c.echeanceDepot),
    enveloppeCents: c.enveloppeCents,
    reglages: lireReglages(c.reglages, c.dispositif),
  })
  return { code: c.code, version: c.version, saisie }
}
