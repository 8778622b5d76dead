import { codeSuivant, reglementSuivant } from '#domain/campagne/campagne-suivante'
import { lireReglages } from '#domain/campagne/reglages'
import { saisirReglement } from '#domain/campagne/reglement'
import { accusesTus, estSignataireEntier } from '#domain/courriel/signature'
import { fromDate } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { campagneDuCode, reglementDe } from '#infra/stores/campagne/version-exigences'

/** The settings of one campagne as its form shows them, its state, and the receipts that nobody signs (`tus`). Throws NotFound. */
export async function reglementCampagne(db: Db, code: string) {
  const c = await campagneDuCode(db, code)
  const { etat, version } = c
  return {
    code: c.code,
    version,
    etat,
    fermeeLe: c.fermeeLe && fromDate(c.fermeeLe),
    saisie: saisirReglement(reglementDe(c)),
    tus: accusesTus(lireReglages(c.reglages, c.dispositif)),
  }
}

/** What the campagne after this one would start from, beside what this one says; `connue` where somebody has prepared it already. Throws NotFound. */
export async function campagneSuivante(db: Db, depuis: string) {
  const c = await campagneDuCode(db, depuis)
  const suivant = codeSuivant(c)
  const connue = await db.campagne.findUnique({ where: { code: suivant }, select: { code: true } })
  const avant = reglementDe(c)
  return {
    depuis: c.code,
    version: c.version,
    code: suivant,
    connue: connue !== null,
    signataireComplet: estSignataireEntier(avant.reglages.signataire),
    avant: saisirReglement(avant),
    saisie: saisirReglement(reglementSuivant(avant, c.annee)),
  }
}
