import { SYSTEME } from '#domain/acces/acteur'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { hashJeton } from '#infra/jeton'
import { writeJournal } from '#infra/journal'

/**
 * Whoever received the link says that the address of their request is theirs: an officer may answer it from then on. One that the same person had
 * confirmed before for the same structure gives way to it. Said twice, it is said.
 */
export async function confirmerOuverture(
  { db, now }: Deps,
  { jeton }: { jeton: string },
): Promise<Result<undefined, 'LIEN_INCONNU'>> {
  const confirmation = hashJeton(jeton)
  return db.$transaction(async (tx) => {
    const le = now()
    await tx.$queryRaw`SELECT id FROM ouverture_de_compte WHERE confirmation = ${confirmation} FOR UPDATE`
    const lue = await tx.ouvertureDeCompte.findUnique({ where: { confirmation } })
    if (!lue) return no('LIEN_INCONNU')
    if (lue.etat !== 'A_CONFIRMER') return ok()
    if (lue.confirmationExpireLe.getTime() <= le.getTime()) return no('LIEN_INCONNU')
    const { id, courriel, siret } = lue
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('ouverture-de-compte'), hashtext(${`${courriel} ${siret}`}))`
    await tx.ouvertureDeCompte.updateMany({
      where: { courriel, siret, etat: 'A_TRAITER' },
      data: { etat: 'REMPLACEE', version: { increment: 1 } },
    })
    await tx.ouvertureDeCompte.update({
      where: { id },
      data: { etat: 'A_TRAITER', confirmeeLe: le, version: { increment: 1 } },
      select: { id: true },
    })
    const detail = { siret, courriel }
    await writeJournal(tx, SYSTEME, {
      ...{ acte: 'confirmerOuverture', objet: 'ouverture-de-compte', objetId: id, detail, le },
    })
    return ok()
  })
}
