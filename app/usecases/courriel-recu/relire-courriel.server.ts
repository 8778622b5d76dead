import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import type { DepsLecture } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadCourrielRecu } from '#infra/stores/courriel-recu/courriel-recu'
import { expectVersion } from '#infra/stores/dossier/dossier'
import { traiterCourriel } from '#usecases/courriel-recu/traiter-courriel'

/** Has a mail that could not be read, or is not read yet, read anew. `version` is the one the officer's page was made from. */
export async function relireCourriel(
  deps: DepsLecture,
  agent: Agent,
  { courrielRecuId, version }: { courrielRecuId: string; version: number },
): Promise<Result<undefined, 'DEJA_LU'>> {
  requireDroit(agent, 'pre-projet.examiner')
  const recu = await loadCourrielRecu(deps.db, courrielRecuId)
  expectVersion('courriel-recu', recu, version)
  if (recu.nature !== 'ILLISIBLE') return no('DEJA_LU')
  await traiterCourriel(deps, {
    courrielRecuId,
    ensuite: async (tx, { message }) => {
      const detail = { de: recu.de, sujet: recu.sujet, avant: recu.nature, apres: message.resultat }
      await writeJournal(tx, agent, {
        acte: 'relireCourriel',
        objet: 'courriel-recu',
        objetId: courrielRecuId,
        detail,
        le: deps.now(),
      })
    },
  })
  return ok()
}
