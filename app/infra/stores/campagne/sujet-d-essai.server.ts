import type { Agent } from '#domain/acces/droits'
import { estDeFiche, type ModeleATextes } from '#domain/courriel/textes'
import { lireGenre } from '#domain/structure/genre'
import type { Db, Tx } from '#infra/db'
import type { Reglages } from '#domain/campagne/reglages'
import type { LieuDuDossier } from '#domain/courriel/lieu-du-dossier'
import { adressePublique } from '#infra/jeton'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { campagneDuCode, reglementDe } from '#infra/stores/campagne/version-exigences'
import { aEcrire } from '#infra/stores/dossier/lieu'
import { loadFicheEcrite } from '#infra/stores/pre-projet/fiche-ecrite'

/** Nobody's dossier and nobody's fiche. */
const EXEMPLE = {
  objet: 'Échange de jeunes à Herne',
  structure: { nom: 'Comité de jumelage d’Exemple', genre: 'association', siret: null, courriel: '' },
  montantDemandeCents: 450_000n,
} as const

/** Where nobody's dossier would have been deposited; it has no page of its own, so the first one of the extranet stands for it. */
function lieuInvente({ demandesEnLigne, adressePortail }: Reglages): LieuDuDossier {
  const ou = adressePublique('/extranet')
  return demandesEnLigne ? { genre: 'EXTRANET', ou, complements: ou } : { genre: 'PORTAIL', ou: adressePortail }
}

type Vise = {
  /** Of the campagne. */
  code: string
  modele: ModeleATextes
  /** A dossier or a fiche of the campagne; any other is none. */
  sujetId: string
}

/**
 * What a mail of this modele is shown on: the dossier or the fiche that is aimed at, else an invented one, as if the agent were who is written to;
 * its campagne, and how the agent signs. Throws NotFound.
 */
export async function loadSujetDEssai(tx: Tx | Db, agent: Agent, { code, modele, sujetId }: Vise, now: Date) {
  const campagne = await campagneDuCode(tx, code)
  const where = { id: sujetId, campagneId: campagne.id }
  const deFiche = estDeFiche(modele)
  const fiche = sujetId && deFiche ? await tx.preProjet.findFirst({ where }) : null
  const dossier =
    sujetId && !deFiche ? await tx.dossier.findFirst({ where, include: { structure: true, campagne: true } }) : null
  const ecrite = fiche && (await loadFicheEcrite(tx, { ...fiche, genre: lireGenre(fiche.genre) }))
  const a = { contactNom: `${agent.prenom} ${agent.nom}`, contactCourriel: agent.courriel }
  const invente = {
    ...EXEMPLE,
    ...{ numero: `${campagne.annee}-00000`, deposeLe: now, projetFin: null },
    lieu: lieuInvente(reglementDe(campagne).reglages),
  }
  return {
    campagne,
    redacteur: await loadRedacteur(tx, agent.id),
    dossier: { ...(dossier ? aEcrire(dossier) : invente), ...a },
    fiche: {
      ...(ecrite ?? { dernier: null, pieces: [], extranet: adressePublique('/extranet') }),
      ...(fiche ? { titre: fiche.titre, recuLe: fiche.recuLe } : { titre: EXEMPLE.objet, recuLe: now }),
      ...a,
    },
  }
}
