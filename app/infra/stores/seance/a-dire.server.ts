import { createHash } from 'node:crypto'
import type { LettreRepetee } from '#domain/seance/lettre-repetee'
import { decisionVotee } from '#domain/seance/vote-notifie'
import type { Db, Tx } from '#infra/db'
import { aEcrire } from '#infra/stores/dossier/lieu'
import { accordsDeLAnnee, conventionDe } from '#infra/stores/suite-accord/accords-de-l-annee'
import { A_NOTIFIER, delibereeDe, loadSeance } from '#infra/stores/seance/seance'

const DOSSIER = {
  id: true,
  numero: true,
  origine: true,
  structureId: true,
  objet: true,
  deposeLe: true,
  montantDemandeCents: true,
  projetFin: true,
  contactNom: true,
  contactCourriel: true,
  structure: {
    select: { nom: true, genre: true, courriel: true, siret: true, adresse: true, codePostal: true, commune: true },
  },
  campagne: { select: { dispositif: true, reglages: true, textes: true } },
} as const

const LIGNE = {
  id: true,
  rang: true,
  nature: true,
  montantCents: true,
  motif: true,
  precision: true,
  lettre: { select: { empreinte: true, composee: true } },
  dossier: { select: DOSSIER },
} as const

/**
 * What a séance voted and has not told yet, in the order of its list: each dossier, the decision that it would be at `now`, and what is kept of its
 * letter. `numero` keeps one dossier alone. Throws NotFound.
 */
export async function votesADire(db: Db, { id, now, numero }: { id: string; now: Date; numero?: string }) {
  const seance = await loadSeance(db, id)
  const deliberation = delibereeDe(seance.deliberation)
  const lues = await db.ligneSeance.findMany({
    where: { seanceId: id, ...A_NOTIFIER, ...(numero !== undefined && { dossier: { ...A_NOTIFIER.dossier, numero } }) },
    orderBy: { rang: 'asc' },
    select: LIGNE,
  })
  const reference = deliberation && { reference: deliberation.numero, le: deliberation.le }
  const structureIds = lues.map(({ dossier }) => dossier.structureId)
  const autres = await accordsDeLAnnee(db, structureIds, deliberation?.le ?? seance.jour)
  const votes = lues.flatMap(({ id: ligneId, rang, dossier: lu, lettre, ...vote }) => {
    const prise = decisionVotee({ seanceId: id, ...vote }, now)
    if (!prise) return []
    const dossier = aEcrire(lu)
    const { montantCents } = prise
    const convention = conventionDe(dossier, { montantCents, autresCents: autres(dossier) })
    const decision = { ...prise, deliberation: reference, conventionRequise: convention }
    return [{ ligneId, rang, dossier, decision, lettre }]
  })
  return { seance, deliberation, votes }
}

/** What is kept of the letter of one line; null where it was never drawn. */
export const lettreGardee = (tx: Tx, ligneSeanceId: string): Promise<LettreRepetee | null> =>
  tx.lettreRepetee.findUnique({ where: { ligneSeanceId }, select: { empreinte: true, composee: true } })

/** What a letter was drawn from, in 64 signs: other words give others. Null where there are none. */
export const empreinteDe = (mots: object | null): string | null =>
  mots && createHash('sha256').update(JSON.stringify(mots)).digest('hex')
