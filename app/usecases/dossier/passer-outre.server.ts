import type { Agent } from '#domain/acces/droits'
import { nomDActeur } from '#domain/acces/acteur'
import { lireReglages } from '#domain/campagne/reglages'
import type { BloquantVu } from '#domain/dossier/bloquants'
import {
  passerOutre as passerSurLeBloquant,
  peutPasserOutre,
  type RefusPasserOutre,
  retablirBloquant as retablir,
} from '#domain/dossier/passer-outre'
import type { Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { bloquantsDuDossier } from '#infra/stores/dossier/bloquants'
import type { DossierCharge } from '#infra/stores/dossier/dossier'
import { direBloquant } from '#libelles/dossier/bloquants'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Lu = { tx: Tx; dossier: DossierCharge; le: Date }

const lire = async (agent: Agent, { tx, dossier, le }: Lu) => ({
  etat: dossier.etat,
  bloquants: await bloquantsDuDossier(tx, dossier.id, le),
  autorise: peutPasserOutre(agent, lireReglages(dossier.campagne.reglages, dossier.campagne.dispositif)),
})

/**
 * Passes over one bloquant, by its name and with a reason, as it stands now; who, when and why stay in the dossier, the journal and the
 * rapport. It no longer holds once the fact changes.
 */
export const passerOutre = (
  deps: Deps,
  agent: Agent,
  { cle, motif, ...vise }: Vise & { cle: string; motif: string },
): Promise<Result<{ bloquant: BloquantVu; motif: string }, RefusPasserOutre>> =>
  agirSurDossier(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async (lu) => passerSurLeBloquant(await lire(agent, lu), { cle, motif }),
    ecrire: async ({ tx, dossier, value, le }) => {
      const { empreinte } = value.bloquant
      const constat = direBloquant(value.bloquant)
      await tx.passerOutre.create({
        data: {
          dossierId: dossier.id,
          cle,
          empreinte,
          constat,
          motif: value.motif,
          parId: agent.id,
          par: nomDActeur(agent),
          le,
        },
        select: { id: true },
      })
      const detail = { cle, constat, motif: value.motif }
      await writeJournal(tx, agent, { acte: 'passerOutre', objet: 'dossier', objetId: dossier.id, detail, le })
    },
  })

/** Makes a bloquant that was passed over block again, at once. */
export const retablirBloquant = (
  deps: Deps,
  agent: Agent,
  { cle, ...vise }: Vise & { cle: string },
): Promise<Result<BloquantVu, RefusPasserOutre>> =>
  agirSurDossier(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async (lu) => retablir(await lire(agent, lu), cle),
    ecrire: async ({ tx, dossier, value, le }) => {
      const { empreinte } = value
      await tx.passerOutre.updateMany({
        where: { dossierId: dossier.id, cle, empreinte, retireLe: null },
        data: { retireLe: le },
      })
      const detail = { cle, constat: direBloquant(value) }
      await writeJournal(tx, agent, { acte: 'retablirBloquant', objet: 'dossier', objetId: dossier.id, detail, le })
    },
  })
