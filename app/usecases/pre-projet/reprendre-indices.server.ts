import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import { type IndiceVu, type RefusIndices, reprendre } from '#domain/pre-projet/indices'
import { ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { lockExamen, saveExamen } from '#infra/stores/pre-projet/instruction'
import { suggestionsDe } from '#infra/stores/pre-projet/suggestions'

/** `indices` are those the page showed, with the answer each suggests; `version` is the fiche's as it was shown. */
type Input = { preProjetId: string; version: number; indices: readonly IndiceVu[] }

/**
 * The answers that the facts of the fiche suggest, given at once to the questions that have none: one act of the officer, who saw each of them. An
 * answer already there stays; where the facts suggest something else by now, nothing is answered. Gives how many were. Throws NotFound, Forbidden,
 * Conflict.
 */
export async function reprendreIndices(
  { db, now }: Deps,
  agent: Agent,
  { preProjetId, version, indices }: Input,
): Promise<Result<{ nombre: number }, RefusIndices>> {
  requireDroit(agent, 'pre-projet.examiner')
  return db.$transaction(async (tx) => {
    const { preProjet, criteres, examen } = await lockExamen(tx, preProjetId)
    const le = now()
    const suggestions = await suggestionsDe(tx, preProjet, jourDeParis(le))
    const answer = reprendre({ etat: preProjet.etat, criteres, examen, suggestions }, indices)
    if (!answer.ok) return answer
    const repris = answer.value
    const par = nomDActeur(agent)
    const reponses = { ...examen.reponses }
    for (const { code, question, reponse } of repris)
      reponses[code] = { reponse, precision: '', question, par, parId: agent.id, le: le.toISOString() }
    await saveExamen(tx, { ...preProjet, version }, { ...examen, reponses }, agent)
    const detail = { reponses: repris.map(({ code, question, reponse }) => ({ code, question, reponse })) }
    await writeJournal(tx, agent, { acte: 'reprendreIndices', objet: 'pre-projet', objetId: preProjetId, detail, le })
    return ok({ nombre: repris.length })
  })
}
