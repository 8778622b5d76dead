import { type Agent, requireDroit } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { type RefusDepart, verifierDepart } from '#domain/courriel/depart'
import { type RefusMessage, verifierMessage } from '#domain/courriel/message'
import { ok, type Result } from '#domain/result'
import { courrielLibre } from '#emails/courriel-libre'
import { writeMessage } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { type Correspondance, filVise, loadCorrespondance } from '#infra/stores/portail/correspondance'
import { type Conversation, enTetesDeReponse, lockFil, objetDuFil } from '#infra/stores/courriel-recu/fil'
import { noterRepondus } from '#infra/stores/courriel-recu/suite'
import { loadRedacteur } from '#infra/stores/acces/agent'

/** What is written, and to whom. */
type Ecrit = { destinataire: string; corps: string }

type Enveloppe = {
  /** The thread, or the received mail that is answered where it is read. */
  sujet: Conversation
  /** Drawn with the form: the same form sent twice writes one message. */
  jeton: string
  /** How far the thread went on the officer's page. */
  filVu: string
  partirLe?: Date
}

type RefusEcriture = RefusMessage | RefusDepart

/**
 * An officer writes in the thread of a fiche, of a dossier or of a received mail that is with neither, as an answer to the mail they read or
 * to the last one; what its addressee asked there waits for an answer no more. Two officers who answer at once are not both sent: the second
 * is shown what the first wrote. An address from which a mail came back is theirs to try: the answer and the journal say so (`revenu`). Throws
 * NotFound, Forbidden.
 */
export const ecrireMessage = (
  { db, now }: DepsActe,
  agent: Agent,
  { destinataire, corps, ...enveloppe }: Enveloppe & Ecrit,
): Promise<Result<{ destinataire: string; revenu: boolean }, RefusEcriture>> =>
  db.$transaction((tx) => ecrireDansLeFil({ tx, le: now() }, agent, enveloppe, () => ({ destinataire, corps })))

/** The same in a transaction already open; the words and the addressee are those that the thread, once read, calls for. */
export async function ecrireDansLeFil(
  { tx, le }: { tx: Tx; le: Date },
  agent: Agent,
  { sujet: vise, jeton, filVu, partirLe }: Enveloppe,
  ecrireSur: (lue: Correspondance) => Ecrit,
): Promise<Result<{ destinataire: string; revenu: boolean }, RefusEcriture>> {
  requireDroit(agent, 'courriel.ecrire')
  await lockFil(tx, (await filVise(tx, vise)).sujet)
  const cle = cleUnique('message', `${agent.id}/${jeton}`)
  const deja = await tx.courriel.findUnique({ where: { cleUnique: cle }, select: { destinataire: true } })
  if (deja) return ok({ destinataire: deja.destinataire, revenu: false })
  const lue = await loadCorrespondance(tx, vise)
  const { sujet, sous, correspondants, dernier, fil, signataire } = lue
  const { destinataire, corps } = ecrireSur(lue)
  const permis = verifierMessage({ corps, destinataire, correspondants, filVu, fil })
  if (!permis.ok) return permis
  const depart = partirLe ? verifierDepart(partirLe, le) : ok()
  if (!depart.ok) return depart

  const { nom: destinataireNom = '', revenu = null } =
    correspondants.find(({ adresse }) => adresse === destinataire) ?? {}
  const redacteur = await loadRedacteur(tx, agent.id)
  const objet = dernier?.sujet ?? ''
  const courriel = courrielLibre({ destinataire, destinataireNom, objet, corps, signataire, redacteur })
  const fait = { cleUnique: cle, creeLe: le, ...(partirLe && { partirLe }) }
  const ecritSous = sous === null ? {} : { courrielRecuId: sous }
  const enTetes = enTetesDeReponse(dernier)
  const { id } = await writeMessage(tx, agent, { ...courriel, ...sujet, ...ecritSous, ...fait, ...enTetes })
  await noterRepondus(tx, agent, { courrielId: id, sujet, sous, destinataire, le })
  await writeJournal(tx, agent, {
    acte: 'ecrireMessage',
    ...objetDuFil(sujet),
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
}
