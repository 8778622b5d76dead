import { type Agent, requireDroit } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { type RefusDepart, verifierDepart } from '#domain/courriel/depart'
import { type RefusMessage, verifierMessage } from '#domain/courriel/message'
import { ok, type Result } from '#domain/result'
import { courrielLibre } from '#emails/courriel-libre'
import { writeMessage } from '#infra/courriels'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadCorrespondance } from '#infra/stores/portail/correspondance'
import { enTetesDeReponse, lockFil, type Sujet } from '#infra/stores/courriel-recu/fil'
import { loadRedacteur } from '#infra/stores/acces/agent'

type Input = {
  sujet: Sujet
  /** Drawn with the form: the same form sent twice writes one message. */
  jeton: string
  destinataire: string
  corps: string
  /** How far the thread went on the officer's page. */
  filVu: string
  partirLe?: Date
}

/**
 * An officer writes to the structure in the thread of a fiche or of a dossier, as an answer to its last mail. Two officers who answer
 * at once are not both sent: the second is shown what the first wrote. An address from which a mail came back is theirs to try: the answer and the
 * journal say so (`revenu`). Throws NotFound, Forbidden.
 */
export async function ecrireMessage(
  { db, now }: DepsActe,
  agent: Agent,
  { sujet, jeton, destinataire, corps, filVu, partirLe }: Input,
): Promise<Result<{ destinataire: string; revenu: boolean }, RefusMessage | RefusDepart>> {
  requireDroit(agent, 'courriel.ecrire')

  return db.$transaction(async (tx) => {
    await lockFil(tx, sujet)
    const cle = cleUnique('message', `${agent.id}/${jeton}`)
    if (await tx.courriel.findUnique({ where: { cleUnique: cle }, select: { id: true } }))
      return ok({ destinataire, revenu: false })
    const { correspondants, dernier, fil, signataire } = await loadCorrespondance(tx, sujet)
    const permis = verifierMessage({ corps, destinataire, correspondants, filVu, fil })
    if (!permis.ok) return permis
    const le = now()
    const depart = partirLe ? verifierDepart(partirLe, le) : ok()
    if (!depart.ok) return depart

    const { nom: destinataireNom = '', revenu = null } =
      correspondants.find(({ adresse }) => adresse === destinataire) ?? {}
    const redacteur = await loadRedacteur(tx, agent.id)
    const objet = dernier?.sujet ?? ''
    const courriel = courrielLibre({ destinataire, destinataireNom, objet, corps, signataire, redacteur })
    const fait = { cleUnique: cle, creeLe: le, ...(partirLe && { partirLe }) }
    const { id } = await writeMessage(tx, agent, { ...courriel, ...sujet, ...fait, ...enTetesDeReponse(dernier) })
    await writeJournal(tx, agent, {
      acte: 'ecrireMessage',
      ...('dossierId' in sujet
        ? { objet: 'dossier' as const, objetId: sujet.dossierId }
        : { objet: 'pre-projet' as const, objetId: sujet.preProjetId }),
      detail: {
        courrielId: id,
        destinataire,
        sujet: courriel.sujet,
        partirLe: partirLe?.toISOString() ?? null,
        revenu: revenu?.motif ?? null,
      },
      le,
    })
    return ok({ destinataire, revenu: revenu !== null })
  })
}
