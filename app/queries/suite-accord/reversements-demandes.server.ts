import { aRendreAujourdhui, estAttendu } from '#domain/suite-accord/demande-de-reversement'
import { totalVerse } from '#domain/suite-accord/versement'
import { fromDate } from '#domain/temps/jour'
import { adresseDe } from '#emails/courriel-de-dossier'
import type { Db } from '#infra/db'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { bilanDe } from '#infra/stores/suite-accord/bilan-de-projet'
import { reversementsDe } from '#infra/stores/suite-accord/reversement-demande'
import { accordDe, versementsDe } from '#infra/stores/suite-accord/suite-accord'

const PERSONNE = { select: { prenom: true, nom: true } } as const

/**
 * What a structure is to give back and what it was asked: the amount of today, what was asked with what came of it, the last first, and how to pay as it
 * was last written in this campagne.
 */
export async function reversementsDemandes(db: Db, dossierId: string, now: Date) {
  const dossier = await loadDossier(db, dossierId)
  const accord = await accordDe(db, dossier, now)
  const [bilan, versements] = [await bilanDe(db, dossierId), await versementsDe(db, dossierId)]
  const { coutTotalCents, campagneId } = dossier
  const aRendreCents = aRendreAujourdhui({ accord, bilan, verseCents: totalVerse(versements), coutTotalCents })
  const demandes = await reversementsDe(db, dossierId)
  const lus = await db.demandeDeReversement.findMany({
    where: { dossierId },
    orderBy: [{ demandeLe: 'desc' }, { id: 'desc' }],
    include: { demandePar: PERSONNE, annulePar: PERSONNE },
  })
  const dernier = await db.demandeDeReversement.findFirst({
    where: { dossier: { campagneId } },
    orderBy: [{ demandeLe: 'desc' }, { id: 'desc' }],
    select: { modalites: true },
  })
  return {
    aRendreCents,
    peutSeDemander: aRendreCents > 0n && accord?.reprenable === false && !demandes.some(estAttendu),
    modalites: dernier?.modalites ?? '',
    aUneAdresse: adresseDe(dossier) !== null,
    demandes: lus.map(({ duLe, ...un }) => ({
      ...un,
      duLe: fromDate(duLe),
      estAttendu: estAttendu({ ...un, estAnnule: un.annuleLe !== null }),
    })),
  }
}
