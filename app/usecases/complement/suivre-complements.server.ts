import { SYSTEME } from '#domain/acces/acteur'
import { estDepassee, JOURS_RELANCE } from '#domain/complement/demande-complement'
import { departDeRelance, relanceDue } from '#domain/complement/relance'
import { addDays, type Jour, jourDeParis } from '#domain/temps/jour'
import { rappelDe } from '#emails/courriel-de-complement'
import { loadRelance } from '#infra/stores/complement/relance'
import type { Db, Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { recommencer } from '#infra/recommencer'
import { demandeEnAttente, type DemandeLue, rafraichirDelais, suivreDemande } from '#infra/stores/complement/complement'
import { claimVersion, loadDossier } from '#infra/stores/dossier/dossier'
import { lockDossier } from '#infra/stores/piece/piece'
import { ecrireRelance } from '#usecases/complement/ecrire-relance'

/** Requests looked at in one call; the next takes the rest. */
const LIMITE = 500

/** Requests that may have something to do today: past their limit, or near it and not reminded since. */
const aSuivre = (db: Db, today: Jour) => db.$queryRaw<{ dossier_id: string }[]>`
  SELECT dossier_id FROM demande_complement
  WHERE (etat = 'OUVERTE' AND limite < ${today}::date)
    OR (etat = 'OUVERTE' AND limite BETWEEN ${today}::date AND ${addDays(today, JOURS_RELANCE)}::date
      AND du < limite - ${JOURS_RELANCE}::int
      AND NOT EXISTS (SELECT 1 FROM unnest(relances_le) r WHERE (r AT TIME ZONE 'Europe/Paris')::date >= limite - ${JOURS_RELANCE}::int))
  ORDER BY limite, id LIMIT ${LIMITE}`

/**
 * Does what the days call for, one dossier per transaction: a request whose limit has passed is said so, and the demandeur is reminded
 * 5 days before the limit and once it has passed (M05). Finds its own work; a second run finds none.
 */
export async function suivreComplements(deps: Deps): Promise<{ depassees: number; relances: number }> {
  const trouvees = await aSuivre(deps.db, jourDeParis(deps.now()))
  const fait = { depassees: 0, relances: 0 }
  for (const { dossier_id } of trouvees) {
    const { depassee, relance } = await recommencer(() => suivreUne(deps, dossier_id))
    if (depassee) fait.depassees += 1
    if (relance) fait.relances += 1
  }
  return fait
}

/** What one dossier calls for now; nothing where somebody acted since. */
const suivreUne = ({ db, now }: Deps, dossierId: string) =>
  db.$transaction(async (tx) => {
    await lockDossier(tx, dossierId)
    const dossier = await loadDossier(tx, dossierId)
    const complement = await demandeEnAttente(tx, dossierId)
    if (!complement) return { depassee: false, relance: false }
    const le = now()
    const today = jourDeParis(le)
    const depassee = estDepassee(complement, today)
    const attendus = (await suivreDemande(tx, complement)).filter(({ recuLe }) => recuLe === null).length
    const due = relanceDue({ ...complement, attendus }, today) !== null
    const rappel = due ? rappelDe(dossier, await loadRelance(tx, dossier, { now: le, redacteur: null })) : null
    if (!depassee && !rappel?.ok) return { depassee: false, relance: false }
    await claimVersion(tx, dossier)
    if (depassee) await declarerDepassee(tx, complement, le)
    // Nobody to write to, or an officer did it today: nothing leaves.
    if (rappel?.ok) {
      await ecrireRelance(tx, rappel.value, { acteur: SYSTEME, dossierId, le, partirLe: departDeRelance(le) })
    }
    return { depassee, relance: rappel?.ok === true }
  })

async function declarerDepassee(tx: Tx, { id, dossierId, limite }: DemandeLue, le: Date) {
  await tx.demandeComplement.update({
    where: { id },
    data: { etat: 'DEPASSEE', version: { increment: 1 } },
    select: { id: true },
  })
  const rejetLe = await rafraichirDelais(tx, dossierId)
  const detail = { demandeId: id, limite, rejetLe }
  await writeJournal(tx, SYSTEME, { acte: 'depasserComplements', objet: 'dossier', objetId: dossierId, detail, le })
}
