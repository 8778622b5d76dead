import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import type { RefusReponse } from '#domain/pre-projet/examen'
import { LONGUEUR_MAX_TEXTE, type Reponse } from '#domain/pre-projet/grille'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { lockExamen, saveExamen } from '#infra/stores/pre-projet/instruction'

/** `vu` is the instant of the answer the officer's page shows, null when it shows none. */
type Input = { preProjetId: string; code: string; reponse: Reponse; precision: string; vu: string | null }

/**
 * One answer to the grid, kept as it is given; given again, nothing changes. Two officers may answer different questions at once; of two
 * who answer the same one, or of two tabs of one officer, the second is told who was first, and what was answered stays. Gives the instant
 * of the answer kept, which the next one is aimed at. Throws NotFound, Forbidden.
 */
export async function repondreCritere(
  { db, now }: Deps,
  agent: Agent,
  { preProjetId, code, reponse, precision, vu }: Input,
): Promise<Result<{ le: string }, RefusReponse>> {
  requireDroit(agent, 'pre-projet.examiner')
  if (precision.length > LONGUEUR_MAX_TEXTE) return no('PRECISION_TROP_LONGUE')

  return db.$transaction(async (tx) => {
    const { preProjet, criteres, examen } = await lockExamen(tx, preProjetId)
    if (preProjet.etat === 'CLOS') return no('FICHE_CLOSE')
    const critere = criteres.find((un) => un.code === code)
    if (!critere) return no('CRITERE_INCONNU')
    const avant = Object.hasOwn(examen.reponses, code) ? examen.reponses[code] : undefined
    if (avant?.reponse === reponse && avant.precision === precision) return ok({ le: avant.le })
    if (avant && avant.le !== vu) return no('REPONSE_CHANGEE', avant.parId === agent.id ? undefined : avant.par)

    const le = now()
    const par = nomDActeur(agent)
    const donnee = { reponse, precision, question: critere.question, par, parId: agent.id, le: le.toISOString() }
    await saveExamen(tx, preProjet, { ...examen, reponses: { ...examen.reponses, [code]: donnee } }, agent)
    if (avant?.reponse !== reponse) {
      const detail = { code, question: critere.question, avant: avant?.reponse ?? null, apres: reponse }
      await writeJournal(tx, agent, { acte: 'repondreCritere', objet: 'pre-projet', objetId: preProjetId, detail, le })
    }
    return ok({ le: donnee.le })
  })
}
