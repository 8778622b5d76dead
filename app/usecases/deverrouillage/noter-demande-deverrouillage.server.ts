import { nomDActeur } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import { noterSouhait, type RefusSouhait, type Souhait } from '#domain/dossier/souhait'
import { abreger } from '#domain/texte'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

/** Writes down a wish to be let back in that came by telephone, on the extranet or in a mail the software did not read. */
export const noterDemandeDeverrouillage = (
  deps: Deps,
  agent: Agent,
  { dossierId, version, ...souhait }: Vise & Souhait,
) =>
  agirSurDossier<Souhait, RefusSouhait>(deps, agent, {
    dossierId,
    version,
    droit: 'dossier.instruire',
    decider: ({ dossier, le }) => noterSouhait(dossier, souhait, le),
    ecrire: async ({ tx, dossier, value, le }) => {
      const { id } = await tx.demandeDeverrouillage.create({
        data: { ...value, dossierId: dossier.id, saisiePar: nomDActeur(agent) },
      })
      const { canal, demandeur, texte } = value
      await writeJournal(tx, agent, {
        acte: 'recevoirDemandeDeverrouillage',
        objet: 'dossier',
        objetId: dossier.id,
        detail: { demandeId: id, canal, demandeur, texte: abreger(texte, 300) },
        le,
      })
    },
  })
