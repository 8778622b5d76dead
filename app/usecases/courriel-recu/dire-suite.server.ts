import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import type { SuiteDite } from '#domain/courriel-recu/suite'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { claimCourrielRecu, loadCourrielRecu } from '#infra/stores/courriel-recu/courriel-recu'
import { conversationDe, objetDuFil } from '#infra/stores/courriel-recu/fil'
import { expectVersion } from '#infra/stores/dossier/dossier'

type Input = { courrielRecuId: string; version: number; suite: SuiteDite }

/**
 * An officer says that a received mail was answered otherwise (by telephone, by another mailbox), that it asks for no answer, or that it
 * waits for one again. A mail that asks for none (a machine's, a fiche) may be put among those that wait. Throws NotFound, Conflict, Forbidden.
 */
export async function direSuite(
  { db, now }: Deps,
  agent: Agent,
  { courrielRecuId, version, suite }: Input,
): Promise<Result<undefined, 'SANS_EXPEDITEUR'>> {
  requireDroit(agent, 'courriel.ecrire')

  return db.$transaction(async (tx) => {
    const recu = await loadCourrielRecu(tx, courrielRecuId)
    expectVersion('courriel-recu', recu, version)
    if (suite === 'A_REPONDRE' && recu.de === '') return no('SANS_EXPEDITEUR')
    const le = now()
    const fil = conversationDe({ ...recu, courrielRecuId }) ?? { courrielRecuId }
    const attend = suite === 'A_REPONDRE'
    await claimCourrielRecu(tx, recu, {
      suite,
      suiteLe: attend ? null : le,
      suitePar: attend ? null : nomDActeur(agent),
      reponduParId: null,
    })
    await writeJournal(tx, agent, {
      acte: 'direSuite',
      ...objetDuFil(fil),
      detail: { courrielRecuId, de: recu.de, sujet: recu.sujet, suite },
      le,
    })
    return ok()
  })
}
