import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import type { Avis } from '#domain/pre-projet/avis'
import { LONGUEUR_MAX_REPONSE, type RefusReponse } from '#domain/pre-projet/examen'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { lockExamen, saveExamen } from '#infra/stores/pre-projet/instruction'

/** `propose` is what the answers gave when the officer's text started; `vu` the instant of the draft their page was made from. */
type Input = { preProjetId: string; avis: Avis; corps: string; propose: string; vu: string | null }

/**
 * Keeps the reply as it is being written, so that a browser that closes loses nothing. It is nobody's act yet: the journal says
 * nothing. A draft that was changed meanwhile, by another officer or in another tab, is not written over. Throws NotFound, Forbidden.
 */
export async function redigerReponse(
  { db, now }: Deps,
  agent: Agent,
  { preProjetId, avis, corps, propose, vu }: Input,
): Promise<Result<{ version: number; le: string }, RefusReponse>> {
  requireDroit(agent, 'pre-projet.examiner')
  if (corps.length > LONGUEUR_MAX_REPONSE) return no('TEXTE_TROP_LONG')

  return db.$transaction(async (tx) => {
    const { preProjet, examen } = await lockExamen(tx, preProjetId)
    if (preProjet.etat === 'CLOS') return no('FICHE_CLOSE')
    const avant = examen.redaction
    if (avant?.avis === avis && avant.corps === corps && avant.propose === propose)
      return ok({ version: preProjet.version, le: avant.le })
    if (avant && avant.le !== vu) return no('REDACTION_CHANGEE', avant.parId === agent.id ? undefined : avant.par)
    const le = now().toISOString()
    const redaction = { avis, corps, propose, par: nomDActeur(agent), parId: agent.id, le }
    await saveExamen(tx, preProjet, { ...examen, redaction }, agent)
    return ok({ version: preProjet.version + 1, le })
  })
}
