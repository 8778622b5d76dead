import { type Agent, requireDroit } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import type { RefusTexte, TextesSaisis } from '#domain/courriel/textes'
import { ok, type Result } from '#domain/result'
import { essaisDesTextes } from '#emails/courriel-d-essai'
import { writeMessage } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadSujetDEssai } from '#infra/stores/campagne/sujet-d-essai'

/**
 * Sends to the agent, and to nobody else, the mails that these texts would write. An officer asks for each, and reads it in their own box: it is written
 * as their words are, outside the gate of what the software sends by itself, and leaves by the outbox. `jeton` is drawn with the form, so that the same
 * one sent twice writes once. Throws NotFound, Forbidden.
 */
export async function essayerTextes(
  { db, now }: Deps,
  agent: Agent,
  { jeton, ...saisis }: TextesSaisis & { code: string; sujetId: string; jeton: string },
): Promise<Result<{ envoyes: number; a: string }, RefusTexte>> {
  requireDroit(agent, 'campagne.regler')

  return db.$transaction(async (tx) => {
    const le = now()
    const { redacteur, ...sujet } = await loadSujetDEssai(tx, agent, saisis, le)
    const essais = essaisDesTextes(saisis, sujet, { now: le, redacteur })
    if (!essais.ok) return essais
    for (const [rang, { courriel }] of essais.value.entries()) {
      const { destinataire, destinataireNom, texte, html } = courriel
      await writeMessage(tx, agent, {
        ...{ destinataire, destinataireNom, texte, html },
        sujet: `[Essai] ${courriel.sujet}`,
        cleUnique: cleUnique('essai', `${agent.id}/${jeton}/${rang}`),
        modele: 'message_libre',
        essaiPour: sujet.campagne.id,
        creeLe: le,
      })
    }
    const { id } = sujet.campagne
    const detail = { modele: saisis.modele, courriels: essais.value.length }
    await writeJournal(tx, agent, { acte: 'essayerTextes', objet: 'campagne', objetId: id, detail, le })
    return ok({ envoyes: essais.value.length, a: agent.courriel })
  })
}
