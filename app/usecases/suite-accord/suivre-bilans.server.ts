import { SYSTEME } from '#domain/acces/acteur'
import { departDeRelance } from '#domain/complement/relance'
import { demandeDeBilanDue, type GenreDemandeBilan, JOURS_AVANT_BILAN } from '#domain/suite-accord/demande-de-bilan'
import { addDays, finDeJournee, fromDate, jourDeParis, toDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { recommencer } from '#infra/recommencer'
import { claimVersion, type DossierCharge, loadDossier } from '#infra/stores/dossier/dossier'
import { lockDossier } from '#infra/stores/piece/piece'
import { accordDe } from '#infra/stores/suite-accord/suite-accord'
import { ecrireDemandeDeBilan } from '#usecases/suite-accord/ecrire-demande-de-bilan'

/** Bilans looked at in one call; the next one takes the rest. */
const LIMITE = 500

const ATTENDU = { prevenir: true, recuLe: null, relanceLe: null }

/**
 * Asks for the bilans whose last day comes near, once more for those that did not come, and for what is missing of those to complete (M12), one dossier per transaction. Finds its own work; a
 * second run finds none.
 */
export async function suivreBilans(deps: Deps): Promise<{ demandes: number }> {
  const today = jourDeParis(deps.now())
  const trouves = await deps.db.bilanDeProjet.findMany({
    where: {
      dossier: { reprisLe: null },
      OR: [
        { ...ATTENDU, demandeLe: null, duLe: { gte: toDate(today), lte: toDate(addDays(today, JOURS_AVANT_BILAN)) } },
        { ...ATTENDU, demandeLe: { not: null }, duLe: { lt: toDate(today) } },
        { verdict: 'A_COMPLETER', complementLe: { not: null }, rappelLe: null, duLe: { lt: toDate(today) } },
      ],
    },
    select: { dossierId: true },
    orderBy: [{ duLe: 'asc' }, { id: 'asc' }],
    take: LIMITE,
  })
  let demandes = 0
  for (const { dossierId } of trouves) if (await recommencer(() => suivreUn(deps, dossierId))) demandes += 1
  return { demandes }
}

/** False where somebody acted since, or where the grant can still be taken back. */
const suivreUn = ({ db, now }: Deps, dossierId: string): Promise<boolean> =>
  db.$transaction(async (tx) => {
    await lockDossier(tx, dossierId)
    const dossier = await loadDossier(tx, dossierId)
    const le = now()
    const accord = await accordDe(tx, dossier, le)
    const lu = await tx.bilanDeProjet.findUnique({ where: { dossierId } })
    if (!lu || !accord || accord.reprenable) return false
    const bilan = { ...lu, duLe: fromDate(lu.duLe), recuLe: lu.recuLe && fromDate(lu.recuLe) }
    const genre = demandeDeBilanDue(bilan, jourDeParis(le))
    if (!genre) return false
    await claimVersion(tx, dossier)
    await demander(tx, dossier, { bilan, genre, le })
    return true
  })

type ADemander = {
  bilan: { id: string; duLe: string; motif: string; complementLe: Date | null }
  genre: GenreDemandeBilan
  le: Date
}

const FAIT = { DEMANDE: 'demandeLe', RETARD: 'relanceLe', COMPLEMENT: 'complementLe', RAPPEL: 'rappelLe' } as const

/** Writes the mail, that it was asked for and its trace. Nobody to write to: an officer asks for it otherwise, and the journal says so. */
async function demander(tx: Tx, dossier: DossierCharge, { bilan, genre, le }: ADemander) {
  const { id, duLe } = bilan
  await tx.bilanDeProjet.update({ where: { id }, data: { [FAIT[genre]]: le }, select: { id: true } })
  const courrielA = await ecrireDemandeDeBilan(tx, SYSTEME, dossier, {
    ...{ bilan, genre, redacteur: null, le },
    // What a reminder tells is that the last day has passed.
    faitLe: genre === 'DEMANDE' ? le : finDeJournee(duLe),
    partirLe: departDeRelance(le),
  })
  const detail = { genre, duLe, courrielA }
  await writeJournal(tx, SYSTEME, { acte: 'demanderBilan', objet: 'dossier', objetId: dossier.id, detail, le })
}
