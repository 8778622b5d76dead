import type { Demandeur } from '#domain/acces/acteur'
import { formulaireModifie } from '#domain/demande-en-ligne/depot'
import type { Repondues } from '#domain/demande-en-ligne/reponses'
import type { Parties } from '#domain/dossier/deverrouillage'
import type { Donnees } from '#domain/portail/demande-lue'
import { champsModifies, lireFichiers } from '#domain/portail/modification'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { ecrireModification } from '#infra/stores/deverrouillage/modification'
import type { Prisma } from '#prisma'

type Retenue = Repondues & {
  dossier: { id: string; donnees: Prisma.JsonValue }
  ouverture: { id: string } & Parties
  /** They are sent: the structure puts the pen down. */
  redepose: boolean
  le: Date
}

/**
 * What a structure answers again waits beside what it deposited, until an officer takes it (docs/decisions/0014). The journal says it at the first answer and
 * at the last. Gives the set of changes, and whether it changes anything: a file counts.
 */
export async function retenirReponses(
  tx: Tx,
  demandeur: Demandeur,
  { dossier, ouverture, redepose, le, ...repondues }: Retenue,
): Promise<{ modificationId: string; change: boolean }> {
  const depose = dossier.donnees as Donnees
  const donnees = formulaireModifie(depose, repondues)
  const differences = champsModifies(depose, donnees, ouverture)
  const modification = await ecrireModification(tx, {
    dossierId: dossier.id,
    deverrouillageId: ouverture.id,
    donnees,
    ...(redepose && { etat: 'REDEPOSEE', redeposeeLe: le }),
  })
  const change = differences.length > 0 || lireFichiers(modification.fichiers).length > 0
  if (redepose || modification.version === 0)
    await writeJournal(tx, demandeur, {
      acte: 'recevoirModification',
      objet: 'dossier',
      objetId: dossier.id,
      detail: {
        lotId: null,
        modificationId: modification.id,
        differences: differences.map(({ champ, avant, apres }) => ({ champ, avant, apres })),
        redepose,
      },
      le,
    })
  return { modificationId: modification.id, change }
}
