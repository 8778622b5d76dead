import { cleUnique } from '#domain/courriel/courriel'
import type { MotifRetenue } from '#domain/courriel/retenue'
import { liberer } from '#domain/notification-de-decision/liberation-de-decision'
import type { Db } from '#infra/db'
import { expediteurDit } from '#infra/stores/courriel/expediteur'
import { AUTEURS, nomDeLAuteur } from '#infra/stores/dossier/auteur-de-decision'

/** The decision of this dossier that waits for a second person: who took it, whether that is this agent, and the very mail that would leave. Null where none waits. */
export async function liberationDeDecision(db: Db, dossierId: string, agentId: string) {
  const decision = await db.decision.findUnique({ where: { dossierId }, include: AUTEURS })
  if (!decision) return null
  const courriel = await db.courriel.findUnique({ where: { cleUnique: cleUnique('decision', decision.id) } })
  const permis = liberer({ decision, courriel }, agentId)
  if (!courriel || (!permis.ok && permis.reason === 'PAS_A_LIBERER')) return null
  const { sujet, texte, html, destinataire, destinataireNom } = courriel
  return {
    par: nomDeLAuteur(decision),
    moi: !permis.ok,
    courriel: { sujet, texte, html, destinataire, destinataireNom, ...expediteurDit(courriel) },
  }
}

/** What the mail of the decision on this dossier is held for; null where it is not, or where there is none. */
export async function decisionRetenuePour(db: Db, dossierId: string): Promise<string | null> {
  const decision = await db.decision.findUnique({ where: { dossierId }, select: { id: true } })
  const courriel =
    decision &&
    (await db.courriel.findUnique({
      where: { cleUnique: cleUnique('decision', decision.id) },
      select: { motifRetenue: true },
    }))
  return courriel?.motifRetenue ?? null
}

/** Whether the decision on this dossier waits for a second person. */
export const decisionARelire = async (db: Db, dossierId: string): Promise<boolean> =>
  (await decisionRetenuePour(db, dossierId)) === ('A_RELIRE' satisfies MotifRetenue)
