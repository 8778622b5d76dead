import { type Agent, requireDroit } from '#domain/acces/droits'
import type { PageVue } from '#domain/demandeur/vue-du-demandeur'
import type { Db } from '#infra/db'
import { dossierAVoir, vueOuverte } from '#infra/stores/demandeur/vue-du-demandeur'
import { lireBilanARendre } from '#queries/extranet/bilan-a-rendre'
import { demandesFaites } from '#queries/extranet/demandes-faites'
import { lireComplements, lireSuivi } from '#queries/extranet/dossier-suivi'
import { lireDepot } from '#queries/extranet/recapitulatif-du-demandeur'

/** As whom a dossier is looked at: who is shown all of it. */
const ROLE = 'REPRESENTANT_LEGAL'

type Vue = { dossierId: string; page: PageVue; now: Date }

/** What none of the other pages is asked for. */
const RIEN = { suivi: null, depot: null, complements: null, bilan: null, demandes: null }

/**
 * What the structure of a dossier sees of it on one of its pages, for an officer who opened that page: read by the very query of the extranet, as a
 * représentant légal, so that nothing is told here before it is there. All is null until they say that they open it; once they did, so is a page that the structure has not. Throws Forbidden,
 * NotFound.
 */
export async function vueDuDemandeur(db: Db, agent: Agent, { dossierId, page, now }: Vue) {
  requireDroit(agent, 'dossier.lire')
  const vu = await dossierAVoir(db, dossierId)
  const ouverte = await vueOuverte(db, { agentId: agent.id, objet: 'dossier', id: dossierId, page, now })
  const { id, numero, objet, structure } = vu
  return {
    ...{ id, numero, objet, structure, page, ouverte },
    ...RIEN,
    ...(ouverte && (await lirePage(db, vu, { page, now }))),
  }
}

type Vu = Awaited<ReturnType<typeof dossierAVoir>>

async function lirePage(
  db: Db,
  { id, numero, origine, structure, recapitulatif }: Vu,
  { page, now }: { page: PageVue; now: Date },
) {
  const regard = { id, role: ROLE, now } as const
  switch (page) {
    case 'SUIVI':
      return { suivi: await lireSuivi(db, regard) }
    case 'DEPOT':
      return { depot: recapitulatif && (await lireDepot(db, { id, numero })) }
    case 'COMPLEMENTS':
      return { complements: await lireComplements(db, regard) }
    case 'BILAN':
      return { bilan: await lireBilanRendu(db, { id, origine, role: ROLE }, now) }
    case 'ACCUEIL':
      return { demandes: await demandesFaites(db, { structureId: structure.id, role: ROLE, now }) }
  }
}

/** Officers read nothing of a bilan that is being written (docs/decisions/0075). */
async function lireBilanRendu(...vu: Parameters<typeof lireBilanARendre>) {
  const bilan = await lireBilanARendre(...vu)
  if (!bilan) return null
  const { enCours: _, ...rendu } = bilan
  return rendu
}
