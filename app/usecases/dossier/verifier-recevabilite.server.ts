import { nomDActeur } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import { lireReglages } from '#domain/campagne/reglages'
import {
  type ExamenRecevabilite,
  type RefusExamen,
  reprendreRecevabilite as reprendre,
  type VerdictRecevabilite,
  verifierRecevabilite as verifier,
} from '#domain/dossier/examen-recevabilite'
import { peutPasserOutre } from '#domain/dossier/passer-outre'
import type { Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import type { DossierCharge } from '#infra/stores/dossier/dossier'
import { rafraichirRecevabilites, recevabiliteDe } from '#infra/stores/dossier/recevabilite'
import { direSignalement } from '#libelles/dossier/recevabilite'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

const lire = async (agent: Agent, { tx, dossier }: { tx: Tx; dossier: DossierCharge }) => ({
  ...(await recevabiliteDe(tx, dossier.id)),
  etat: dossier.etat,
  peutPasserOutre: peutPasserOutre(agent, lireReglages(dossier.campagne.reglages, dossier.campagne.dispositif)),
})

const retirer = (tx: Tx, dossierId: string, le: Date) =>
  tx.examenRecevabilite.updateMany({ where: { dossierId, retireLe: null }, data: { retireLe: le } })

type Rendu = { verdict: VerdictRecevabilite; motif: string; empreinte: string; constats: string[] }

/** An officer answers what is signalled of a dossier: it is recevable, or they pass over it with a reason. Void once what is signalled changes. */
export const verifierRecevabilite = (
  deps: Deps,
  agent: Agent,
  { verdict, motif, ...vise }: Vise & { verdict: VerdictRecevabilite; motif: string },
): Promise<Result<Rendu, RefusExamen>> =>
  agirSurDossier<Rendu, RefusExamen>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async (lu) => {
      const vue = await lire(agent, lu)
      const answer = verifier(vue, { verdict, motif })
      if (!answer.ok) return answer
      return { ok: true, value: { ...answer.value, constats: vue.signalements.map((s) => direSignalement(s).constat) } }
    },
    ecrire: async ({ tx, dossier, value, le }) => {
      await retirer(tx, dossier.id, le)
      const data = { ...value, dossierId: dossier.id, parId: agent.id, par: nomDActeur(agent), le }
      await tx.examenRecevabilite.create({ data, select: { id: true } })
      await rafraichirRecevabilites(tx, [dossier.id])
      const { empreinte: _, ...detail } = value
      await writeJournal(tx, agent, { acte: 'verifierRecevabilite', objet: 'dossier', objetId: dossier.id, detail, le })
    },
  })

/** Puts a dossier back to be looked at, at once. */
export const reprendreRecevabilite = (
  deps: Deps,
  agent: Agent,
  vise: Vise,
): Promise<Result<ExamenRecevabilite, RefusExamen>> =>
  agirSurDossier<ExamenRecevabilite, RefusExamen>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async (lu) => reprendre(await lire(agent, lu)),
    ecrire: async ({ tx, dossier, value, le }) => {
      await retirer(tx, dossier.id, le)
      await rafraichirRecevabilites(tx, [dossier.id])
      const detail = { verdict: value.verdict }
      await writeJournal(tx, agent, {
        acte: 'reprendreRecevabilite',
        objet: 'dossier',
        objetId: dossier.id,
        detail,
        le,
      })
    },
  })
