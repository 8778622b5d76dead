import { accuseDuLe, delaiCourt, enregistrementDuLe, horlogeRejet } from '#domain/dossier/delais'
import { suspensionsDe } from '#domain/complement/demande-complement'
import { cleUnique } from '#domain/courriel/courriel'
import type { NatureDecision } from '#domain/dossier/decision'
import { recoursDe } from '#domain/notification-de-decision/notification-prouvee'
import { estDecide } from '#domain/dossier/etat'
import { addDays, fromDate, type Jour, jourDeParis } from '#domain/temps/jour'
import { estOuvre, type Fermetures, joursFeries } from '#domain/temps/jours-ouvres'
import type { Db } from '#infra/db'
import { lireDemande } from '#infra/stores/complement/complement'
import { lireFermetures } from '#infra/stores/temps/fermetures'

/** The days after the deposit until the last one given for the receipt, and whether each counts. */
function joursDeLAccuse(deposeLe: Jour, jusquAu: Jour, fermetures: Fermetures) {
  const jours: { jour: Jour; ouvre: boolean; ferie: boolean; ferme: boolean }[] = []
  for (let jour = addDays(deposeLe, 1); jour <= jusquAu; jour = addDays(jour, 1)) {
    jours.push({
      jour,
      ouvre: estOuvre(jour, fermetures),
      ferie: joursFeries(Number(jour.slice(0, 4))).includes(jour),
      ferme: fermetures.has(jour),
    })
  }
  return jours
}

type DecisionLue = { id: string; nature: NatureDecision; courrierLe: Date | null }

/** From when, and until when, the decision may be contested. */
async function recoursDuDossier(db: Db, { id, nature, courrierLe }: DecisionLue) {
  const courriel = await db.courriel.findUnique({
    where: { cleUnique: cleUnique('decision', id) },
    select: { remisAuServeurLe: true },
  })
  const faits = { remisAuServeurLe: courriel?.remisAuServeurLe ?? null, courrierLe: courrierLe && fromDate(courrierLe) }
  return recoursDe(nature, faits)
}

/** The clocks of a dossier, step by step: from, stood still from and to and why, until, and the receipt. Null before the deposit. */
export async function delaisDossier(db: Db, dossierId: string, now: Date) {
  const dossier = await db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: {
      etat: true,
      deposeLe: true,
      reprisLe: true,
      complements: { orderBy: { creeLe: 'asc' }, include: { par: { select: { prenom: true, nom: true } } } },
      decision: { select: { id: true, priseLe: true, nature: true, courrierLe: true } },
    },
  })
  if (!dossier.deposeLe) return null
  const deposeLe = fromDate(dossier.deposeLe)
  const demandes = dossier.complements.map(lireDemande)
  const horloge = horlogeRejet(deposeLe, suspensionsDe(demandes))
  const restantes = demandes.filter(({ etat }) => etat !== 'ANNULEE')
  const accuse = await db.courriel.findUnique({
    where: { cleUnique: cleUnique('depot', dossierId) },
    select: { envoyeLe: true },
  })
  const fermetures = await lireFermetures(db)
  const recours = dossier.decision && (await recoursDuDossier(db, dossier.decision))
  const accuseLe = accuseDuLe(deposeLe, fermetures)
  return {
    aujourdhui: jourDeParis(now),
    decideLe: dossier.decision && estDecide(dossier.etat) ? jourDeParis(dossier.decision.priseLe) : null,
    court: delaiCourt(dossier),
    recours,
    ...horloge,
    arrets: horloge.arrets.map((arret) => {
      const cause = restantes.find(({ du, limite }) => du === arret.du && limite === arret.limite)
      return { ...arret, etat: cause?.etat ?? null, elements: cause?.elements.length ?? 0, par: cause?.par ?? null }
    }),
    accuse: {
      enregistrementLe: enregistrementDuLe(deposeLe, fermetures),
      auPlusTardLe: accuseLe,
      envoyeLe: accuse?.envoyeLe ? jourDeParis(accuse.envoyeLe) : null,
      jours: joursDeLAccuse(deposeLe, accuseLe, fermetures),
    },
  }
}
