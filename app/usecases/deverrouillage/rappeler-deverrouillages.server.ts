import { aEcrire } from '#infra/stores/dossier/lieu'
import { SYSTEME } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import { aRappeler } from '#domain/dossier/deverrouillage'
import { courrielDeRappel } from '#emails/courriel-de-dossier'
import { promettreCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadRedacteur } from '#infra/stores/acces/agent'

/** Openings looked at in one call; the next hour takes the rest. */
const LIMITE = 500

/** Reminds each demandeur whose opening ends soon, once, and gives how many were. */
export async function rappelerDeverrouillages({ db, now }: Deps): Promise<{ rappeles: number }> {
  const proches = await db.deverrouillage.findMany({
    where: { refermeLe: null, rappeleLe: null, ...aRappeler(now()) },
    select: { id: true },
    orderBy: { echeance: 'asc' },
    take: LIMITE,
  })
  let rappeles = 0
  for (const { id } of proches) if (await rappelerUn({ db, now }, id)) rappeles += 1
  return { rappeles }
}

/** False when it was closed, validated or reminded meanwhile. */
async function rappelerUn({ db, now }: Deps, id: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const le = now()
    const { count } = await tx.deverrouillage.updateMany({
      where: { id, refermeLe: null, rappeleLe: null },
      data: { rappeleLe: le },
    })
    if (count === 0) return false
    const { dossier, ...ouvert } = await tx.deverrouillage.findUniqueOrThrow({
      where: { id },
      include: { dossier: { include: { structure: true, campagne: true } } },
    })
    // Who opened it is who answers for it.
    const ecriture = { now: le, redacteur: await loadRedacteur(tx, ouvert.ouvertParId) }
    const courriel = courrielDeRappel(aEcrire(dossier), ouvert, ecriture)
    await promettreCourriel(tx, SYSTEME, {
      cleUnique: cleUnique('rappel-deverrouillage', id),
      mots: courriel,
      sujet: { dossierId: dossier.id },
      faitLe: le,
      creeLe: le,
      partirLe: null,
      reponse: {},
    })
    await writeJournal(tx, SYSTEME, {
      acte: 'rappelerDeverrouillage',
      objet: 'dossier',
      objetId: dossier.id,
      detail: { deverrouillageId: id, courrielA: courriel?.destinataire ?? null },
      le,
    })
    return true
  })
}
