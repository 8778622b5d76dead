import { cleUnique } from '#domain/courriel/courriel'
import { PREUVES, type Preuve, preuveDe } from '#domain/courriel/preuve'
import { notificationProuvee } from '#domain/notification-de-decision/notification-prouvee'
import { SUITES_NOTIFICATION, suiteDeNotification } from '#domain/notification-de-decision/suite-de-notification'
import { fromDate } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { loadSeance } from '#infra/stores/seance/seance'

const LIGNE = {
  nature: true,
  montantCents: true,
  rouverteLe: true,
  dossier: { select: { numero: true, objet: true, structure: { select: { nom: true } } } },
  decision: {
    select: { id: true, avecCourriel: true, courrierLe: true, courrierRecommande: true, parCourrierDepuis: true },
  },
} as const

const COURRIEL = {
  id: true,
  cleUnique: true,
  etat: true,
  cause: true,
  destinataire: true,
  remisAuServeurLe: true,
} as const

/**
 * Each decision that a séance voted, until its notification is proved or an agent saw to it: what is proved of it, and what comes next. Nothing does of
 * one that was reopened: it is listed apart, and counts for nothing. Throws NotFound.
 */
export async function suiviDeSeance(db: Db, id: string) {
  const { jour, intitule } = await loadSeance(db, id)
  const lues = await db.ligneSeance.findMany({
    where: { seanceId: id, nature: { not: null } },
    orderBy: { rang: 'asc' },
    select: LIGNE,
  })
  const cles = lues.flatMap(({ decision }) => (decision ? [cleUnique('decision', decision.id)] : []))
  const courriels = await db.courriel.findMany({ where: { cleUnique: { in: cles } }, select: COURRIEL })
  const parCle = new Map(courriels.map((un) => [un.cleUnique, un]))
  const vues = lues.map(({ nature, montantCents, rouverteLe, dossier, decision: lue }) => {
    const decision = lue && { ...lue, courrierLe: lue.courrierLe && fromDate(lue.courrierLe) }
    const parti = decision && parCle.get(cleUnique('decision', decision.id))
    const courriel = parti
      ? { id: parti.id, destinataire: parti.destinataire, etat: parti.etat, preuve: preuveDe(parti) }
      : null
    const faits = { remisAuServeurLe: parti?.remisAuServeurLe ?? null, courrierLe: decision?.courrierLe ?? null }
    const prouvee = notificationProuvee(faits)
    return {
      ...{ numero: dossier.numero ?? '', objet: dossier.objet, structure: dossier.structure.nom, nature, montantCents },
      ...{ courriel, prouvee, parCourrierDepuis: decision?.parCourrierDepuis ?? null, rouverteLe },
      suite: suiteDeNotification({ decision, courriel, prouvee }),
    }
  })
  const lignes = vues.filter(({ rouverteLe }) => rouverteLe === null)
  return {
    ...{ id, jour, intitule, total: lignes.length },
    comptes: PREUVES.map((preuve): { preuve: Preuve; n: number } => ({
      preuve,
      n: lignes.filter(({ courriel }) => courriel?.preuve === preuve).length,
    })),
    parCourrier: lignes.filter(({ prouvee }) => prouvee?.par === 'COURRIER').length,
    groupes: SUITES_NOTIFICATION.map((suite) => ({
      suite,
      lignes: lignes.filter((une) => une.suite === suite),
    })).filter((groupe) => groupe.lignes.length > 0),
    reglees: lignes.filter(({ suite }) => suite === null),
    rouvertes: vues.filter(({ rouverteLe }) => rouverteLe !== null),
  }
}
