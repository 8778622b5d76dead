import type { Demandeur } from '#domain/acces/acteur'
import { type Identite, prouve, type RefusProConnect } from '#domain/demandeur/proconnect'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { prendreRetour, structuresARepresenter } from '#infra/stores/demandeur/proconnect'

type Certification = { identite: Identite; siret: string; retour: { id: string; expireLe: Date } }

/**
 * A demandeur proves that they legally represent the structure of this SIRET, by the identity that their account is linked to: what a colleague proves is not
 * theirs. The proof is shown to the officers and decides nothing. `retour` is the return that brought it, which serves once.
 */
export async function certifierRepresentant(
  { db, now }: Deps,
  demandeur: Demandeur,
  { identite, siret, retour }: Certification,
): Promise<Result<true, RefusProConnect>> {
  const { issuer, sub, acr, prenom, nom } = identite
  const { id: demandeurId } = demandeur
  return db.$transaction(async (tx) => {
    if (!(await prendreRetour(tx, retour))) return no('PERDU')
    const liee = await tx.identiteProConnect.count({ where: { demandeurId, issuer, sub } })
    if (liee === 0) return no('AUTRE_IDENTITE')
    const sienne = await structuresARepresenter(tx, demandeur)
    if (!sienne.some((une) => une.siret === siret)) return no('PAS_REPRESENTANT')
    const answer = prouve(identite, siret)
    if (!answer.ok) return answer
    const le = now()
    const preuve = { issuer, acr, prenom, nom, prouveeLe: le }
    await tx.preuveDeRepresentant.upsert({
      where: { demandeurId_siret: { demandeurId, siret } },
      create: { demandeurId, siret, ...preuve },
      update: preuve,
      select: { siret: true },
    })
    await writeJournal(tx, demandeur, {
      ...{ acte: 'certifierRepresentant', objet: 'demandeur', objetId: demandeurId, detail: { siret, issuer }, le },
    })
    return ok(true)
  })
}
