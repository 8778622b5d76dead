import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import { prendDesDossiers } from '#domain/campagne/vie-campagne'
import { estHorsDelai } from '#domain/dossier/delais'
import { colonnesDe, lireChamps } from '#domain/pre-projet/champs'
import { type ChampDOuverture, ouvrirALaMain, type Provenance, type RefusOuverture } from '#domain/pre-projet/saisie'
import { no, ok, type Result } from '#domain/result'
import { debutDeJournee, fromDate, type Jour, jourDeParis } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadPreProjet } from '#infra/stores/pre-projet/pre-projet'

type Input = {
  textes: Record<ChampDOuverture, string>
  recueLe: Jour
  provenance: Provenance
  /** The code of the campagne it is for. */
  campagne: string
  /** The fiche it is a copy of. */
  copieDe: string | null
}

export type RefusFiche = RefusOuverture | 'CAMPAGNE_INCONNUE' | 'CAMPAGNE_NON_OUVERTE'

/**
 * An officer opens a fiche that no mail brought: on paper, told by telephone, or a copy of another. It enters the bannette as one that was
 * read, followed by who opened it; nothing is sent. Throws NotFound, Forbidden.
 */
export async function saisirFiche(
  { db, now }: Deps,
  agent: Agent,
  { textes, recueLe, provenance, campagne: code, copieDe }: Input,
): Promise<Result<{ preProjetId: string }, RefusFiche>> {
  requireDroit(agent, 'pre-projet.examiner')

  return db.$transaction(async (tx) => {
    const le = now()
    const campagne = await tx.campagne.findUnique({
      where: { code },
      select: { id: true, etat: true, echeanceFiche: true },
    })
    if (!campagne) return no('CAMPAGNE_INCONNUE')
    if (!prendDesDossiers(campagne.etat)) return no('CAMPAGNE_NON_OUVERTE')
    const copie = copieDe === null ? null : lireChamps((await loadPreProjet(tx, copieDe)).champs)
    const today = jourDeParis(le)
    const ouverte = ouvrirALaMain({ textes, recueLe, today, copie, par: nomDActeur(agent), le })
    if (!ouverte.ok) return ouverte
    const colonnes = colonnesDe(ouverte.value)
    const { siret } = colonnes
    const structure = siret ? await tx.structure.findUnique({ where: { siret }, select: { id: true } }) : null
    const horsDelai = estHorsDelai(recueLe, fromDate(campagne.echeanceFiche))
    const { id } = await tx.preProjet.create({
      data: {
        ...colonnes,
        champs: ouverte.value,
        campagneId: campagne.id,
        structureId: structure?.id ?? null,
        agentId: agent.id,
        recuLe: recueLe === today ? le : debutDeJournee(recueLe),
        horsDelai,
      },
      select: { id: true },
    })
    await writeJournal(tx, agent, {
      acte: 'saisirFiche',
      objet: 'pre-projet',
      objetId: id,
      detail: { provenance, copieDe, recueLe, horsDelai, campagne: code },
      le,
    })
    return ok({ preProjetId: id })
  })
}
