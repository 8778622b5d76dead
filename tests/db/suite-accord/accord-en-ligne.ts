import { CODES_PIECE } from '#domain/piece/piece'
import { libererParUneAutre, VOTE } from '#support/vote'
import { deciderDossier } from '#usecases/dossier/decider-dossier'
import type { unMondeEnLigne } from '../demande-en-ligne/monde'
import { unAgent } from '../dossier/faits'
import { vise } from './monde'

export const OCTOBRE = '2027-10-01T10:00:00Z'

/** A grant of 3 000 € to a structure of the extranet, that was told of it unless its mail has not left. */
export async function unAccordEnLigne(monde: ReturnType<typeof unMondeEnLigne>, { dite = true } = {}) {
  const { id, anne, structureId } = await monde.unDebut()
  await monde.remplir(anne, id)
  const deposee = await monde.valider(anne, id)
  const { id: dossierId } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
  await monde.db.dossier.update({
    where: { id: dossierId },
    data: { etat: 'EN_INSTRUCTION', montantDemandeCents: 300_000n },
  })
  // Its pièces are in order.
  await monde.db.piece.createMany({
    data: CODES_PIECE.map((code) => ({
      ...{ dossierId, code, libelle: code, cleDepot: code },
      controle: 'SANS_OBJET' as const,
    })),
  })
  const chef = await unAgent(monde.db, 'RESPONSABLE')
  const voulue = { acte: 'accorder', montantCents: 300_000n, vote: VOTE } as const
  const { version } = await vise(monde.db, dossierId)
  const answer = await deciderDossier(monde.depsA(), chef, { dossierId, version, voulue })
  if (!answer.ok) throw new Error(answer.reason)
  if (dite) {
    await libererParUneAutre(monde.depsA(), dossierId)
    const parti = { etat: 'ENVOYE', envoyeLe: new Date(OCTOBRE) } as const
    await monde.db.courriel.updateMany({ where: { dossierId }, data: parti })
  }
  return { anne, structureId, dossierId, chef }
}
