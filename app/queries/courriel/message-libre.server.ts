import { type Agent, requireDroit } from '#domain/acces/droits'
import { type RefusMessage, verifierMessage } from '#domain/courriel/message'
import { ok, type Result } from '#domain/result'
import { type CourrielLibre, courrielLibre } from '#emails/courriel-libre'
import type { Db } from '#infra/db'
import { loadCorrespondance } from '#infra/stores/portail/correspondance'
import type { Conversation } from '#infra/stores/courriel-recu/fil'
import { loadRedacteur } from '#infra/stores/acces/agent'

/** To whom an officer may write in this thread, and what their message answers. Throws NotFound. */
export async function formulaireMessage(db: Db, sujet: Conversation) {
  const { correspondants, dernier, fil } = await loadCorrespondance(db, sujet)
  return { correspondants, fil, repondA: dernier && { sujet: dernier.sujet, recuLe: dernier.recuLe } }
}

type Voulu = { sujet: Conversation; destinataire: string; corps: string; filVu: string }

/** The very mail this message would send. For those who may write. Throws NotFound. */
export async function apercuMessage(
  db: Db,
  agent: Agent,
  { sujet, destinataire, corps, filVu }: Voulu,
): Promise<Result<CourrielLibre, RefusMessage>> {
  requireDroit(agent, 'courriel.ecrire')
  const { correspondants, dernier, fil, signataire } = await loadCorrespondance(db, sujet)
  const permis = verifierMessage({ corps, destinataire, correspondants, filVu, fil })
  if (!permis.ok) return permis
  const destinataireNom = correspondants.find(({ adresse }) => adresse === destinataire)?.nom ?? ''
  const redacteur = await loadRedacteur(db, agent.id)
  return ok(courrielLibre({ destinataire, destinataireNom, objet: dernier?.sujet ?? '', corps, signataire, redacteur }))
}
